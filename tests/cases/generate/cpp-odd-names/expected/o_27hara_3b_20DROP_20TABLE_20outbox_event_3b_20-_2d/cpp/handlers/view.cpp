// Yours: scaffolded once, never overwritten. The view o'hara; DROP TABLE outbox_event; --/view'; -- \.
#include "handlers.h"

namespace handlers {

namespace {

class View final : public consumer::ViewHandler {
public:
    void on(const ::events::o_hara_drop_table_outbox_event::Wxc3xb6lkchenDROPTABLEOutboxEvent& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
#error "Write what o'hara; DROP TABLE outbox_event; --/view'; -- \\ does with o'hara; DROP TABLE outbox_event; --/W\303\266lkchen'); DROP TABLE outbox_event; --, then take this line away."
    }

    void on(const ::events::o_hara_drop_table_outbox_event::unnamed& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
#error "Write what o'hara; DROP TABLE outbox_event; --/view'; -- \\ does with o'hara; DROP TABLE outbox_event; --/$$ \\, then take this line away."
    }

    void on(const ::events::o_hara_drop_table_outbox_event::Class& event, const consumer::Envelope& envelope,
            consumer::Transaction& transaction) override {
#error "Write what o'hara; DROP TABLE outbox_event; --/view'; -- \\ does with o'hara; DROP TABLE outbox_event; --/class, then take this line away."
    }

};

} // namespace

std::unique_ptr<consumer::ViewHandler> makeView() { return std::make_unique<View>(); }

} // namespace handlers
