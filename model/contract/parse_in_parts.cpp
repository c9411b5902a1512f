// SPDX-License-Identifier: Apache-2.0
#include "contract/parse_in_parts.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "base/in_parallel.h"
#include "contract/read_alone.h"
#include "contract/splice.h"
#include "contract/yaml.h"

namespace factline::contract {

namespace {

/// Of how many bytes a part is worth a thread of its own.
constexpr std::size_t leastPart = 1U << 20U;

/// Where a text may be cut between contexts: what is read apart goes from one to the next; after the last one
/// stands what is no context.
struct Cuts {
    std::vector<std::uint32_t> at;
    std::uint32_t indent = 0; ///< spaces before a context's key
};

std::size_t spacesBefore(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

/// Goes by the margin of the lines alone: what is cut has to be found to be contexts afterwards.
Cuts cutsOf(std::string_view text, std::size_t parts) {
    constexpr std::string_view key = "contexts:";
    const std::size_t found = text.starts_with(key) ? 0 : text.find("\ncontexts:") + 1;
    if (found == 0 && !text.starts_with(key)) return {};
    const std::size_t size = (text.size() - found) / parts + 1;
    Cuts cuts;
    std::size_t wanted = found + size;
    std::size_t at = text.find('\n', found);
    for (at = at == std::string_view::npos ? text.size() : at + 1; at < text.size();) {
        const std::size_t lineEnd = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, lineEnd - at);
        const std::size_t indent = spacesBefore(line);
        const bool says = indent < line.size() && line[indent] != '#' && line[indent] != '\r';
        if (says && indent == 0) break;
        if (says && cuts.indent == 0) cuts.indent = static_cast<std::uint32_t>(indent);
        const bool isKey = says && indent == cuts.indent && line[indent] != ':'; // of a key over two lines
        if (isKey && at >= wanted) {
            cuts.at.push_back(static_cast<std::uint32_t>(at));
            wanted += size;
        }
        at = lineEnd + 1;
    }
    if (!cuts.at.empty()) cuts.at.push_back(static_cast<std::uint32_t>(std::min(at, text.size())));
    return cuts;
}

/// One entry that stands for the contexts that are read apart.
constexpr std::string_view standIn = "x: 0\n";

/// The stand-in in the tree of what is around; nothing where it has become something else.
std::optional<EntryRun> standInOf(const SyntaxTree& tree, const Cuts& cuts) {
    const NodeIndex contexts = tree.find(tree.root(), "contexts");
    if (!isBlockMapping(tree, tree.root()) || !isBlockMapping(tree, contexts)) return std::nullopt;
    NodeIndex key = tree[contexts].first;
    while (key != noNode && tree[key].next != noNode && tree[tree[key].next].next != noNode)
        key = tree[tree[key].next].next;
    const NodeIndex value = key == noNode ? noNode : tree[key].next;
    if (value != key + 1 || tree[key].begin != cuts.at.front() + cuts.indent) return std::nullopt;
    if (tree[value].begin != tree[key].begin + 3 || tree.scalar(value) != "0") return std::nullopt;
    const std::size_t size = cuts.indent + standIn.size();
    return EntryRun{.mapping = contexts,
                    .first = key,
                    .next = noNode,
                    .after = value + 1,
                    .begin = cuts.at.front(),
                    .end = static_cast<std::uint32_t>(cuts.at.front() + size)};
}

std::shared_ptr<const SyntaxTree> joined(const SourceFile& file, const Cuts& cuts) {
    const std::string_view text = *file.text;
    std::vector<std::shared_ptr<const SyntaxTree>> pieces(cuts.at.size() - 1);
    std::shared_ptr<const SyntaxTree> around;
    std::vector<Problem> problems;
    inParallel(pieces.size() + 1, [&](std::size_t part, std::size_t) {
        if (part < pieces.size()) {
            const std::string_view lines = text.substr(cuts.at[part], cuts.at[part + 1] - cuts.at[part]);
            pieces[part] = readAlone(file.path, lines, cuts.indent);
        } else {
            std::string rest(text.substr(0, cuts.at.front()));
            rest.append(cuts.indent, ' ').append(standIn).append(text.substr(cuts.at.back()));
            around = parseYaml({file.path, std::move(rest)}, problems);
        }
    });
    if (!problems.empty() || around->brokenFrom() || std::ranges::count(pieces, nullptr) > 0) return nullptr;
    const std::size_t nodes =
        std::accumulate(pieces.begin(), pieces.end(), around->size(),
                        [](std::size_t sum, const auto& piece) { return sum + piece->size(); });
    const auto run = standInOf(*around, cuts);
    if (!run || nodes > maxNodes) return nullptr;
    return Splice(*around, *run, file.text, pieces).tree();
}

} // namespace

std::shared_ptr<const SyntaxTree> parseParts(const SourceFile& file, std::size_t parts) {
    if (parts < 2 || file.text->size() > maxFileSize) return nullptr;
    const Cuts cuts = cutsOf(*file.text, parts);
    return cuts.at.empty() ? nullptr : joined(file, cuts);
}

std::shared_ptr<const SyntaxTree> parseInParts(SourceFile file, std::vector<Problem>& problems) {
    if (auto tree = parseParts(file, workersFor(file.text->size() / leastPart))) return tree;
    return parseYaml(std::move(file), problems);
}

} // namespace factline::contract
