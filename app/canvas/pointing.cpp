// SPDX-License-Identifier: Apache-2.0
#include "canvas/pointing.h"

#include <algorithm>

#include <QMouseEvent>

#include "canvas/handle.h"
#include "canvas/hit.h"
#include "canvas/hover.h"
#include "canvas/tools/band.h"
#include "canvas/tools/link_drag.h"
#include "canvas/tools/move_drag.h"
#include "workspace/addition.h"

namespace factline::canvas {

namespace {

constexpr int slack = 4; ///< pixels that a click may move
constexpr Qt::KeyboardModifiers adding = Qt::ControlModifier | Qt::ShiftModifier;
constexpr double edgeWidth = 32; ///< pixels at each side where dragging moves the view
constexpr double fastest = 24;   ///< pixels a tick, at the edge itself and beyond
constexpr int scrollTick = 16;   ///< ms

/// How far the view moves on in a tick along one axis, for a pointer at `at` of `length`.
double pull(double at, double length) {
    const double before = std::clamp((edgeWidth - at) / edgeWidth, 0.0, 1.0);
    const double behind = std::clamp((at - (length - edgeWidth)) / edgeWidth, 0.0, 1.0);
    return (before - behind) * fastest;
}

} // namespace

Pointing::Pointing(DiagramView& view, const workspace::Workspace& around, Mover& mover, Editing& editing)
    : QObject(&view)
    , m_view(view)
    , m_around(around)
    , m_mover(mover)
    , m_editing(editing) {
    m_scrolling.setInterval(scrollTick);
    connect(&m_scrolling, &QTimer::timeout, this, &Pointing::scroll);
}

Pointing::~Pointing() = default;

void Pointing::press(const QMouseEvent& event) {
    const QPointF place = m_view.viewport().toDiagram(event.position());
    m_press = {event.position(), idAt(m_view.diagram(), place), undeclaredAt(m_view.diagram(), place),
               handleAt(event.position()), event.modifiers()};
}

void Pointing::move(const QPointF& at) {
    if (m_press && !m_drag && (at - m_press->at).manhattanLength() >= slack) beginDrag();
    m_pointer = at;
    if (m_drag) {
        m_drag->move(at);
        const bool atEdge = pull(at.x(), m_view.width()) != 0 || pull(at.y(), m_view.height()) != 0;
        if (!atEdge)
            m_scrolling.stop();
        else if (!m_scrolling.isActive())
            m_scrolling.start();
    } else if (!m_press) {
        hover(at);
    }
}

void Pointing::release(const QPointF& at) {
    const auto press = std::exchange(m_press, std::nullopt);
    if (m_drag) {
        m_scrolling.stop();
        std::exchange(m_drag, nullptr)->drop(at);
        emit dropped();
        return;
    }
    if (!press || press->linkFrom) return;
    if (press->undeclared)
        m_around.selection.selectUndeclared(*press->undeclared);
    else if (!(press->modifiers & adding))
        m_around.selection.set(press->hit ? std::vector{press->hit} : std::vector<ElementId>{});
    else if (press->hit)
        m_around.selection.toggle(press->hit);
}

void Pointing::doubleClick(const QPointF& at) {
    m_press.reset();
    if (!m_view.hasDiagram()) return m_editing.quickInsert(at);
    const QPointF place = m_view.viewport().toDiagram(at);
    if (const auto undeclared = undeclaredAt(m_view.diagram(), place)) {
        (void)workspace::declare(m_around, *undeclared);
    } else if (const ElementId named = namedAt(m_view.diagram(), place)) {
        m_around.selection.set({named});
        m_editing.rename();
    } else {
        m_editing.quickInsert(at);
    }
}

void Pointing::choose(const QPointF& at) {
    const QPointF place = m_view.viewport().toDiagram(at);
    const ElementId hit = idAt(m_view.diagram(), place);
    const auto& ids = m_around.selection.ids();
    if (const auto undeclared = undeclaredAt(m_view.diagram(), place))
        m_around.selection.selectUndeclared(*undeclared);
    else if (std::ranges::find(ids, hit) == ids.end())
        m_around.selection.set(hit ? std::vector{hit} : std::vector<ElementId>{});
}

void Pointing::leave() {
    m_pointer.reset();
    if (std::exchange(m_hovered, std::nullopt)) m_view.update();
}

bool Pointing::cancelDrag() {
    if (!m_drag) return false;
    m_press.reset();
    m_scrolling.stop();
    std::exchange(m_drag, nullptr)->cancel();
    return true;
}

void Pointing::lookAgain() {
    m_hovered.reset();
    if (m_pointer) hover(*m_pointer);
}

std::vector<std::size_t> Pointing::handles() const {
    std::vector<std::size_t> nodes;
    if (!m_view.hasDiagram()) return nodes;
    const auto& all = m_view.diagram().nodes;
    if (m_hovered && all[*m_hovered].id) nodes.push_back(*m_hovered);
    const auto& ids = m_around.selection.ids();
    for (std::size_t i = 0; ids.size() == 1 && i < all.size(); ++i)
        if (all[i].id == ids.front() && i != m_hovered) nodes.push_back(i);
    return nodes;
}

void Pointing::paintDrag(QPainter& painter) const {
    if (m_drag) m_drag->paint(painter);
}

ElementId Pointing::handleAt(const QPointF& at) const {
    for (const std::size_t node : handles())
        if (isOnHandle(m_view.diagram(), node, m_view.viewport(), at)) return m_view.diagram().nodes[node].id;
    return {};
}

void Pointing::beginDrag() {
    const Press press = *m_press;
    auto& selection = m_around.selection;
    if (press.linkFrom) {
        m_drag = std::make_unique<LinkDrag>(m_view, m_around, m_editing, press.linkFrom);
        return;
    }
    const auto by = press.undeclared ? press.undeclared : keyOf(m_view.diagram(), press.hit);
    if (by && !(press.modifiers & Qt::ShiftModifier)) {
        if (press.undeclared)
            selection.selectUndeclared(*by);
        else if (std::ranges::find(selection.ids(), press.hit) == selection.ids().end())
            selection.set({press.hit});
        if (m_mover.take(*by)) m_drag = std::make_unique<MoveDrag>(m_view, m_mover, press.at);
        return;
    }
    m_drag = std::make_unique<Band>(m_view, selection, press.at,
                                    press.modifiers & adding ? selection.ids() : std::vector<ElementId>{});
}

void Pointing::hover(const QPointF& at) {
    if (!m_view.hasDiagram()) return;
    if (m_hovered && isOnHandle(m_view.diagram(), *m_hovered, m_view.viewport(), at)) return;
    const auto node = nodeUnder(m_view.diagram(), m_view.viewport().toDiagram(at));
    if (node == m_hovered) return;
    m_hovered = node;
    m_view.update();
}

void Pointing::scroll() {
    if (!m_drag || !m_pointer) return m_scrolling.stop();
    m_view.scrollBy({pull(m_pointer->x(), m_view.width()), pull(m_pointer->y(), m_view.height())});
    m_drag->move(*m_pointer);
}

} // namespace factline::canvas
