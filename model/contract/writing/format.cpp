// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>

#include "contract/tree.h"
#include "contract/write.h"
#include "contract/writing/indentation.h"
#include "contract/writing/scalar_text.h"

#include "base/resources.h"

namespace factline::contract {

Result<Written> formatModel(const ReadModel& model) {
    Written written{model.files, {}};
    for (std::uint32_t i = 0; i < model.files.size(); ++i) {
        const std::string& path = model.files[i].path;
        const bool broken =
            std::ranges::any_of(model.problems, [&](const Problem& p) { return p.place.file == path; });
        if (broken) {
            written.notices.push_back(
                fmt::format("{} stays as it is, because it has reading problems.", path));
            continue;
        }
        std::vector<SourceFile> tried = model.files;
        tried[i].text = tidied(model.sources.tree(i));
        const ReadModel again = parseModel(std::move(tried));
        if (toTree(again.model) == toTree(model.model) && again.problems.size() == model.problems.size())
            written.files[i].text = again.files[i].text;
        else
            written.notices.push_back(
                fmt::format("{} stays as it is: it cannot be indented anew without changing what "
                            "it says.",
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
