// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "contract/read.h"
#include "freshness/analysis.h"

namespace factline::test {

/// Two contexts, a promise, and whatever is to be different.
struct Shop {
    std::string publishing = "{through: outbox}";
    std::string event = "{announces: [order], channel: orders, rate: 200/s}";
    std::string view = "freshness: {within: 30s}";
    std::string fedBy = "orders/OrderPlaced: {capacity: {perMessage: 2ms}}";
    std::string more; // further lines of billing
    std::string context;

    std::string text() const {
        return "factline: 1\nmodel: Shop\ncontexts:\n  orders:\n" + context +
               "    publishing: " + publishing +
               "\n    facts: {order: {changeRate: 12/h}}\n    channels: {orders: {retention: 1d}}\n"
               "    events:\n      OrderPlaced: " +
               event +
               "\n  billing:\n    publishing: {through: event-store}\n    views:\n      open-orders:\n"
               "        shows: [orders/order]\n        fedBy: {" +
               fedBy + "}\n        " + view + "\n" + more;
    }
};

inline Model modelOf(const std::string& text) {
    auto read = contract::parseModel({{"model.factline.yaml", text}});
    for (const auto& problem : read.problems)
        qWarning("%s", contract::toString(problem).c_str());
    return read.problems.empty() ? read.model : Model{};
}

inline freshness::Analysis of(const std::string& text, const freshness::Assumptions& assumptions = {}) {
    static std::unique_ptr<Lookup> kept; // rows point into it
    kept = std::make_unique<Lookup>(modelOf(text));
    return freshness::analyse(*kept, assumptions);
}

inline bool near(std::optional<double> a, double b, double relative = 1e-9) {
    return a && std::abs(*a - b) <= relative * std::abs(b);
}

} // namespace factline::test
