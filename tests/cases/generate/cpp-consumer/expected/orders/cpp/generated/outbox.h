// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "database.h"

/// Appends events to the outbox, within the transaction that makes the change.
namespace outbox {

/// An event that this context announces.
struct Announcement {
    std::string_view type;
    int version = 1;
    std::string_view aggregateType;
    std::vector<std::string_view> key; ///< the payload's fields that name the aggregate; empty: it is given
};

/// A customer placed an order.
inline const Announcement OrderPlaced{ "OrderPlaced", 3, "order", { "orderId" } };

/// OrderPacked
inline const Announcement OrderPacked{ "OrderPacked", 1, "order", {  } };

/// CustomerJoined
inline const Announcement CustomerJoined{ "CustomerJoined", 1, "customer", { "customerId" } };

/// CustomerHonoured
inline const Announcement CustomerHonoured{ "CustomerHonoured", 1, "customer", { "customerId" } };

/// What else a row holds.
struct Context {
    std::optional<std::string> aggregate; ///< none: read from the payload
    std::optional<std::string> traceparent;
    std::optional<std::string> correlationId;
    std::optional<std::string> causationId;
    std::optional<std::string> eventId;
};

/// Key fields joined by |, with \ before | and \, as PostgreSQL's ->> gives each.
inline std::string aggregateId(const Announcement& event, const consumer::Json& payload) {
    if (event.key.empty()) throw std::invalid_argument("say `aggregate`, since the payload does not tell it");
    std::string id;
    for (const std::string_view& field : event.key) {
        if (&field != &event.key.front()) id += '|';
        const consumer::Json& value = payload.at(std::string(field));
        for (const char c : value.is_string() ? value.get<std::string>() : value.dump()) {
            if (c == '|' || c == '\\') id += '\\';
            id += c;
        }
    }
    return id;
}

/// Gives the event's number within its aggregate, whose row stays locked until the transaction ends: append for several
/// aggregates in one fixed order. A payload of null is a tombstone, which says `aggregate`. `Transaction`: what a handler is
/// given, or a consumer::Database between BEGIN and COMMIT.
template<typename Transaction>
std::int64_t append(Transaction& transaction, const Announcement& event, const consumer::Json& payload,
                           const Context& context = {}) {
    const std::string aggregate = context.aggregate ? *context.aggregate : aggregateId(event, payload);
    return transaction
        .exec("SELECT outbox_append($1, $2, $3, $4, $5::jsonb, p_traceparent => $6, p_correlation_id => $7, "
              "p_causation_id => $8, p_event_id => $9::uuid)",
              {event.type, event.version, event.aggregateType, aggregate,
               payload.is_null() ? std::nullopt : std::optional(payload.dump()), context.traceparent, context.correlationId,
               context.causationId, context.eventId})
        .number(0, 0);
}

} // namespace outbox
