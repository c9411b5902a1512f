// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace factline {

/// The bytes of a file below resources/ that was compiled into the program, by its path there
/// ("rules/fact-unowned.md"); nothing where there is none. The view lives as long as the program.
std::optional<std::string_view> findResource(std::string_view path);

/// The paths of all compiled-in files that begin with `prefix`, in byte order.
std::vector<std::string_view> resourcePaths(std::string_view prefix);

} // namespace factline
