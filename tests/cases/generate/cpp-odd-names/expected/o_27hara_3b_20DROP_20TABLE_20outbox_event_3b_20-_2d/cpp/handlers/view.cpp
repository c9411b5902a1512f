// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
// An event whose function is not written yet is parked as a dead letter, with every later one of its aggregate; once
// it is written, `consumer --replay` applies them in order.
#include "handlers.h"

namespace handlers {

namespace {

class View final : public consumer::ViewHandler {
public:
    void on([[maybe_unused]] const ::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/Wölkchen'); DROP TABLE outbox_event; --.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/W\303\266lkchen'); DROP TABLE outbox_event; -- is not written yet: see handlers/view.cpp");
    }

    void on([[maybe_unused]] const ::events::o_hara_drop_table_outbox_event::unnamed& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/$$ %.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/$$ % is not written yet: see handlers/view.cpp");
    }

    void on([[maybe_unused]] const ::events::o_hara_drop_table_outbox_event::Class& event,
            [[maybe_unused]] const consumer::Envelope& envelope,
            [[maybe_unused]] consumer::Transaction& transaction) override {
        // Write what o'hara; DROP TABLE outbox_event; --/view'; -- % does with o'hara; DROP TABLE outbox_event; --/class.
        // Make its changes by transaction.exec("INSERT ... VALUES ($1)", {event.field}) alone, then take this line away.
        throw consumer::NotWritten("the handler of o'hara; DROP TABLE outbox_event; --/view'; -- % for o'hara; DROP TABLE outbox_event; --/class is not written yet: see handlers/view.cpp");
    }

};

} // namespace

std::unique_ptr<consumer::ViewHandler> makeView() { return std::make_unique<View>(); }

} // namespace handlers
