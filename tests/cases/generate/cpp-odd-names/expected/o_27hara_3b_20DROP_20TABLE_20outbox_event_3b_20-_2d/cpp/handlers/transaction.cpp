// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
// An event whose function is not written yet is parked as a dead letter, with every later one of its aggregate; once
// it is written, `consumer --replay` applies them in order.
#include "handlers.h"

namespace handlers {

namespace {

class Transaction final : public consumer::TransactionHandler {
public:
    void on([[maybe_unused]] const ::events::o_hara_drop_table_outbox_event::Class& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/transaction for o'hara; DROP TABLE outbox_event; --/class is not written yet: see handlers/transaction.cpp");
    }

};

} // namespace

std::unique_ptr<consumer::TransactionHandler> makeTransaction() { return std::make_unique<Transaction>(); }

} // namespace handlers
