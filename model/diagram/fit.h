// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "diagram/positions.h"
#include "diagram/sketch.h"

namespace factline::diagram {

/// Between a sketch and what is built of it, where places are kept:
///   sketch -> fitted (with what is kept) -> complete; the same sketch -> fitted (with all) -> build.
/// The same with every shape that stands somewhere no larger than the room it has there: where an edit made a
/// name longer or a box wider, a label is wrapped or shortened rather than that a node lies on another or a
/// context on another. A context that is walled in goes on in further boxes at the end of `contexts`,
/// with an empty key. Nothing changes where there is room enough. `measure`: the one it was sketched with.
Sketch fitted(Sketch sketch, const Positions& places, const TextMeasure& measure);

/// The same, or nothing where there is room enough: of a large model a copy is much to hold.
std::optional<Sketch> refitted(const Sketch& sketch, const Positions& places, const TextMeasure& measure);

} // namespace factline::diagram
