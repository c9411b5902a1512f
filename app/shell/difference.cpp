// SPDX-License-Identifier: Apache-2.0
#include "shell/difference.h"

#include <map>
#include <string_view>
#include <utility>

#include "viewmodels/line_diff.h"

namespace factline::shell {

namespace {

using Side = DifferenceLine::Side;

Side sideOf(viewmodels::DiffLine::Kind kind) {
    using Kind = viewmodels::DiffLine::Kind;
    switch (kind) {
    case Kind::Removed:
        return Side::Before;
    case Kind::Added:
        return Side::After;
    case Kind::Skipped:
        return Side::Skipped;
    case Kind::Common:
        break;
    }
    return Side::Both;
}

} // namespace

std::vector<DifferenceLine> differenceOf(const std::vector<contract::SourceFile>& before,
                                         const std::vector<contract::SourceFile>& after) {
    std::map<std::string, std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : before)
        files[file.path].first = *file.text;
    for (const auto& file : after)
        files[file.path].second = *file.text;
    std::vector<DifferenceLine> out;
    for (const auto& [path, texts] : files) {
        if (texts.first == texts.second) continue;
        out.push_back({Side::File, path});
        auto lines = viewmodels::unifiedDiff(texts.first, texts.second);
        if (lines.empty()) out.push_back({Side::Skipped, {}}); // they differ in their line ends alone
        for (auto& line : lines)
            out.push_back({sideOf(line.kind), std::move(line.text)});
    }
    return out;
}

} // namespace factline::shell
