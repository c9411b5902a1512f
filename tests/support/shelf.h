// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace factline::testing {

/// A fact, the event that tells of it and a view that promises to be told in time. A million draws of U(0, 2)
/// + LN(0.2, 1) + LN(0.002, 0.02) have their 99 % at 2.51 s.
inline std::string shelf(const std::string& within) {
    return R"(factline: 1
contexts:
  stock:
    facts: {on-hand: {means: What lies there.}}
    publishing: {through: outbox, lag: {poll: 2s}}
    channels: {stock.all: {lag: {p50: 200ms, p99: 1s}}}
    events:
      StockAdjusted: {announces: [on-hand], channel: stock.all}
  shop:
    views:
      shelf:
        shows: [stock/on-hand]
        fedBy: {stock/StockAdjusted: {}}
        freshness: {within: )" +
           within + ", for: 99%}\n";
}

} // namespace factline::testing
