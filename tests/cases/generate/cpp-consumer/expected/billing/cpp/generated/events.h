// Generated from the model: changes made here are refused on the next run.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "json.h"

namespace events::orders {

/// orders/Money, a value object.
struct Money {
    ::consumer::Decimal amount{};
    std::string currency{};
};

/// orders/Line, a value object.
struct Line {
    std::string sku{};
    ::events::orders::Money price{};
    std::int32_t quantity{};
    std::optional<bool> gift{};
};

/// orders/OrderPlaced, version 3. A customer placed an order.
struct OrderPlaced {
    ::consumer::Uuid orderId{};
    ::consumer::Decimal total{}; ///< Gross.
    std::vector<::events::orders::Line> lines{};
    std::string source{};
    std::optional<std::string> voucher{};
    std::optional<std::map<std::string, std::string>> labels{};
};

/// orders/CustomerJoined, version 1.
struct CustomerJoined {
    std::int64_t customerId{};
};

} // namespace events::orders

namespace events::letters {

/// letters/LetterSent, version 1.
struct LetterSent {
    std::string letterId{};
};

} // namespace events::letters

namespace consumer {

template<> struct Decoder<::events::orders::Money> {
    static ::events::orders::Money decode(const Json& json, const std::string& where) {
        ::events::orders::Money value;
        if (!json.is_object()) refuse(where, "an object");
        value.amount = required<::consumer::Decimal>(json, "amount", where);

        value.currency = required<std::string>(json, "currency", where);

        return value;
    }
};

template<> struct Decoder<::events::orders::Line> {
    static ::events::orders::Line decode(const Json& json, const std::string& where) {
        ::events::orders::Line value;
        if (!json.is_object()) refuse(where, "an object");
        value.sku = required<std::string>(json, "sku", where);

        value.price = required<::events::orders::Money>(json, "price", where);

        value.quantity = required<std::int32_t>(json, "quantity", where);

        value.gift = optional<bool>(json, "gift", where);

        return value;
    }
};

template<> struct Decoder<::events::orders::OrderPlaced> {
    static ::events::orders::OrderPlaced decode(const Json& json, const std::string& where) {
        ::events::orders::OrderPlaced value;
        if (!json.is_object()) refuse(where, "an object");
        value.orderId = required<::consumer::Uuid>(json, "orderId", where);

        value.total = required<::consumer::Decimal>(json, "total", where);

        value.lines = required<std::vector<::events::orders::Line>>(json, "lines", where);

        value.source = required<std::string>(json, "source", where);
        checkOption(value.source, { "web", "shop" }, where + "." + "source");
        value.voucher = optional<std::string>(json, "voucher", where);

        value.labels = optional<std::map<std::string, std::string>>(json, "labels", where);

        return value;
    }
};

template<> struct Decoder<::events::orders::CustomerJoined> {
    static ::events::orders::CustomerJoined decode(const Json& json, const std::string& where) {
        ::events::orders::CustomerJoined value;
        if (!json.is_object()) refuse(where, "an object");
        value.customerId = required<std::int64_t>(json, "customerId", where);

        return value;
    }
};

template<> struct Decoder<::events::letters::LetterSent> {
    static ::events::letters::LetterSent decode(const Json& json, const std::string& where) {
        ::events::letters::LetterSent value;
        if (!json.is_object()) refuse(where, "an object");
        value.letterId = required<std::string>(json, "letterId", where);

        return value;
    }
};

} // namespace consumer
