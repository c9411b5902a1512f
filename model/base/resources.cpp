// SPDX-License-Identifier: Apache-2.0
#include "base/resources.h"

#include <algorithm>
#include <span>
#include <utility>

namespace factline {

namespace embedded { // written at build time by resources/embed.cmake
extern const std::pair<std::string_view, std::string_view> files[];
extern const unsigned count;
} // namespace embedded

std::optional<std::string_view> findResource(std::string_view path) {
    const std::span all(embedded::files, embedded::count);
    const auto found = std::ranges::find(all, path, &std::pair<std::string_view, std::string_view>::first);
    if (found == all.end()) return std::nullopt;
    return found->second;
}

std::vector<std::string_view> resourcePaths(std::string_view prefix) {
    std::vector<std::string_view> paths;
    for (const auto& [path, bytes] : std::span(embedded::files, embedded::count))
        if (path.starts_with(prefix)) paths.push_back(path);
    std::ranges::sort(paths);
    return paths;
}

} // namespace factline
