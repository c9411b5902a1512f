// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/lookup.h"

namespace factline::freshness {

/// Messages a second of one event; nothing: nobody says.
struct Told {
    std::optional<double> rate;
    std::optional<double> peak; ///< where it is declared, or that of a cause is
    bool operator==(const Told&) const = default;
};

/// How often events come: as declared, else as what the policies that raise them are woken by, all together.
/// An event that wakes two of them fans out. Where one of several causes is not known, what is known is the
/// least that comes.
class Flow {
public:
    /// The lookup outlives it.
    explicit Flow(const Lookup& lookup)
        : m_lookup(lookup) {}

    const Told& of(const Ref& event);
    bool hasCauses(const Ref& event);
    /// Messages a second that no other event causes: of what is declared, the rest. Nothing: nobody says, or
    /// all of them follow from others.
    std::optional<double> ofItself(const Ref& event);

private:
    const std::vector<Ref>& causesOf(const Ref& event);
    Told workedOut(const Ref& event);

    const Lookup& m_lookup;
    bool m_hasLooked = false;
    std::map<Ref, std::vector<Ref>> m_causes;
    std::map<Ref, Told> m_asked, m_known; ///< known: wherever it is asked from
    std::set<Ref> m_open;                 ///< asked for at the moment: a circle adds nothing
    std::size_t m_circles = 0; ///< how often one was cut: what hangs on it holds only from where it was asked
};

} // namespace factline::freshness
