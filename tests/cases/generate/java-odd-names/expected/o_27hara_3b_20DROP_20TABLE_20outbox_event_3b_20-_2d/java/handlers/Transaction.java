// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
package handlers;

import generated.Contract;
import generated.Envelope;
import generated.Events;
import generated.NotWritten;
import java.sql.Connection;

public final class Transaction implements Contract.TransactionHandler {
    @Override
    public void onClass(Events.Class event, Envelope envelope, Connection connection) throws Exception {
        // Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/transaction for o'hara; DROP TABLE outbox_event; --/class is not written yet");
    }
}
