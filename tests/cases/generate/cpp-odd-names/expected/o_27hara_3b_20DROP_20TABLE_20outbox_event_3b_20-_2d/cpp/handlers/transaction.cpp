// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/transaction.
#include "handlers.h"

namespace handlers {

namespace {

class Transaction final : public consumer::TransactionHandler {
public:
    void on(const ::events::o_hara_drop_table_outbox_event::Class& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
#error "Write what o'hara; DROP TABLE outbox_event; --/transaction does with o'hara; DROP TABLE outbox_event; --/class, then take this line away."
    }

};

} // namespace

std::unique_ptr<consumer::TransactionHandler> makeTransaction() { return std::make_unique<Transaction>(); }

} // namespace handlers
