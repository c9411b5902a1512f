// Generated from the model: changes made here are refused on the next run.
#include "dispatch.h"

namespace consumer {

namespace {

/// The view o'hara; DROP TABLE outbox_event; --/view'; -- %.
Consumer makeViewConsumer([[maybe_unused]] ViewHandler* handler) {
    Consumer consumer;
    consumer.name = "o'hara; DROP TABLE outbox_event; --/view'; -- %";
    consumer.projection = true;
    consumer.within = 0;
    consumer.topics.insert("topic'; --");
    consumer.streams.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "select"), true);
    consumer.streams.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "* bad"), true);
    consumer.streams.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"), true);
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "W\303\266lkchen'); DROP TABLE outbox_event; --"), Declared{ "topic'; --", "select", 1 });
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"), Declared{ "topic'; --", "* bad", 1 });
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), Declared{ "topic'; --", "o'hara; DROP TABLE outbox_event; --", 1 });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "W\303\266lkchen'); DROP TABLE outbox_event; --"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::o_hara_drop_table_outbox_event::WoelkchenDROPTABLEOutboxEvent;
                          handler->on(Decoder<Event>::decode(payload, "W\303\266lkchen'); DROP TABLE outbox_event; --"), envelope, transaction);
                      } });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::o_hara_drop_table_outbox_event::unnamed;
                          handler->on(Decoder<Event>::decode(payload, "$$ %"), envelope, transaction);
                      } });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "class"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::o_hara_drop_table_outbox_event::Class;
                          handler->on(Decoder<Event>::decode(payload, "class"), envelope, transaction);
                      } });
    return consumer;
}

/// The view o'hara; DROP TABLE outbox_event; --/transaction.
Consumer makeTransactionConsumer([[maybe_unused]] TransactionHandler* handler) {
    Consumer consumer;
    consumer.name = "o'hara; DROP TABLE outbox_event; --/transaction";
    consumer.projection = true;
    consumer.within = 0;
    consumer.topics.insert("topic'; --");
    consumer.streams.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "o'hara; DROP TABLE outbox_event; --"), true);
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "W\303\266lkchen'); DROP TABLE outbox_event; --"), Declared{ "topic'; --", "select", 1 });
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "$$ %"), Declared{ "topic'; --", "* bad", 1 });
    consumer.declared.emplace(Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "class"), Declared{ "topic'; --", "o'hara; DROP TABLE outbox_event; --", 1 });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("o'hara; DROP TABLE outbox_event; --", "class"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::o_hara_drop_table_outbox_event::Class;
                          handler->on(Decoder<Event>::decode(payload, "class"), envelope, transaction);
                      } });
    return consumer;
}

} // namespace

Handlers makeHandlers() {
    Handlers handlers;
    handlers.view = ::handlers::makeView();
    handlers.transaction = ::handlers::makeTransaction();
    return handlers;
}

std::vector<Consumer> makeConsumers(const Handlers& handlers) {
    std::vector<Consumer> consumers;
    consumers.push_back(makeViewConsumer(handlers.view.get()));
    consumers.push_back(makeTransactionConsumer(handlers.transaction.get()));
    return consumers;
}

} // namespace consumer
