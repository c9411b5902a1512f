// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "diagram/arrange/columns.h"

namespace factline::diagram {

/// The most boxes that compose() takes.
inline constexpr std::size_t mostToCompose = 60;

/// A composition of few boxes: from places that another drawing gave their centres, columns in every number
/// that a page may have, each bettered by moving single boxes and swapping two as long as that lessens the
/// burden (burden.h). The same for the same request.
Block compose(const LayoutRequest& request, const std::vector<Point>& centres);

} // namespace factline::diagram
