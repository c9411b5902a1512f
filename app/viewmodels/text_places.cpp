// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/text_places.h"

#include <algorithm>
#include <tuple>

#include "domain/lookup.h"
#include "propagation/graph.h"

namespace factline::viewmodels {

namespace {

/// What the canvas, the outline and the inspector show as a thing of its own.
bool canBeSelected(ElementKind kind) {
    return kind == ElementKind::Context || propagation::isNode(kind);
}

} // namespace

TextPlaces::TextPlaces(std::shared_ptr<const contract::ReadModel> read)
    : m_read(std::move(read)) {
    if (!m_read) return;
    const Lookup lookup(m_read->model);
    m_places.reserve(lookup.all().size());
    for (const Located& located : lookup.all()) {
        if (!canBeSelected(located.key.kind)) continue;
        const ElementId id = located.id();
        const auto at = m_read->sources.locate(id);
        if (!at) continue;
        const contract::SyntaxTree& tree = m_read->sources.tree(at->file);
        const std::uint32_t begin = tree[at->key == contract::noNode ? at->value : at->key].begin;
        const std::uint32_t end = std::max(begin + 1, tree.end(at->value));
        const SourceRange first = tree.rangeOf(begin, begin);
        const SourceRange last = tree.rangeOf(end - 1, end - 1);
        if (first.line == 0 || last.line < first.line) continue;
        m_places.push_back({id, at->file, first.line - 1, last.line - 1});
    }
    std::ranges::stable_sort(m_places, [](const TextPlace& a, const TextPlace& b) {
        return std::tuple(a.file, a.first, b.last) < std::tuple(b.file, b.first, a.last);
    });
}

std::optional<TextPlace> TextPlaces::find(ElementId id) const {
    const auto found = std::ranges::find(m_places, id, &TextPlace::id);
    return found == m_places.end() ? std::nullopt : std::optional(*found);
}

ElementId TextPlaces::at(std::uint32_t file, std::size_t line) const {
    ElementId innermost;
    for (const TextPlace& place : m_places)
        if (place.file == file && place.first <= line && line <= place.last) innermost = place.id;
    return innermost;
}

} // namespace factline::viewmodels
