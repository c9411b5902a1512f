// Generated from the model: changes made here are refused on the next run.
#include "dispatch.h"

namespace consumer {

namespace {

/// The view billing/open-orders, promised within 30s for 99%.
Consumer makeOpenOrdersConsumer([[maybe_unused]] OpenOrdersHandler* handler) {
    Consumer consumer;
    consumer.name = "billing/open-orders";
    consumer.projection = true;
    consumer.within = 30;
    consumer.topics.insert("orders.order");
    consumer.streams.emplace(Consumer::TypeKey("orders", "order"), true);
    consumer.streams.emplace(Consumer::TypeKey("orders", "customer"), false);
    consumer.declared.emplace(Consumer::TypeKey("orders", "OrderPlaced"), Declared{ "orders.order", "order", 3 });
    consumer.declared.emplace(Consumer::TypeKey("orders", "OrderPacked"), Declared{ "orders.order", "order", 1 });
    consumer.declared.emplace(Consumer::TypeKey("orders", "CustomerJoined"), Declared{ "orders.order", "customer", 1 });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("orders", "OrderPlaced"),
        Subscription{ 1, 2, OnFailure::Halt,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::orders::OrderPlaced;
                          handler->on(Decoder<Event>::decode(payload, "OrderPlaced"), envelope, transaction);
                      } });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("orders", "CustomerJoined"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::orders::CustomerJoined;
                          handler->on(Decoder<Event>::decode(payload, "CustomerJoined"), envelope, transaction);
                      } });
    return consumer;
}

/// The policy billing/greet.
Consumer makeGreetConsumer([[maybe_unused]] GreetHandler* handler) {
    Consumer consumer;
    consumer.name = "billing/greet";
    consumer.projection = false;
    consumer.within = 0;
    consumer.topics.insert("orders.order");
    consumer.topics.insert("letters.letter");
    consumer.streams.emplace(Consumer::TypeKey("orders", "customer"), false);
    consumer.declared.emplace(Consumer::TypeKey("orders", "OrderPlaced"), Declared{ "orders.order", "order", 3 });
    consumer.declared.emplace(Consumer::TypeKey("orders", "OrderPacked"), Declared{ "orders.order", "order", 1 });
    consumer.declared.emplace(Consumer::TypeKey("orders", "CustomerJoined"), Declared{ "orders.order", "customer", 1 });
    consumer.declared.emplace(Consumer::TypeKey("letters", "LetterSent"), Declared{ "letters.letter", "letters", 1 });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("orders", "CustomerJoined"),
        Subscription{ 1, 1, OnFailure::Skip,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::orders::CustomerJoined;
                          handler->on(Decoder<Event>::decode(payload, "CustomerJoined"), envelope, transaction);
                      } });
    consumer.subscriptions.emplace(
        Consumer::TypeKey("letters", "LetterSent"),
        Subscription{ 1, 1, OnFailure::Park,
                      [handler](const Json& payload, const Envelope& envelope, Transaction& transaction) {
                          using Event = ::events::letters::LetterSent;
                          handler->on(Decoder<Event>::decode(payload, "LetterSent"), envelope, transaction);
                      } });
    return consumer;
}

} // namespace

Handlers makeHandlers() {
    Handlers handlers;
    handlers.open_orders = ::handlers::makeOpenOrders();
    handlers.greet = ::handlers::makeGreet();
    return handlers;
}

std::vector<Consumer> makeConsumers(const Handlers& handlers) {
    std::vector<Consumer> consumers;
    consumers.push_back(makeOpenOrdersConsumer(handlers.open_orders.get()));
    consumers.push_back(makeGreetConsumer(handlers.greet.get()));
    return consumers;
}

} // namespace consumer
