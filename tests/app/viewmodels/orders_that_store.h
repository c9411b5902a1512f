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

/// A context that is told of the orders and stores them.
inline std::string thatStoresOrders(const std::string& name) {
    return "  " + name + R"(:
    store: postgresql
    views:
      open-orders:
        shows: [orders/order]
        fedBy: {orders/OrderPlaced: {}}
)";
}

/// The orders, and so many contexts that store them.
inline std::string ordersAndMany(int contexts) {
    std::string many = ordersThatStore;
    for (int i = 0; i < contexts; ++i)
        many += thatStoresOrders("stock" + std::to_string(i));
    return many;
}

} // namespace factline::testing
