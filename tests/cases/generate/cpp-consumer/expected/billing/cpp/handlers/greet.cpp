// Yours: scaffolded once, never overwritten. The policy billing/greet.
// An event whose function is not written yet is parked as a dead letter, with every later one of its aggregate; once
// it is written, `consumer --replay` applies them in order.
#include "handlers.h"

namespace handlers {

namespace {

class Greet final : public consumer::GreetHandler {
public:
    void on([[maybe_unused]] const ::events::orders::CustomerJoined& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what billing/greet does with orders/CustomerJoined.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of billing/greet for orders/CustomerJoined is not written yet: see handlers/greet.cpp");
    }

    void on([[maybe_unused]] const ::events::letters::LetterSent& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what billing/greet does with letters/LetterSent.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of billing/greet for letters/LetterSent is not written yet: see handlers/greet.cpp");
    }

};

} // namespace

std::unique_ptr<consumer::GreetHandler> makeGreet() { return std::make_unique<Greet>(); }

} // namespace handlers
