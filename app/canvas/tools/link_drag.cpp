// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/link_drag.h"

#include <QCoreApplication>
#include <QPainter>

#include "canvas/hit.h"
#include "edit/link.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "workspace/linking.h"

namespace factline::canvas {

namespace {

struct LinkDragWords {
    Q_DECLARE_TR_FUNCTIONS(LinkDrag)
};

} // namespace

LinkDrag::LinkDrag(DiagramView& view, const workspace::Workspace& around, Editing& editing, ElementId from)
    : m_view(view)
    , m_around(around)
    , m_editing(editing)
    , m_from(from) {
    const auto& diagram = view.diagram();
    const auto add = [&](ElementId id) {
        if (auto key = keyOf(diagram, id)) m_legal.insert(std::move(*key));
    };
    add(from);
    for (const edit::LinkTarget& target : edit::legalTargets(around.document.snapshot()->model, from))
        add(target.id);
    if (const auto key = keyOf(diagram, from))
        if (const auto rect = rectOf(diagram, *key)) m_start = {rect->right(), rect->center().y()};
    m_view.refresh();
}

void LinkDrag::move(const QPointF& at) {
    m_to = at;
    m_view.update();
}

void LinkDrag::drop(const QPointF& at) {
    m_view.refresh();
    const auto key = elementAt(m_view.diagram(), m_view.viewport().toDiagram(at));
    const ElementId to = idAt(m_view.diagram(), m_view.viewport().toDiagram(at));
    if (to == m_from) return;
    if (key && key->kind != ElementKind::Context) {
        if (to)
            (void)workspace::link(m_around, m_from, to);
        else
            m_around.prompts.toast(
                LinkDragWords::tr("Nobody declares %1 yet. Select it and press Ins to declare "
                                  "it, then draw the line.")
                    .arg(picture::toQString(key->name)));
    } else {
        m_editing.addLinked(m_from, at);
    }
}

void LinkDrag::paint(QPainter& painter) const {
    const Viewport& viewport = m_view.viewport();
    painter.setPen(QPen(m_view.theme().accent, 2, Qt::DashLine, Qt::RoundCap));
    painter.drawLine(viewport.toScreen(m_start), m_to);
    const auto key = elementAt(m_view.diagram(), viewport.toDiagram(m_to));
    if (!key || !m_legal.contains(*key)) return;
    const auto rect = rectOf(m_view.diagram(), *key);
    painter.setPen(QPen(m_view.theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(viewport.toScreen(rect->topLeft()), viewport.toScreen(rect->bottomRight()))
                                .adjusted(-4, -4, 4, 4),
                            6, 6);
}

} // namespace factline::canvas
