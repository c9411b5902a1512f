# Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
# An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
# written, `replay` applies them in order.
import psycopg

from o_hara_drop_table_outbox_event_service import events
from o_hara_drop_table_outbox_event_service.contract import ViewHandler
from o_hara_drop_table_outbox_event_service.decode import NotWritten
from o_hara_drop_table_outbox_event_service.envelope import Envelope


class View(ViewHandler):
    def on_woelkchen_drop_table_outbox_event(self, event: events.WoelkchenDROPTABLEOutboxEvent, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/W\u00f6lkchen'); DROP TABLE outbox_event; -- is not written yet")

    def on_unnamed(self, event: events.unnamed, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/$$ %.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/$$ % is not written yet")

    def on_class_(self, event: events.Class, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/class.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/class is not written yet")

