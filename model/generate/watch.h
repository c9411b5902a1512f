// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace factline::generate {

/// Looks on while something long runs: may ask it to stop, and hears how far it is. `progress` is called from
/// several threads at once, in no order.
struct Watch {
    std::stop_token stop = {};
    std::function<void(std::size_t done, std::size_t all)> progress = {};
};

} // namespace factline::generate
