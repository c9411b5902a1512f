// SPDX-License-Identifier: Apache-2.0
#include "shell/selection_trail.h"

namespace factline::shell {

namespace {

constexpr std::size_t longest = 100;

} // namespace

SelectionTrail::SelectionTrail(viewmodels::Selection& selection, QObject* parent)
    : QObject(parent)
    , m_selection(selection) {
    connect(&selection, &viewmodels::Selection::changed, this, [this] {
        const auto& ids = m_selection.ids();
        if (m_going || ids.empty() || (!m_places.empty() && m_places[m_at] == ids)) return;
        if (!m_places.empty()) m_places.resize(m_at + 1);
        m_places.push_back(ids);
        if (m_places.size() > longest) m_places.erase(m_places.begin());
        m_at = m_places.size() - 1;
    });
}

void SelectionTrail::forget() {
    m_places.clear();
    m_at = 0;
}

void SelectionTrail::go(int step) {
    if (m_places.empty()) return;
    // After clearing the selection, "back" means the last one that there was.
    const bool there = m_selection.ids() == m_places[m_at];
    if (there && ((step < 0 && m_at == 0) || (step > 0 && m_at + 1 == m_places.size()))) return;
    if (there) m_at = step < 0 ? m_at - 1 : m_at + 1;
    m_going = true;
    const auto ids = m_places[m_at];
    if (ids.size() == 1)
        m_selection.select(ids.front());
    else
        m_selection.set(ids);
    m_going = false;
}

} // namespace factline::shell
