// SPDX-License-Identifier: Apache-2.0
#include "handlers.h"

namespace handlers {

namespace {

class OrderStatus final : public consumer::OrderStatusHandler {
public:
    void on(const ::events::orders::OrderPlaced& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
        apply(event.orderId, envelope, transaction);
    }

    void on(const ::events::orders::OrderCancelled& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
        apply(event.orderId, envelope, transaction);
    }

    void on(const ::events::orders::OrderShipped& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
        apply(event.orderId, envelope, transaction);
    }

    void on(const ::events::payments::PaymentCaptured&, const consumer::Envelope&,
            consumer::Transaction&) override {}

private:
    static void apply(const consumer::Uuid& order, const consumer::Envelope& envelope,
                      consumer::Transaction& transaction) {
        const auto rows =
            transaction.exec("SELECT apply_order($1, $2, $3, $4, $5)",
                             {order, envelope.sequence, envelope.type, envelope.id, envelope.timeUs});
        const std::string obstacle = rows.text(0, 0);
        if (obstacle == "crash") throw 42;
        try {
            if (obstacle == "silence") transaction.exec("SELECT 1 / 0");
        } catch (const consumer::DatabaseError&) {
            return;
        }
    }
};

} // namespace

std::unique_ptr<consumer::OrderStatusHandler> makeOrderStatus() {
    return std::make_unique<OrderStatus>();
}

} // namespace handlers
