// SPDX-License-Identifier: Apache-2.0
package handlers;

import generated.Database;
import generated.Outbox;
import generated.Settings;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;

/** Appends one OrderPlaced for each order id on standard input, in one transaction. At the word crash it fails as badly as it can. */
public final class AppendOrders {
    public static void main(String[] arguments) throws Exception {
        List<String> orders = new BufferedReader(new InputStreamReader(System.in)).lines().toList();
        try (Database database = new Database(Settings.read().jdbcUrl())) {
            database.inTransaction(connection -> {
                for (String order : orders) {
                    if (order.equals("crash")) throw new AssertionError("as it was asked to");
                    Outbox.append(connection, Outbox.OrderPlaced, Map.of("orderId", order, "lines", List.of(Map.of("sku", "a", "location", "b", "units", 1)),
                            "total", "12.50"), new Outbox.About(null, null, "check", null, null));
                }
                return null;
            });
        }
    }
}
