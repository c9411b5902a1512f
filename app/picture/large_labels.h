// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace factline::picture {

struct PreparedDiagram;

/// The labels of lines as large as they may be before a room: each grows around its middle until it meets a
/// node, a badge, a title, the head of a line or another label that grows as well. Found when it is asked for
/// first. They belong to the thread that asks for them.
class LargeLabels {
public:
    /// The factor for the label of a line that has one; at least 1.
    double growth(const PreparedDiagram& prepared, std::size_t line);
    /// What stands around them is not the same any more.
    void forget() { m_known.clear(); }

private:
    std::vector<double> m_known; ///< by line; 0: not asked for yet
};

} // namespace factline::picture
