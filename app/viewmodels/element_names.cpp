// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/element_names.h"

#include <algorithm>

#include "domain/sections.h"
#include "viewmodels/kind_words.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

void ElementNames::show(const Model& model, std::span<const ElementKind> kinds, std::string_view context) {
    const auto wanted = [&](ElementKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); };
    std::vector<Name> names;
    const auto addAll = [&](ElementKind kind, const auto& list) {
        if (!wanted(kind)) return;
        for (const auto& element : list)
            names.push_back({toQString(element->name), kind});
    };
    const auto addInside = [&](const Context& of) {
        forEachSection(of, [&]<typename T>(const std::vector<Shared<T>>& list) {
            if (!wanted(kindOf<T>())) return;
            for (const auto& element : list)
                names.push_back({toQString(unparseRef({of.name, element->name}, context)), kindOf<T>()});
        });
    };
    for (const auto& own : model.contexts)
        if (own->name == context) addInside(*own);
    for (const auto& other : model.contexts)
        if (other->name != context) addInside(*other);
    addAll(ElementKind::Claim, model.claims);
    addAll(ElementKind::Context, model.contexts);
    addAll(ElementKind::Audience, model.audiences);
    if (wanted(ElementKind::Stage) && model.migration)
        for (const StageName& stage : model.migration->stages)
            names.push_back({toQString(stage), ElementKind::Stage});
    if (names == m_names) return;
    beginResetModel();
    m_names = std::move(names);
    endResetModel();
}

int ElementNames::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant ElementNames::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Name& name = m_names[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::EditRole) return name.text;
    if (role == Qt::ToolTipRole) return kindWord(name.kind);
    return {};
}

} // namespace factline::viewmodels
