# Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
# An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
# written, `replay` applies them in order.
import psycopg

from o_hara_drop_table_outbox_event_service import events
from o_hara_drop_table_outbox_event_service.contract import TransactionHandler
from o_hara_drop_table_outbox_event_service.decode import NotWritten
from o_hara_drop_table_outbox_event_service.envelope import Envelope


class Transaction(TransactionHandler):
    def on_class_(self, event: events.Class, envelope: Envelope, connection: psycopg.Connection) -> None:
        # Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class.
        # Make its changes by connection.execute("INSERT ... VALUES (%s)", [...]) alone, then take this line away.
        raise NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/transaction for o'hara; DROP TABLE outbox_event; --/class is not written yet")

