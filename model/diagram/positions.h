// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "diagram/diagram.h"
#include "diagram/layout.h"
#include "diagram/sketch.h"

namespace factline::diagram {

/// Where shapes stand: the top left corner of contexts and nodes in the diagram's coordinates, by what the
/// element is called ("event orders/OrderCompleted").
struct Positions {
    std::map<std::string, Point> nodes;
    /// Where something new is to stand if there is room: its centre (a context: its top left corner). Lives
    /// until complete() has found a slot near it; a sidecar holds none.
    std::map<std::string, Point> wishes;
    /// Where what is gone stood; if it comes back, it takes the nearest free slot. A sidecar holds none.
    std::map<std::string, Point> gone;
    bool operator==(const Positions&) const = default;
};

/// Reads the sidecar `NAME.layout.json`: `{"format": 1, "nodes": {"event orders/OrderCompleted": [x, y]}}`.
/// Errors name what is wrong; coordinates beyond a million are refused.
Result<Positions> parsePositions(std::string_view json);
/// The sidecar's text: sorted, one node a line, at most two digits after the point.
std::string renderPositions(const Positions& positions);

/// Positions of everything, as the layout program said.
Positions arrange(const Sketch& sketch, const LayoutResult& result);

/// True where nothing of the sketch has a kept or former position or a wish, so that a layout is needed.
bool needsLayout(const Sketch& sketch, const Positions& kept);

/// Kept positions and, for what has none, the nearest free slot (to its wish or where it stood before): a
/// node inside its context (the context grows), a context beside those it is related to. Nothing that has a
/// position moves; a renamed element keeps the position of its former name; positions of elements that are
/// gone are left out.
Positions complete(const Sketch& sketch, const Positions& kept);

/// The same positions after an edit: what was renamed keeps its place under its new name, what moved to
/// another context gives its place up there, what is gone may come back.
Positions carryPositions(const Positions& positions, const Lookup& before, const Lookup& after);

/// What was found for the shapes that are drawn, and the places in `kept` of what is not drawn now but is in
/// the model (another stage). What else `kept` knows counts as gone.
Positions settled(Positions found, const Positions& kept, const Model& model);

} // namespace factline::diagram
