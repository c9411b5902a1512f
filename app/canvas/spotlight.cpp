// SPDX-License-Identifier: Apache-2.0
#include "canvas/spotlight.h"

#include "canvas/hit.h"
#include "picture/painter.h"

namespace factline::canvas {

void Spotlight::follow(const diagram::Diagram& diagram, const viewmodels::Selection& selection) {
    const auto& ids = selection.ids();
    std::optional<std::size_t> node;
    if (selection.undeclared())
        node = nodeOf(diagram, *selection.undeclared());
    else if (ids.size() == 1)
        node = nodeOf(diagram, ids.front());
    m_path = node ? pathOf(diagram, *node) : Light{};
    if (m_hops > 0 && !ids.empty()) m_focus = around(diagram, ids, m_hops);
}

void Spotlight::widen(const diagram::Diagram& diagram, const viewmodels::Selection& selection) {
    if (!selection.ids().empty()) m_focus = around(diagram, selection.ids(), ++m_hops);
}

bool Spotlight::end() {
    if (m_hops == 0) return false;
    m_hops = 0;
    m_focus = {};
    return true;
}

void Spotlight::mark(picture::PaintOptions& options) const {
    options.lit = m_hops > 0 ? m_focus.shapes : m_path.shapes;
    options.litEdges = m_path.edges;
}

} // namespace factline::canvas
