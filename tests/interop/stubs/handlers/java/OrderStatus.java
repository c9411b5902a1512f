// SPDX-License-Identifier: Apache-2.0
package handlers;

import generated.Contract;
import generated.Database;
import generated.Envelope;
import generated.Events;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

public final class OrderStatus implements Contract.OrderStatusHandler {
    @Override
    public void onOrderPlaced(Events.OrderPlaced event, Envelope envelope, Connection connection) throws SQLException {
        apply(event.orderId(), envelope, connection);
    }

    @Override
    public void onOrderCancelled(Events.OrderCancelled event, Envelope envelope, Connection connection) throws SQLException {
        apply(event.orderId(), envelope, connection);
    }

    @Override
    public void onOrderShipped(Events.OrderShipped event, Envelope envelope, Connection connection) throws SQLException {
        apply(event.orderId(), envelope, connection);
    }

    @Override
    public void onPaymentCaptured(Events.PaymentCaptured event, Envelope envelope, Connection connection) {}

    private static void apply(UUID order, Envelope envelope, Connection connection) throws SQLException {
        Object obstacle = Database.value(connection, "SELECT apply_order(?, ?, ?, ?, ?)", order.toString(), envelope.sequence(), envelope.type(), envelope.id(), envelope.timeUs());
        if (obstacle.equals("crash")) throw new AssertionError("this order crashes");
        if (obstacle.equals("silence")) {
            try {
                Database.rows(connection, "SELECT 1 / 0");
            } catch (SQLException error) {
                return;
            }
        }
    }
}
