// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace factline::testing {

/// A model's beginning with one context that stores and publishes; others follow.
inline const std::string ordersThatStore = R"(factline: 1
contexts:
  orders:
    store: postgresql
    facts:
      order: {key: [orderId]}
    channels: {orders.order: {}}
    events:
      OrderPlaced:
        announces: [order]
        channel: orders.order
        payload: {orderId: string}
)";

} // namespace factline::testing
