// SPDX-License-Identifier: Apache-2.0
#include "shell/selection_trail.h"

#include "canvas/diagram_view.h"

namespace factline::shell {

namespace {

constexpr std::size_t longest = 100;

} // namespace

SelectionTrail::SelectionTrail(viewmodels::Selection& selection, canvas::DiagramView& view, QObject* parent)
    : QObject(parent)
    , m_selection(selection)
    , m_view(view) {
    connect(&selection, &viewmodels::Selection::changed, this, &SelectionTrail::follow);
}

void SelectionTrail::follow() {
    if (m_going) return;
    // What is selected now is brought into view only after this.
    if (m_there) m_places[m_at].look = m_view.look();
    const auto& ids = m_selection.ids();
    m_there = !m_places.empty() && m_places[m_at].ids == ids;
    if (ids.empty() || m_there) return;
    if (!m_places.empty()) m_places.resize(m_at + 1);
    m_places.push_back({ids, m_view.look()});
    if (m_places.size() > longest) m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
    m_there = true;
}

void SelectionTrail::forget() {
    m_places.clear();
    m_at = 0;
    m_there = false;
}

void SelectionTrail::go(int step) {
    if (m_places.empty()) return;
    // After clearing the selection, "back" means the last one that there was.
    if (m_there && ((step < 0 && m_at == 0) || (step > 0 && m_at + 1 == m_places.size()))) return;
    if (m_there) {
        m_places[m_at].look = m_view.look();
        m_at = step < 0 ? m_at - 1 : m_at + 1;
    }
    const Place place = m_places[m_at];
    m_going = true;
    if (place.ids.size() == 1)
        m_selection.select(place.ids.front());
    else
        m_selection.set(place.ids);
    m_going = false;
    m_there = true;
    m_view.lookAt(place.look);
}

} // namespace factline::shell
