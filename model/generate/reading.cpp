// SPDX-License-Identifier: Apache-2.0
#include "generate/reading.h"

#include <algorithm>
#include <limits>

namespace factline::generate {

std::pair<std::uint32_t, std::uint32_t> readableVersions(const Subscription& subscription,
                                                         const Event& event) {
    constexpr std::uint32_t last = std::numeric_limits<std::int32_t>::max();
    const std::uint32_t pinned =
        std::clamp<std::uint32_t>(subscription.version.value_or(event.version), 1, last);
    const std::uint32_t before = std::max(pinned - 1, 1U);
    const std::uint32_t after = pinned == last ? last : pinned + 1;
    switch (event.compatibility) {
    case Compatibility::None:
        return {pinned, pinned};
    case Compatibility::Backward:
        return {before, pinned};
    case Compatibility::Forward:
        return {pinned, after};
    case Compatibility::Full:
        return {before, after};
    case Compatibility::BackwardTransitive:
        return {1, pinned};
    case Compatibility::ForwardTransitive:
        return {pinned, last};
    case Compatibility::FullTransitive:
        return {1, last};
    }
    return {pinned, pinned};
}

std::string_view failureWord(OnFailure onFailure) {
    if (onFailure == OnFailure::Halt) return "Halt";
    return onFailure == OnFailure::Skip ? "Skip" : "Park";
}

} // namespace factline::generate
