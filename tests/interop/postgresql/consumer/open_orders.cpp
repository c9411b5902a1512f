// SPDX-License-Identifier: Apache-2.0
// A handler as a user writes it, with failures that the tests ask for by words in the data.
#include <cstdlib>

#include <unistd.h>

#include "handlers.h"

namespace handlers {

namespace {

class OpenOrders final : public consumer::OpenOrdersHandler {
public:
    void on(const ::events::orders::OrderPlaced& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
        transaction.exec(
            "INSERT INTO open_orders (order_id, total, lines, seq, applied) VALUES ($1, $2, $3, $4, 1) "
            "ON CONFLICT (order_id) DO UPDATE SET total = EXCLUDED.total, seq = EXCLUDED.seq, "
            "applied = open_orders.applied + 1",
            {event.orderId, event.total, event.lines.size(), envelope.sequence});
        const std::string note = event.note.value_or("");
        const bool asked = !transaction.exec("SELECT FROM wishes WHERE wish = $1", {note}).empty();
        if (note == "poison" && asked) throw consumer::PermanentError("poisoned");
        if (note == "sql" && asked) transaction.exec("SELECT 1 / 0");
        if (note == "odd" && asked) throw 42;
        if (note == "transient" && asked) throw consumer::TransientError("not now");
        if (note == "crash" && asked) _exit(99);
        if (note == "slow") transaction.exec("SELECT pg_sleep(1)");
    }

    void on(const ::events::orders::OrderCancelled& event, const consumer::Envelope&,
            consumer::Transaction& transaction) override {
        transaction.exec("UPDATE open_orders SET total = NULL, applied = applied + 1 WHERE order_id = $1",
                         {event.orderId});
    }

    void on(const ::events::payments::PaymentReceived& event, const consumer::Envelope&,
            consumer::Transaction& transaction) override {
        transaction.exec("INSERT INTO paid (payment_id, amount) VALUES ($1, $2)",
                         {event.paymentId, event.amount});
    }
};

} // namespace

std::unique_ptr<consumer::OpenOrdersHandler> makeOpenOrders() {
    return std::make_unique<OpenOrders>();
}

} // namespace handlers
