// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
package handlers;

import generated.Contract;
import generated.Envelope;
import generated.Events;
import generated.NotWritten;
import java.sql.Connection;

public final class View implements Contract.ViewHandler {
    @Override
    public void onWoelkchenDROPTABLEOutboxEvent(Events.WoelkchenDROPTABLEOutboxEvent event, Envelope envelope, Connection connection) throws Exception {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/W\u00f6lkchen'); DROP TABLE outbox_event; -- is not written yet");
    }

    @Override
    public void onunnamed(Events.unnamed event, Envelope envelope, Connection connection) throws Exception {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/$$ %.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/$$ % is not written yet");
    }

    @Override
    public void onClass(Events.Class event, Envelope envelope, Connection connection) throws Exception {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/class.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/class is not written yet");
    }
}
