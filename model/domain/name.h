// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace factline {

/// Whether an element can be called so: a / stands between a context and what is in it, and files that are
/// generated are called after elements. The name of a channel is the broker's, and may be any.
inline bool canBeName(std::string_view name) {
    return name.find_first_of("/\\") == std::string_view::npos && name != "." && name != "..";
}

} // namespace factline
