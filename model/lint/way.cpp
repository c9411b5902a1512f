// SPDX-License-Identifier: Apache-2.0
#include "lint/way.h"

#include <fmt/format.h>

namespace factline::lint {

Way::Way(std::vector<std::string> all)
    : names(std::move(all)) {
    if (names.size() <= headLength + tailLength) return;
    leftOut = names.size() - headLength - tailLength;
    const auto gap = names.begin() + headLength;
    names.erase(gap, gap + static_cast<std::ptrdiff_t>(leftOut));
}

namespace {

/// How many names are left out just before the one shown as number `i`.
std::size_t leftOutBefore(const Way& way, std::size_t i) {
    return i == Way::headLength ? way.leftOut : 0;
}

} // namespace

std::string chain(const Way& way, std::string_view verb) {
    std::string text;
    for (std::size_t i = 0; i < way.names.size(); ++i) {
        if (const std::size_t more = leftOutBefore(way, i))
            text += fmt::format(", which by way of {} more {} ", more, verb);
        else if (i > 0)
            text += fmt::format(", which {} ", verb);
        text += way.names[i];
    }
    return text;
}

std::string chainBack(const Way& way, std::string_view verb) {
    std::string text;
    for (std::size_t i = way.names.size(); i-- > 1;) {
        const std::size_t more = leftOutBefore(way, i);
        text += fmt::format(", which {} {}{}", way.names[i - 1], verb,
                            more ? fmt::format(" by way of {} more", more) : std::string());
    }
    return text;
}

std::string circleText(const Way& way) {
    std::string text;
    for (std::size_t i = 0; i < way.names.size(); ++i) {
        if (const std::size_t more = leftOutBefore(way, i)) text += fmt::format("{} more -> ", more);
        text += way.names[i] + " -> ";
    }
    return way.names.empty() ? text : text + way.names.front();
}

} // namespace factline::lint
