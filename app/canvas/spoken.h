// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "diagram/diagram.h"

namespace factline::canvas {

/// A node in words for who does not see it: "Event OrderPlaced, owned by Sales, 2 subscribers".
QString spokenName(const diagram::Diagram& diagram, std::size_t node);

/// What its badges say, a line each; empty where it has none.
QString spokenBadges(const diagram::NodeShape& node);

} // namespace factline::canvas
