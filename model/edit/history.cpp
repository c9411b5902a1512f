// SPDX-License-Identifier: Apache-2.0
#include "edit/history.h"

#include <algorithm>

namespace factline::edit {

namespace {
const std::string nothing;
}

History::History(Model model, std::size_t limit)
    : m_limit(std::max<std::size_t>(limit, 1)) {
    m_states.push_back({std::move(model), {}});
}

void History::push(Model model, std::string label) {
    m_states.erase(m_states.begin() + static_cast<std::ptrdiff_t>(m_now) + 1, m_states.end());
    m_states.push_back({std::move(model), std::move(label)});
    if (m_states.size() > m_limit + 1) m_states.erase(m_states.begin());
    m_now = m_states.size() - 1;
}

const std::string& History::undoLabel() const {
    return canUndo() ? m_states[m_now].label : nothing;
}
const std::string& History::redoLabel() const {
    return canRedo() ? m_states[m_now + 1].label : nothing;
}

void History::undo() {
    if (canUndo()) --m_now;
}

void History::redo() {
    if (canRedo()) ++m_now;
}

} // namespace factline::edit
