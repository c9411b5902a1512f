// SPDX-License-Identifier: Apache-2.0
#include "contract/read_alone.h"

#include <vector>

#include "contract/scalar_end.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace {

/// Whether a colon stands after each key that the last line belongs to: a word without one has to do with the
/// line after it.
bool isComplete(const SyntaxTree& tree) {
    NodeIndex node = 0;
    while (tree[node].style == NodeStyle::Block && tree[node].first != noNode) {
        const bool mapping = tree[node].kind == NodeKind::Mapping;
        NodeIndex key = noNode;
        NodeIndex last = tree[node].first;
        for (bool isKey = mapping; tree[last].next != noNode; isKey = !isKey) {
            if (isKey) key = last;
            last = tree[last].next;
        }
        if (mapping) {
            const std::uint32_t after = key == noNode ? 0 : skipBlanks(tree.text(), tree.end(key));
            if (key == noNode || after >= tree.text().size() || tree.text()[after] != ':') return false;
        }
        node = last;
    }
    return true;
}

} // namespace

bool isBlockMapping(const SyntaxTree& tree, NodeIndex node) {
    return node != noNode && tree[node].kind == NodeKind::Mapping && tree[node].style == NodeStyle::Block;
}

std::optional<std::uint32_t> lineOf(const SyntaxTree& tree, NodeIndex key) {
    const std::string_view text = tree.text();
    std::uint32_t at = tree[key].begin;
    while (at > 0 && text[at - 1] == ' ')
        --at;
    return at == 0 || text[at - 1] == '\n' ? std::optional(at) : std::nullopt;
}

std::shared_ptr<const SyntaxTree> readAlone(const std::string& path, std::string_view lines,
                                            std::uint32_t indent) {
    for (std::size_t at = 0; at < lines.size();) {
        if (std::string_view(" #\r\n").find(lines[at]) == std::string_view::npos) return nullptr;
        const std::size_t end = lines.find('\n', at);
        at = end == std::string_view::npos ? lines.size() : end + 1;
    }
    std::vector<Problem> problems;
    auto tree = parseYaml({path, std::string(lines)}, problems, 1);
    if (!problems.empty() || tree->brokenFrom() || !isBlockMapping(*tree, tree->root())) return nullptr;
    const std::uint32_t begin = (*tree)[0].begin;
    const bool fits = lineOf(*tree, (*tree)[0].first) == begin - indent;
    return fits && isComplete(*tree) ? tree : nullptr;
}

} // namespace factline::contract
