// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "contract/tree.h"
#include "contract/write.h"
#include "contract/writing/indentation.h"
#include "contract/writing/scalar_text.h"
#include "contract/writing/spacing.h"
#include "contract/yaml.h"

#include "base/resources.h"

namespace factline::contract {

namespace {

/// A file in form; nothing where it cannot be read once its blanks are changed.
std::optional<std::string> inForm(const SyntaxTree& tree) {
    std::vector<Problem> problems;
    const auto spaced = parseYaml({tree.path(), evenlySpaced(tree)}, problems);
    return problems.empty() ? std::optional(tidied(*spaced)) : std::nullopt;
}

bool saySame(const ReadModel& a, const ReadModel& b) {
    return a.problems.size() == b.problems.size() && toTree(a.model) == toTree(b.model);
}

} // namespace

Result<Written> formatModel(const ReadModel& model) {
    Written written{model.files, {}};
    const auto accept = [&](std::uint32_t file, const std::optional<std::string>& text) {
        if (!text) return false;
        std::vector<SourceFile> tried = model.files;
        tried[file].text = *text;
        if (!saySame(parseModel(std::move(tried)), model)) return false;
        written.files[file].text = *text;
        return true;
    };
    for (std::uint32_t i = 0; i < model.files.size(); ++i) {
        const std::string& path = model.files[i].path;
        const bool broken = std::ranges::any_of(
            model.problems, [&](const Problem& p) { return !p.kept && p.place.file == path; });
        if (broken)
            written.notices.push_back(
                Phrase::of("{} stays as it is, because it has reading problems.", path));
        else if (!accept(i, inForm(model.sources.tree(i))) && !accept(i, tidied(model.sources.tree(i))))
            written.notices.push_back(
                Phrase::of("{} stays as it is: it cannot be brought into form without changing what it "
                           "says.",
                           path));
    }
    return written;
}

std::string newModel(std::string_view name) {
    std::string text(findResource("templates/new/model.factline.yaml").value_or(""));
    constexpr std::string_view place = "NAME";
    if (const auto at = text.find(place); at != std::string::npos)
        text.replace(at, place.size(), quotedText(name, {}));
    return text;
}

} // namespace factline::contract
