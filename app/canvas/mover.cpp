// SPDX-License-Identifier: Apache-2.0
#include "canvas/mover.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "picture/homes.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "workspace/linking.h"

namespace factline::canvas {

namespace {

struct MoverWords {
    Q_DECLARE_TR_FUNCTIONS(Mover)
};

double snapped(double value) {
    return static_cast<double>(std::lround(value / placeGrid)) * placeGrid;
}

template<typename Shapes>
std::size_t indexOf(const Shapes& shapes, const ElementKey& key) {
    const auto found = std::ranges::find(shapes, key, [](const auto& shape) { return shape.key; });
    return static_cast<std::size_t>(found - shapes.begin());
}

} // namespace

bool Mover::take(const ElementKey& by) {
    if (!m_view.hasDiagram()) return false;
    const auto& diagram = m_view.diagram();
    Moved moved = movedBy(diagram, m_around.selection.ids(), m_around.selection.undeclared());
    m_by = indexOf(diagram.contexts, by);
    m_byContext = m_by < diagram.contexts.size();
    if (!m_byContext) m_by = indexOf(diagram.nodes, by);
    if (!m_byContext && m_by == diagram.nodes.size()) return false;
    if (moved.empty()) return false;
    m_ghost = std::make_unique<Ghost>(diagram, m_view.theme(), std::move(moved));
    m_holding = true;
    m_view.refresh();
    return true;
}

void Mover::hold(const QPointF& way, const QPointF& pointer) {
    if (!m_holding) return;
    const auto& diagram = m_view.diagram();
    const diagram::Rect& by = m_byContext ? diagram.contexts[m_by].rect : diagram.nodes[m_by].rect;
    m_ghost->shiftTo({snapped(by.x + way.x()) - by.x, snapped(by.y + way.y()) - by.y});
    std::optional<std::size_t> target;
    // What nobody declares is put where the reader wants it, and belongs where its name says.
    if (!m_byContext && diagram.nodes[m_by].id && m_ghost->moved().contexts.empty()) {
        for (std::size_t i = 0; i < diagram.contexts.size(); ++i)
            if (picture::toQt(diagram.contexts[i].rect).contains(pointer)) target = i;
        if (target && (!diagram.contexts[*target].id || picture::homesOf(diagram)[m_by] == *target))
            target.reset();
    }
    m_ghost->setTarget(target);
    m_view.update();
}

void Mover::drop() {
    if (!m_holding) return;
    m_holding = false;
    const auto& diagram = m_view.diagram();
    if (const auto target = m_ghost->target()) {
        std::vector<ElementId> ids;
        for (const std::size_t node : m_ghost->moved().nodes)
            if (diagram.nodes[node].id) ids.push_back(diagram.nodes[node].id);
        const diagram::Point centre = diagram.nodes[m_by].rect.centre();
        const diagram::Point at{centre.x + m_ghost->shift().x(), centre.y + m_ghost->shift().y()};
        const ElementId context = diagram.contexts[*target].id;
        if (!workspace::moveTo(m_around, std::move(ids), context, at)) cancel();
        return;
    }
    const QPointF shift = freeShift(diagram, m_ghost->moved(), m_ghost->shift());
    if (shift.isNull()) return cancel();
    m_ghost->shiftTo(shift);
    m_view.update();
    m_around.document.place(
        shifted(*m_around.document.snapshot()->positions, diagram, m_ghost->moved(), shift), label());
}

void Mover::cancel() {
    m_holding = false;
    m_ghost.reset();
    m_view.refresh();
}

void Mover::nudge(const QPointF& step, bool repeats) {
    if (m_holding || !m_view.hasDiagram()) return;
    const auto& diagram = m_view.diagram();
    Moved moved = movedBy(diagram, m_around.selection.ids(), m_around.selection.undeclared());
    if (moved.empty()) return;
    const bool same =
        m_ghost && m_ghost->moved().nodes == moved.nodes && m_ghost->moved().contexts == moved.contexts;
    if (!same) {
        m_ghost = std::make_unique<Ghost>(diagram, m_view.theme(), std::move(moved));
        m_view.refresh();
    }
    const QPointF way = freeStep(diagram, m_ghost->moved(), m_ghost->shift(), step);
    if (way.isNull()) {
        if (m_ghost->shift().isNull()) cancel();
        return;
    }
    m_ghost->shiftTo(m_ghost->shift() + way);
    m_view.update();
    if (!repeats || m_gesture == document::noGesture) m_gesture = m_around.document.newGesture();
    m_around.document.place(shifted(*m_around.document.snapshot()->positions, diagram, m_ghost->moved(), way),
                            label(), m_gesture);
}

/// "Move OrderCompleted": contexts speak for what is in them.
QString Mover::label() const {
    const auto& diagram = m_view.diagram();
    const Moved& moved = m_ghost->moved();
    if (moved.contexts.size() == 1 && m_around.selection.ids().size() < 2)
        return MoverWords::tr("Move %1").arg(
            picture::toQString(diagram.contexts[moved.contexts.front()].key.name));
    if (moved.contexts.empty() && moved.nodes.size() == 1) {
        const std::string& name = diagram.nodes[moved.nodes.front()].key.name;
        return MoverWords::tr("Move %1").arg(picture::toQString(name.substr(name.find('/') + 1)));
    }
    return MoverWords::tr("Move %1 shapes")
        .arg(moved.contexts.empty() ? moved.nodes.size() : m_around.selection.ids().size());
}

} // namespace factline::canvas
