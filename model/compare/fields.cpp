// SPDX-License-Identifier: Apache-2.0
#include "compare/fields.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "contract/writing/render_tree.h"

namespace factline::compare {

namespace {

using contract::Tree;

void collect(const Tree& tree, OwnTrees& trees) {
    if (tree.id) trees.emplace(tree.id, &tree);
    for (const Tree::Entry& entry : tree.entries)
        collect(entry.value, trees);
    for (const Tree& item : tree.items)
        collect(item, trees);
}

/// A list of elements, which are compared one by one and not as a value of what is around them.
bool holdsElements(const Tree& tree) {
    return std::ranges::any_of(tree.items, [](const Tree& item) { return bool(item.id); }) ||
           std::ranges::any_of(tree.entries, [](const auto& entry) { return bool(entry.value.id); });
}

bool ordered(std::string_view key) {
    return key == "key" || key == "stages";
}

const Tree* find(const Tree& tree, const std::string& key) {
    const auto found = std::ranges::find(tree.entries, key, &Tree::Entry::key);
    return found == tree.entries.end() || holdsElements(found->value) ? nullptr : &found->value;
}

std::vector<std::string> texts(const Tree& sequence) {
    std::vector<std::string> result;
    result.reserve(sequence.items.size());
    for (const Tree& item : sequence.items)
        result.push_back(contract::flowText(item));
    return result;
}

bool sameItems(std::string_view key, const Tree& before, const Tree& after) {
    auto old = texts(before);
    auto now = texts(after);
    if (!ordered(key)) {
        std::ranges::sort(old);
        std::ranges::sort(now);
    }
    return old == now;
}

class Walk {
public:
    explicit Walk(ElementKind kind)
        : m_kind(kind) {}

    void mapping(const Tree& before, const Tree& after, const std::string& path) {
        for (const Tree::Entry& entry : after.entries)
            if (!holdsElements(entry.value) && isCompared(entry.key, path))
                value(entry.key, find(before, entry.key), &entry.value, path);
        for (const Tree::Entry& entry : before.entries)
            if (!holdsElements(entry.value) && isCompared(entry.key, path) && !find(after, entry.key))
                value(entry.key, &entry.value, nullptr, path);
    }

    std::vector<FieldChange> changes;

private:
    /// The fields of a value object have names of their own, which may be any.
    bool isCompared(std::string_view key, const std::string& path) const {
        if (!path.empty() || m_kind == ElementKind::Type) return true;
        return key != "formerly" && !(m_kind == ElementKind::Model && key == "include");
    }

    void value(const std::string& key, const Tree* before, const Tree* after, const std::string& around) {
        const std::string path = around.empty() ? key : around + '.' + key;
        if (before && after && before->kind == after->kind) {
            if (before->kind == Tree::Kind::Mapping) return mapping(*before, *after, path);
            if (before->kind == Tree::Kind::Sequence && sameItems(key, *before, *after)) return;
        }
        std::string old = before ? contract::flowText(*before) : std::string();
        std::string now = after ? contract::flowText(*after) : std::string();
        if (old != now) changes.push_back({path, std::move(old), std::move(now)});
    }

    ElementKind m_kind;
};

} // namespace

Tree inFull(Tree tree) {
    if (tree.meaning) tree.text = toString(*tree.meaning);
    for (Tree& item : tree.items)
        item = inFull(std::move(item));
    for (Tree::Entry& entry : tree.entries) {
        if (entry.meaning) entry.key = toString(*entry.meaning);
        entry.value = inFull(std::move(entry.value));
    }
    return tree;
}

OwnTrees ownTrees(const Tree& model) {
    OwnTrees trees;
    trees.emplace(ElementId{}, &model);
    collect(model, trees);
    return trees;
}

std::vector<FieldChange> changedFields(ElementKind kind, const Tree& before, const Tree& after) {
    Walk walk(kind);
    walk.mapping(before, after, {});
    return std::move(walk.changes);
}

} // namespace factline::compare
