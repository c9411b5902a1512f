// SPDX-License-Identifier: Apache-2.0
#include "lint/way.h"

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

Phrase chain(const Way& way) {
    std::vector<Phrase> steps;
    for (std::size_t i = 0; i < way.names.size(); ++i) {
        const std::string& name = way.names[i];
        if (const std::size_t more = leftOutBefore(way, i))
            steps.push_back(Phrase::of(", which by way of {} more implies {}", more, name));
        else
            steps.push_back(i > 0 ? Phrase::of(", which implies {}", name) : Phrase(name));
    }
    return Phrase::row(std::move(steps));
}

Phrase chainBack(const Way& way) {
    std::vector<Phrase> steps;
    for (std::size_t i = way.names.size(); i-- > 1;) {
        const std::string& name = way.names[i - 1];
        const std::size_t more = leftOutBefore(way, i);
        steps.push_back(more ? Phrase::of(", which {} implies by way of {} more", name, more)
                             : Phrase::of(", which {} implies", name));
    }
    return Phrase::row(std::move(steps));
}

Phrase circleText(const Way& way) {
    std::vector<Phrase> steps;
    for (std::size_t i = 0; i < way.names.size(); ++i) {
        if (const std::size_t more = leftOutBefore(way, i)) steps.push_back(Phrase::of("{} more -> ", more));
        steps.emplace_back(way.names[i] + " -> ");
    }
    if (!way.names.empty()) steps.emplace_back(way.names.front());
    return Phrase::row(std::move(steps));
}

} // namespace factline::lint
