// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "diagram/diagram.h"

namespace factline::picture {

/// For each node, the index of the context it stands in; the number of contexts where there is none.
std::vector<std::size_t> homesOf(const diagram::Diagram& diagram);

} // namespace factline::picture
