// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "base/phrase.h"

namespace factline::lint {

/// A way from one name to another, as evidence: a long one keeps its first three names and its last two, so
/// that it can be read and costs the same however long it is.
struct Way {
    static constexpr std::size_t headLength = 3;
    static constexpr std::size_t tailLength = 2;

    std::vector<std::string> names; ///< the names that are shown
    std::size_t leftOut = 0;        ///< how many are left out behind the first three

    Way() = default;
    Way(std::initializer_list<std::string> all)
        : Way(std::vector(all)) {}
    /// From the names of the whole way.
    explicit Way(std::vector<std::string> all);

    bool operator==(const Way&) const = default;
};

/// "invoice.issuable, which implies payment.captured, which implies payment.authorised". A long way: "a,
/// which implies b, which implies c, which by way of 12 more implies y, which ...".
Phrase chain(const Way& way);

/// ", which payment.captured implies, which invoice.issuable implies": the same from its end back to its
/// start, without the end itself; empty for a way of one.
Phrase chainBack(const Way& way);

/// "a -> b -> c -> a", a circle given without its end; a long one: "a -> b -> c -> 12 more -> y -> z -> a".
Phrase circleText(const Way& way);

} // namespace factline::lint
