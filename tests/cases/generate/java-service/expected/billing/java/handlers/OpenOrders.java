// Yours: scaffolded once, never overwritten. The view billing/open-orders, promised within 30s for 99%.
// An event whose method is not written yet is parked as a dead letter, with every later one of its aggregate; once it is
// written, replay applies them in order.
package handlers;

import generated.Contract;
import generated.Envelope;
import generated.Events;
import generated.NotWritten;
import java.sql.Connection;

public final class OpenOrders implements Contract.OpenOrdersHandler {
    @Override
    public void onOrderPlaced(Events.OrderPlaced event, Envelope envelope, Connection connection) throws Exception {
        // Write what billing/open-orders does with orders/OrderPlaced.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of billing/open-orders for orders/OrderPlaced is not written yet");
    }

    @Override
    public void onCustomerJoined(Events.CustomerJoined event, Envelope envelope, Connection connection) throws Exception {
        // Write what billing/open-orders does with orders/CustomerJoined.
        // Make its changes by the connection alone, without committing, then take this line away.
        throw new NotWritten("the handler of billing/open-orders for orders/CustomerJoined is not written yet");
    }
}
