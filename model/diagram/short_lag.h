// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "domain/lag.h"

namespace factline::diagram {

/// A length of time for a label: "20 ms", "0.8 s", "31 s", "2 min", "4 h", "7 d"; two digits that count.
std::string shortDuration(Duration duration);

/// A lag for a label: its p99 or length, or how it waits ("every 15 min", "by schedule", "window 30 s"); hops
/// joined with " + ". Empty where nothing is declared.
std::string shortLag(const Lag& lag);

} // namespace factline::diagram
