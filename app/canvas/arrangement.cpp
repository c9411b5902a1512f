// SPDX-License-Identifier: Apache-2.0
#include "canvas/arrangement.h"

#include "canvas/busy_note.h"
#include "canvas/diagram_view.h"

namespace factline::canvas {

Arrangement::Arrangement(DiagramView& view, const workspace::Workspace& around)
    : QObject(&view)
    , m_view(view)
    , m_around(around)
    , m_note(new BusyNote(&view)) {
    m_note->setTheme(view.theme());
    connect(m_note, &BusyNote::cancelled, this, &Arrangement::cancel);
    connect(&m_way, &Rearranging::changed, &view, &DiagramView::refresh);
}

void Arrangement::ask() {
    if (!m_around.document.isOpen() || !m_view.hasDiagram()) return;
    setWaiting(true);
    m_around.drawing.arrange();
}

void Arrangement::cancel() {
    m_around.drawing.cancel();
    end();
}

void Arrangement::end() {
    setWaiting(false);
}

void Arrangement::show(const diagram::Positions& positions) {
    m_way.start(m_view.diagram(), positions, m_view.theme());
    diagram::Positions all = m_around.document.snapshot()->positions;
    for (const auto& [key, at] : positions.nodes)
        all.nodes.insert_or_assign(key, at);
    const auto revision = m_around.document.revision();
    m_around.document.place(std::move(all), tr("Lay out again"));
    if (revision == m_around.document.revision()) m_way.stop(); // all stands there already
}

void Arrangement::setTheme(const picture::Theme& theme) {
    m_note->setTheme(theme);
}

void Arrangement::place() {
    m_note->place();
}

void Arrangement::setWaiting(bool waiting) {
    if (waiting)
        m_note->say(tr("Laying everything out …"));
    else
        m_note->hide();
    emit waitingChanged(waiting);
}

} // namespace factline::canvas
