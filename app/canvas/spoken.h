// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "diagram/diagram.h"

namespace factline::canvas {

/// A shape in words for who does not see it: "Event OrderPlaced, owned by Sales, 2 subscribers", "Context
/// Sales, owned by Shop floor".
QString spokenName(const diagram::Diagram& diagram, const diagram::NodeShape& node);
QString spokenName(const diagram::ContextShape& context);

/// What badges say, a line each; empty where there are none.
QString spokenBadges(const std::vector<diagram::Badge>& badges);

} // namespace factline::canvas
