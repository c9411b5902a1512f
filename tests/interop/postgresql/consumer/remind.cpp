// SPDX-License-Identifier: Apache-2.0
#include "handlers.h"

namespace handlers {

namespace {

class Remind final : public consumer::RemindHandler {
public:
    void on(const ::events::orders::OrderPlaced& event, const consumer::Envelope&,
            consumer::Transaction& transaction) override {
        transaction.exec("INSERT INTO reminders (order_id) VALUES ($1)", {event.orderId});
        if (event.note == "unmindful") throw consumer::PermanentError("cannot be reminded");
    }
};

class Settle final : public consumer::SettleHandler {
public:
    void on(const ::events::payments::PaymentReceived& event, const consumer::Envelope&,
            consumer::Transaction&) override {
        if (event.amount.text == "0") throw consumer::PermanentError("nothing was paid");
    }
};

} // namespace

std::unique_ptr<consumer::RemindHandler> makeRemind() {
    return std::make_unique<Remind>();
}
std::unique_ptr<consumer::SettleHandler> makeSettle() {
    return std::make_unique<Settle>();
}

} // namespace handlers
