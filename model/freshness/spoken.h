// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freshness/journey.h"

namespace factline::freshness {

/// "310 ms", "1.31 s", "12 min", "3.2 h", "2 d": three digits that count, in the unit one would say.
std::string spokenTime(double seconds);
/// The same, never more than it is: for what something may take at the most.
std::string spokenLimit(double seconds);
/// What spokenLimit says, in seconds.
double toldLimit(double seconds);
/// A time that somebody declared, as it was: "2.786 s".
std::string spokenDuration(double seconds);
/// "99 %", "99.9 %", "99.999 %" where that is all there is of it, else two or three digits that count,
/// without zeros behind a point; near 99 % four, for what is broken is not to look like what is kept.
std::string spokenShare(double share);
/// The same as parts of sentences: for ever, and what is more or less than any number, are words.
Phrase timeInWords(double seconds);
Phrase shareInWords(double share);
/// How much of an error budget is used: "none of it", "hardly any of it", "14.6 %", "100 times over".
Phrase spokenBudget(double used);
/// How busy a consumer is: "80 %", "1.5 times what it can do" from twice on.
std::string spokenLoad(double utilisation);
/// "2.7": by how much a hop may grow, never more than it is.
std::string spokenSlack(double factor);

/// Where a hop leads from and to: "a/b -> c/d"; of a channel of its own "the transport of a/b".
Phrase spokenEnds(const std::string& from, const std::string& to);

/// The same for each hop of a way; where several have the same ends, by their kind as well: "a/b -> c/d,
/// window".
std::vector<std::string> spokenHops(const std::vector<const Step*>& hops);
/// "poll", "schedule", "window", "work" or "fixed time": one hop of several between two places.
std::string_view spokenKind(const Hop& hop);

/// The numbers of a hop that come down together, by the names that the language gives them: "p50 and p99",
/// "poll"; of a schedule "longest gap of the schedule". `withWork`: what it does each time as well.
Phrase spokenNumbers(const Hop& hop, bool withWork = false);
/// Their values in the same order, as they were declared: "300 ms and 3 s"; of a schedule nothing.
Phrase spokenValues(const Hop& hop, bool withWork = false);

/// "Bring the p50 and p99 of a -> b down to 124 ms and 1.24 s."; where no single hop will do, that.
Phrase spoken(const Mend& mend);

} // namespace factline::freshness
