// SPDX-License-Identifier: Apache-2.0
#include "canvas/arrangement.h"

#include <algorithm>
#include <utility>

#include "canvas/busy_note.h"
#include "canvas/diagram_view.h"
#include "canvas/moving.h"
#include "canvas/preparation.h"
#include "diagram/unique_keys.h"

namespace factline::canvas {

Arrangement::Arrangement(DiagramView& view, const workspace::Workspace& around)
    : QObject(&view)
    , m_view(view)
    , m_around(around)
    , m_note(new BusyNote(&view)) {
    m_note->setTheme(view.theme());
    connect(m_note, &BusyNote::cancelled, this, &Arrangement::cancel);
    connect(&m_way, &Rearranging::changed, &view, &DiagramView::refresh);
    connect(&m_way, &Rearranging::changed, this, &Arrangement::tell);
}

void Arrangement::ask() {
    if (!m_around.document.isOpen() || !m_view.hasDiagram()) return;
    setWaiting(true);
    m_around.drawing.arrange();
}

/// What gives up its place finds a new one as if it had just been added: the nearest free slot to where its
/// context's columns have it. Nothing else moves.
void Arrangement::selection() {
    if (!m_view.hasDiagram() || m_way.isShown()) return;
    const auto& diagram = m_view.diagram();
    const Moved chosen = movedBy(diagram, m_around.selection.ids(), m_around.selection.undeclared());
    if (chosen.nodes.empty()) return m_around.prompts.toast(tr("Select what is to be laid out again first."));
    diagram::Positions positions = *m_around.document.snapshot()->positions;
    diagram::UniqueKeys names;
    for (const auto& context : diagram.contexts)
        (void)names.take(context.key);
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        const std::string name = names.take(diagram.nodes[i].key);
        if (!std::ranges::binary_search(chosen.nodes, i)) continue;
        for (auto* places : {&positions.nodes, &positions.wishes, &positions.gone})
            places->erase(name);
    }
    const auto revision = m_around.document.revision();
    m_around.document.place(std::move(positions), tr("Lay out the selection again"));
    m_expected = revision != m_around.document.revision();
    m_step = m_around.document.history().index();
}

bool Arrangement::leadsTo(const diagram::Positions& positions) {
    if (!std::exchange(m_expected, false) || !m_view.hasDiagram() || !canMove()) return false;
    m_way.start(m_view.diagram(), positions, m_view.theme());
    return true;
}

void Arrangement::cancel() {
    m_around.drawing.cancel();
    if (m_way.isShown()) takeBack();
    end();
}

/// Shapes go back to where they stood; redo lays them out after all.
void Arrangement::takeBack() {
    m_way.stop();
    auto& history = m_around.document.history();
    if (history.index() == m_step)
        history.undo();
    else
        emit stopped();
}

void Arrangement::end() {
    setWaiting(false);
}

/// Of a large model every picture of the way would keep the window for longer than all of it is to last.
bool Arrangement::canMove() const {
    return !Preparation::pays(m_view.diagram());
}

void Arrangement::show(const diagram::Positions& positions) {
    if (canMove()) m_way.start(m_view.diagram(), positions, m_view.theme());
    diagram::Positions all = *m_around.document.snapshot()->positions;
    for (const auto& [key, at] : positions.nodes)
        all.nodes.insert_or_assign(key, at);
    const auto revision = m_around.document.revision();
    m_around.document.place(std::move(all), tr("Lay out again"));
    m_step = m_around.document.history().index();
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
    m_waits = waiting;
    tell();
}

void Arrangement::tell() {
    const bool can = m_waits || m_way.isShown();
    if (can == std::exchange(m_cancellable, can)) return;
    emit cancellableChanged(can);
}

} // namespace factline::canvas
