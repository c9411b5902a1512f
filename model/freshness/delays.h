// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/lookup.h"

namespace factline::freshness {

/// How long a change to one fact takes to one element that learns of it.
struct Delay {
    ElementKey element;
    double share = 0.99;        ///< of the changes; of a view and who reads it the view's own objective
    std::optional<double> time; ///< seconds, from the commit; nothing: nobody knows, or so many never arrive
    Phrase missing; ///< why nobody knows: what would have to be declared; empty: so many never arrive
    Ref change;     ///< the event by which it takes longest; none for the fact itself
};

/// The fact first, at 0, then everything that learns of its changes, by kind and name: events once they are
/// published, policies once they are triggered, views once they show it, facts once they are computed anew,
/// decisions once they rest on it (path, cache and think time). Several ways that meet again are complete
/// when all have arrived; of several events that announce the fact, and of several things that a decision
/// reads, the slowest counts, one that is not known before all others. As in the analysis, a way through a
/// policy counts where it goes on telling of the fact or one derived from it: whatever else follows from a
/// change is a consequence and not in the list. Empty where there is no such fact.
std::vector<Delay> delaysOf(const Lookup& lookup, const Ref& fact);

} // namespace factline::freshness
