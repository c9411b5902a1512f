// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, reading must end, stay in bounds, and name places that are in the file.
#include <cstdlib>

#include "contract/read.h"
#include "contract/tree.h"
#include "contract/write.h"
#include "domain/lookup.h"

using namespace factline;
using namespace factline::contract;

namespace {

// Separates the files of a model in one input.
constexpr std::string_view border = "\n=====\n";

std::vector<SourceFile> filesOf(std::string_view bytes) {
    std::vector<SourceFile> files;
    for (std::size_t number = 0; number < 8; ++number) {
        const std::size_t end = bytes.find(border);
        files.push_back(
            {number == 0 ? "model.factline.yaml" : "contexts/" + std::to_string(number) + ".factline.yaml",
             std::string(bytes.substr(0, end))});
        if (end == std::string_view::npos) break;
        bytes.remove_prefix(end + border.size());
    }
    return files;
}

void demand(bool condition) {
    if (!condition) std::abort();
}

Tree withoutIds(Tree tree) {
    tree.id = {};
    for (Tree& item : tree.items)
        item = withoutIds(std::move(item));
    for (Tree::Entry& entry : tree.entries)
        entry.value = withoutIds(std::move(entry.value));
    return tree;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ReadModel read = parseModel(filesOf({reinterpret_cast<const char*>(data), size}));
    for (const Problem& problem : read.problems) {
        demand(!problem.message.empty());
        demand(problem.place.line > 0 && problem.place.column > 0);
        demand(problem.place.begin <= problem.place.end && problem.place.end <= size);
    }
    for (std::uint32_t file = 0; file < read.sources.fileCount(); ++file) {
        const SyntaxTree& tree = read.sources.tree(file);
        for (NodeIndex node = 0; node < tree.size() && node < 2000; ++node) {
            demand(tree[node].begin <= tree.end(node));
            demand(tree.end(node) <= tree.text().size());
        }
    }
    // Every element of the model stands somewhere. (What was given a second time is left out of both.)
    const Lookup lookup(read.model);
    for (const Located& located : lookup.all())
        std::visit([&](const auto* element) { demand(read.sources.locate(element->id).has_value()); },
                   located.element);
    // A model carried over from itself stays as it is.
    demand(carryIds(read.model, read.model) == read.model);
    // Writing what was read changes no byte, and canonical form says the same again.
    const auto written = renderModel(read, read.model);
    demand(written.has_value() && written->files.size() == read.files.size());
    for (std::size_t i = 0; i < read.files.size(); ++i)
        demand(*written->files[i].text == *read.files[i].text);
    if (read.problems.empty() && read.files.size() == 1) {
        const ReadModel again = parseModel({{"model.factline.yaml", renderCanonical(read.model)}});
        demand(again.problems.empty());
        demand(withoutIds(toTree(again.model)) == withoutIds(toTree(read.model)));
    }
    return 0;
}
