// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "diagram/diagram.h"

namespace factline::diagram {

/// A context before it has a box: where its title stands and what rooms its nodes need, the least of each.
struct Unboxed {
    std::optional<Rect> title;
    std::vector<Rect> rooms;
};

/// One box of a context and which of its rooms it holds. The first box of a context has its title.
struct Box {
    std::size_t context = 0;
    std::vector<std::size_t> rooms; ///< indices into Unboxed::rooms
    Rect rect;
};

/// A box around everything that a context has, and none around nothing. Where that would reach over another
/// context, the context goes on in further boxes: as few as leave the others alone.
std::vector<Box> boxesAround(const std::vector<Unboxed>& contexts);

} // namespace factline::diagram
