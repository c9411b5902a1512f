// Yours: scaffolded once, never overwritten. The policy billing/greet.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
package handlers;

import generated.Contract;
import generated.Envelope;
import generated.Events;
import generated.NotWritten;
import java.sql.Connection;

public final class Greet implements Contract.GreetHandler {
    @Override
    public void onCustomerJoined(Events.CustomerJoined event, Envelope envelope, Connection connection) throws Exception {
        // Write what billing/greet does with orders/CustomerJoined.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of billing/greet for orders/CustomerJoined is not written yet");
    }

    @Override
    public void onLetterSent(Events.LetterSent event, Envelope envelope, Connection connection) throws Exception {
        // Write what billing/greet does with letters/LetterSent.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of billing/greet for letters/LetterSent is not written yet");
    }
}
