// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "canvas/lit_path.h"
#include "viewmodels/selection.h"

namespace factline::picture {
struct PaintOptions;
}

namespace factline::canvas {

/// What stands out of the picture: the path through the one node that is selected, or the neighbourhood that
/// was asked for. Worked out once for each selection and picture, because frames are many.
class Spotlight {
public:
    void follow(const diagram::Diagram& diagram, const viewmodels::Selection& selection);
    void forget() { m_path = {}; }
    /// All within one hop more than now of what is selected, and nothing else.
    void widen(const diagram::Diagram& diagram, const viewmodels::Selection& selection);
    /// Back to the path; false where no neighbourhood was asked for.
    bool end();
    void mark(picture::PaintOptions& options) const;

private:
    Light m_path;
    Light m_focus;
    std::size_t m_hops = 0; ///< 0: no neighbourhood
};

} // namespace factline::canvas
