// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freshness/journey.h"

namespace factline::freshness {

/// "310 ms", "1.31 s", "12 min", "3.2 h", "2 d": three digits that count, in the unit one would say.
std::string spokenTime(double seconds);
/// The same, never more than it is: for what something may take at the most.
std::string spokenLimit(double seconds);
/// "99 %", "99.90 %".
std::string spokenShare(double share);

/// "Bring the poll of a -> b down to 210 ms."; where no single hop will do, that.
std::string spoken(const Mend& mend);

} // namespace factline::freshness
