// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "review/review.h"

namespace factline::review {

/// The map as SVG for paper; empty where there is none.
Result<std::string> mapAsSvg(const Review& review);

} // namespace factline::review
