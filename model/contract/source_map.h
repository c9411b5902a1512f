// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/element.h"
#include "contract/syntax_tree.h"

namespace factline::contract {

/// Where something of the model stands in its files.
struct Location {
    std::uint32_t file = 0;   ///< number of the file: files[file] of the ReadModel, SourceMap::tree(file)
    NodeIndex key = noNode;   ///< its key; the item itself where it stands in a sequence; noNode for the root
    NodeIndex value = noNode; ///< its value; same as `key` for an item of a sequence

    bool operator==(const Location&) const = default;
};

/// Where the elements of a model stand in its files, and their fields, looked up when asked for.
class SourceMap {
public:
    /// The place of an element's name, or of the value of one of its fields (path of keys and item numbers:
    /// "announces", "reliesOn[0].claim", "payload.orderId"). Falls back to the nearest enclosing thing that
    /// is written. ElementId{} is the model itself ("migration.now"). Unknown ids give an empty place in the
    /// root file.
    SourceRange find(ElementId id, std::string_view field = {}) const;

    /// Where an element stands; nothing for an unknown id. ElementId{}: the root file's outermost mapping.
    std::optional<Location> locate(ElementId id) const;
    /// Where one of its fields stands; nothing where it is not written.
    std::optional<Location> locate(ElementId id, std::string_view field) const;

    std::size_t fileCount() const { return m_trees.size(); }
    const SyntaxTree& tree(std::uint32_t file) const { return *m_trees[file]; }

    // For the reader.
    std::uint32_t addFile(std::shared_ptr<const SyntaxTree> tree);
    void addElement(ElementId id, Location location);
    /// Forgets the element that stands there and all elements inside it.
    void removeInside(const Location& at);
    /// The same map for ids given anew: pairs of an id now in the map and the id it gets.
    void renumber(const std::vector<std::pair<ElementId, ElementId>>& ids);
    /// The same map for a file of which nodes were put in the place of others: what stood in [begin, end) is
    /// forgotten, what follows has moved by so many nodes.
    SourceMap spliced(std::uint32_t file, std::shared_ptr<const SyntaxTree> tree, NodeIndex begin,
                      NodeIndex end, std::int64_t moved) const;
    /// Takes over what another map of the same files knows of other elements.
    void addAll(const SourceMap& other);

private:
    struct Entry {
        ElementId id;
        Location location;
    };
    std::vector<std::shared_ptr<const SyntaxTree>> m_trees;
    std::vector<Entry> m_entries; ///< sorted by id
};

} // namespace factline::contract
