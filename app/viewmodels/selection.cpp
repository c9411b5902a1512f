// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/selection.h"

#include <algorithm>

namespace factline::viewmodels {

void Selection::set(std::vector<ElementId> ids) {
    if (ids == m_ids && m_field.empty() && !m_undeclared) return;
    m_ids = std::move(ids);
    m_field.clear();
    m_undeclared.reset();
    emit changed();
}

void Selection::select(ElementId id, std::string field) {
    const std::vector<ElementId> wanted = id ? std::vector{id} : std::vector<ElementId>{};
    if (wanted != m_ids || field != m_field || m_undeclared) {
        m_ids = wanted;
        m_field = std::move(field);
        m_undeclared.reset();
        emit changed();
    }
    emit reveal();
}

void Selection::selectUndeclared(ElementKey key) {
    if (m_undeclared == key) return;
    m_ids.clear();
    m_field.clear();
    m_undeclared = std::move(key);
    emit changed();
}

void Selection::toggle(ElementId id) {
    std::vector<ElementId> ids = m_ids;
    const auto found = std::ranges::find(ids, id);
    if (found == ids.end())
        ids.push_back(id);
    else
        ids.erase(found);
    set(std::move(ids));
}

} // namespace factline::viewmodels
