// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "diagram/diagram.h"
#include "diagram/positions.h"
#include "diagram/sketch.h"

namespace factline::diagram {

/// What stands under an exported picture.
struct Caption {
    std::string title;
    std::string version;
    std::string date; ///< ISO 8601; empty: none
};

/// The picture: shapes at their positions, contexts around their nodes, edges routed, labels placed. The way
/// from a model to it:
///   sketch -> layoutRequest -> factline-layout -> arrange (or complete, with a sidecar) -> build.
/// Shapes without a position stand at the origin of their context; give positions from arrange or complete.
Diagram build(Sketch sketch, const Positions& positions, const Caption& caption = {});

} // namespace factline::diagram
