// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "diagram/sketch.h"
#include "domain/lookup.h"

namespace factline::picture {

/// Puts on every view with a promise whether it can be kept, and the time it takes at its objective: that of
/// the change that fares worst.
void markPromises(diagram::Marks& marks, const Lookup& lookup);

} // namespace factline::picture
