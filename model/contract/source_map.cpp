// SPDX-License-Identifier: Apache-2.0
#include "contract/source_map.h"

#include <algorithm>
#include <charconv>

namespace factline::contract {

namespace {

// One step of a path: the rest of it, and where the step leads.
struct Step {
    std::string_view rest;
    Location to;
};

// Item `[n]` of a sequence.
std::optional<Step> intoItem(const SyntaxTree& tree, const Location& from, std::string_view path) {
    if (tree[from.value].kind != NodeKind::Sequence) return std::nullopt;
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(path.data() + 1, path.data() + path.size(), index);
    if (error != std::errc() || end == path.data() + path.size() || *end != ']') return std::nullopt;
    NodeIndex item = tree[from.value].first;
    while (item != noNode && index-- > 0)
        item = tree[item].next;
    if (item == noNode) return std::nullopt;
    return Step{path.substr(static_cast<std::size_t>(end + 1 - path.data())), {from.file, item, item}};
}

// The entry whose key is the longest beginning of the path; keys may have dots in them.
std::optional<Step> intoEntry(const SyntaxTree& tree, const Location& from, std::string_view path) {
    if (tree[from.value].kind != NodeKind::Mapping) return std::nullopt;
    std::optional<Step> best;
    std::size_t longest = 0;
    for (NodeIndex key = tree[from.value].first; key != noNode;) {
        const NodeIndex value = tree[key].next;
        if (value == noNode) break;
        const std::string_view name = tree.scalar(key);
        const bool whole = path.size() == name.size();
        if (path.starts_with(name) && (whole || path[name.size()] == '.' || path[name.size()] == '[') &&
            name.size() > longest) {
            longest = name.size();
            best = Step{path.substr(name.size()), {from.file, key, value}};
        }
        key = tree[value].next;
    }
    return best;
}

} // namespace

std::uint32_t SourceMap::addFile(std::shared_ptr<const SyntaxTree> tree) {
    m_trees.push_back(std::move(tree));
    return static_cast<std::uint32_t>(m_trees.size() - 1);
}

void SourceMap::addElement(ElementId id, Location location) {
    m_entries.push_back({id, location});
}

void SourceMap::removeInside(const Location& at) {
    const SyntaxTree& tree = *m_trees[at.file];
    const std::uint32_t end = std::max(tree.end(at.key), tree.end(at.value));
    std::erase_if(m_entries, [&](const Entry& entry) {
        return entry.location.file == at.file && entry.location.key >= at.key &&
               tree[entry.location.key].begin < end;
    });
}

void SourceMap::renumber(const std::vector<std::pair<ElementId, ElementId>>& ids) {
    std::vector<std::pair<ElementId, ElementId>> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    for (Entry& entry : m_entries) {
        const auto found = std::lower_bound(sorted.begin(), sorted.end(), std::pair(entry.id, ElementId{}));
        if (found != sorted.end() && found->first == entry.id) entry.id = found->second;
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

SourceMap SourceMap::spliced(std::uint32_t file, std::shared_ptr<const SyntaxTree> tree, NodeIndex begin,
                             NodeIndex end, std::int64_t moved) const {
    SourceMap result;
    result.m_trees = m_trees;
    result.m_trees[file] = std::move(tree);
    result.m_entries.reserve(m_entries.size());
    const auto after = [&](NodeIndex node) {
        return node == noNode || node < end ? node : static_cast<NodeIndex>(node + moved);
    };
    for (const Entry& entry : m_entries) {
        const Location& at = entry.location;
        if (at.file != file)
            result.m_entries.push_back(entry);
        else if (at.key < begin || at.key >= end)
            result.m_entries.push_back({entry.id, {file, after(at.key), after(at.value)}});
    }
    return result;
}

void SourceMap::addAll(const SourceMap& other) {
    const auto middle = static_cast<std::ptrdiff_t>(m_entries.size());
    m_entries.insert(m_entries.end(), other.m_entries.begin(), other.m_entries.end());
    std::inplace_merge(m_entries.begin(), m_entries.begin() + middle, m_entries.end(),
                       [](const Entry& a, const Entry& b) { return a.id < b.id; });
}

std::optional<Location> SourceMap::locate(ElementId id) const {
    if (!id) {
        if (m_trees.empty() || m_trees.front()->root() == noNode) return std::nullopt;
        return Location{0, noNode, m_trees.front()->root()};
    }
    const auto found =
        std::lower_bound(m_entries.begin(), m_entries.end(), id,
                         [](const Entry& entry, ElementId wanted) { return entry.id < wanted; });
    if (found == m_entries.end() || found->id != id) return std::nullopt;
    return found->location;
}

std::optional<Location> SourceMap::locate(ElementId id, std::string_view field) const {
    auto at = locate(id);
    while (at && !field.empty()) {
        if (field.front() == '.') field.remove_prefix(1);
        const SyntaxTree& tree = *m_trees[at->file];
        const auto step =
            !field.empty() && field.front() == '[' ? intoItem(tree, *at, field) : intoEntry(tree, *at, field);
        if (!step) return std::nullopt;
        at = step->to;
        field = step->rest;
    }
    return at;
}

SourceRange SourceMap::find(ElementId id, std::string_view field) const {
    // The longest part of the path that is written.
    for (std::string_view path = field; !path.empty();) {
        if (const auto at = locate(id, path)) return m_trees[at->file]->range(at->value);
        const std::size_t cut = path.find_last_of(".[");
        path = path.substr(0, cut == std::string_view::npos ? 0 : cut);
    }
    if (const auto at = locate(id)) return m_trees[at->file]->range(at->key == noNode ? at->value : at->key);
    if (m_trees.empty()) return {};
    return m_trees.front()->rangeOf(0, 0);
}

} // namespace factline::contract
