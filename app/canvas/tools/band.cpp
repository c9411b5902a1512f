// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/band.h"

#include <algorithm>

#include <QPainter>

#include "picture/shapes.h"

namespace factline::canvas {

Band::Band(DiagramView& view, viewmodels::Selection& selection, const QPointF& from,
           std::vector<ElementId> kept)
    : m_view(view)
    , m_selection(selection)
    , m_from(view.viewport().toDiagram(from))
    , m_to(m_from)
    , m_kept(std::move(kept))
    , m_before(selection.ids())
    , m_undeclaredBefore(selection.undeclared()) {}

void Band::move(const QPointF& at) {
    m_to = m_view.viewport().toDiagram(at);
    const QRectF band = QRectF(m_from, m_to).normalized();
    std::vector<ElementId> ids = m_kept;
    const auto add = [&](ElementId id) {
        if (id && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (const auto& context : m_view.diagram().contexts)
        if (band.contains(picture::toQt(context.rect))) add(context.id);
    for (const auto& node : m_view.diagram().nodes)
        if (band.intersects(picture::toQt(node.rect))) add(node.id);
    std::vector<ElementKey> ghosts; // of what nobody declares, one can be selected, and by itself
    for (const auto& node : m_view.diagram().nodes)
        if (!node.id && band.intersects(picture::toQt(node.rect))) ghosts.push_back(node.key);
    if (ids.empty() && ghosts.size() == 1)
        m_selection.selectUndeclared(ghosts.front());
    else
        m_selection.set(std::move(ids));
    m_view.update();
}

void Band::cancel() {
    m_selection.set(m_before);
    if (m_undeclaredBefore) m_selection.selectUndeclared(*m_undeclaredBefore);
    m_view.update();
}

void Band::paint(QPainter& painter) const {
    const Viewport& viewport = m_view.viewport();
    const QRectF band = QRectF(viewport.toScreen(m_from), viewport.toScreen(m_to)).normalized();
    QColor fill = m_view.theme().accent;
    painter.setPen(QPen(fill, 1));
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.drawRect(band);
}

} // namespace factline::canvas
