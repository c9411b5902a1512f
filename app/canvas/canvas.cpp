// SPDX-License-Identifier: Apache-2.0
#include "canvas/canvas.h"

#include <QAction>
#include <QMouseEvent>

#include "canvas/hit.h"

namespace factline::canvas {

namespace {

constexpr int slack = 4; ///< pixels that a click may move

} // namespace

Canvas::Canvas(const workspace::Workspace& around, const picture::Theme& theme, QWidget* parent)
    : DiagramView(theme, parent)
    , m_around(around) {
    follow();
}

Canvas::~Canvas() = default;

void Canvas::follow() {
    auto& document = m_around.document;
    connect(&document, &document::Document::changed, this, [this] {
        if (m_around.document.isOpen() && m_around.document.file() == m_file) return;
        m_around.selection.clear();
        clear();
    });
    // Saved under another name it is still the same model; `changed` comes first where it is not.
    connect(&document, &document::Document::statusChanged, this,
            [this] { m_file = m_around.document.file(); });
    connect(&m_around.drawing, &jobs::Drawing::drawn, this,
            [this](const auto& drawn) { showPicture(*drawn); });
    connect(&m_around.selection, &viewmodels::Selection::changed, this, [this] { update(); });
    connect(&m_around.selection, &viewmodels::Selection::reveal, this, &Canvas::reveal);
    m_file = document.file();
    if (const auto& latest = m_around.drawing.latest()) showPicture(*latest);
}

void Canvas::showPicture(const jobs::Drawn& drawn) {
    const document::Snapshot& state = m_around.document.snapshot();
    if (!state) return;
    // The first picture of a model is drawn once more with what the rules say of it.
    if (!hasDiagram() && !m_around.judge.isUpToDate()) return;
    // A file that cannot be understood at all must not take the picture away that was there.
    if (hasDiagram() && !state->base->problems.empty() && state->model.contexts.empty()) return;
    setDiagram(*drawn.diagram);
}

QAction* Canvas::action(const char* id) const {
    return findChild<QAction*>(QLatin1String(id), Qt::FindDirectChildrenOnly);
}

std::optional<ElementKey> Canvas::selected() const {
    if (!hasDiagram()) return std::nullopt;
    return keyOf(diagram(), m_around.selection.current());
}

void Canvas::reveal() {
    if (!hasDiagram()) return;
    if (const auto key = selected())
        if (const auto place = rectOf(diagram(), *key)) bringIntoView(*place);
}

void Canvas::mark(picture::PaintOptions& options) const {
    for (const ElementId id : m_around.selection.ids())
        if (auto key = keyOf(diagram(), id)) options.selected.insert(std::move(*key));
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    m_pressedAt = event->position();
    DiagramView::mousePressEvent(event);
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    DiagramView::mouseReleaseEvent(event);
    const bool click = (event->position() - m_pressedAt).manhattanLength() < slack;
    if (event->button() != Qt::LeftButton || !click || isSpaceDown() || !hasDiagram()) return;
    const ElementId hit = idAt(diagram(), viewport().toDiagram(event->position()));
    if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (hit) m_around.selection.toggle(hit);
    } else {
        m_around.selection.set(hit ? std::vector{hit} : std::vector<ElementId>{});
    }
}

} // namespace factline::canvas
