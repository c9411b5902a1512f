// SPDX-License-Identifier: Apache-2.0
#include "shell/difference.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace factline::shell {

namespace {

using Side = DifferenceLine::Side;
using Lines = std::vector<std::string_view>;

constexpr std::size_t around = 3;
constexpr std::size_t mostCells = 9'000'000; ///< a larger table is not worth its time: all is said to differ

Lines linesOf(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// The middle part of a comparison, by the longest common subsequence.
void compareMiddle(const Lines& before, const Lines& after, std::vector<DifferenceLine>& out) {
    const std::size_t rows = before.size(), columns = after.size();
    std::vector<std::uint32_t> table;
    const bool small = (rows + 1) * (columns + 1) <= mostCells;
    const auto cell = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
        return table[row * (columns + 1) + column];
    };
    if (small) {
        table.resize((rows + 1) * (columns + 1));
        for (std::size_t row = rows; row-- > 0;)
            for (std::size_t column = columns; column-- > 0;)
                cell(row, column) = before[row] == after[column]
                                        ? cell(row + 1, column + 1) + 1
                                        : std::max(cell(row + 1, column), cell(row, column + 1));
    }
    std::size_t row = 0, column = 0;
    while (row < rows || column < columns) {
        if (row < rows && column < columns && small && before[row] == after[column]) {
            out.push_back({Side::Both, std::string(before[row++])});
            ++column;
        } else if (row < rows &&
                   (column == columns || !small || cell(row + 1, column) >= cell(row, column + 1))) {
            out.push_back({Side::Before, std::string(before[row++])});
        } else {
            out.push_back({Side::After, std::string(after[column++])});
        }
    }
}

std::vector<DifferenceLine> compare(std::string_view before, std::string_view after) {
    Lines left = linesOf(before), right = linesOf(after);
    std::size_t same = 0;
    while (same < std::min(left.size(), right.size()) && left[same] == right[same])
        ++same;
    std::vector<DifferenceLine> out;
    for (std::size_t i = 0; i < same; ++i)
        out.push_back({Side::Both, std::string(left[i])});
    std::size_t end = 0;
    while (end < std::min(left.size(), right.size()) - same &&
           left[left.size() - 1 - end] == right[right.size() - 1 - end])
        ++end;
    const auto middle = [&](const Lines& lines) {
        return Lines(lines.begin() + static_cast<std::ptrdiff_t>(same),
                     lines.end() - static_cast<std::ptrdiff_t>(end));
    };
    compareMiddle(middle(left), middle(right), out);
    for (std::size_t i = left.size() - end; i < left.size(); ++i)
        out.push_back({Side::Both, std::string(left[i])});
    return out;
}

/// Only what is near a change stays; one line stands for each stretch that goes.
void shorten(const std::vector<DifferenceLine>& lines, std::vector<DifferenceLine>& out) {
    const auto nearChange = [&](std::size_t at) {
        const std::size_t from = at < around ? 0 : at - around;
        const std::size_t to = std::min(lines.size(), at + around + 1);
        return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(from),
                           lines.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const DifferenceLine& line) { return line.side != Side::Both; });
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (nearChange(i))
            out.push_back(lines[i]);
        else if (out.back().side != Side::Skipped)
            out.push_back({Side::Skipped, {}});
    }
}

} // namespace

std::vector<DifferenceLine> differenceOf(const std::vector<contract::SourceFile>& before,
                                         const std::vector<contract::SourceFile>& after) {
    std::map<std::string, std::pair<std::string_view, std::string_view>> files;
    for (const auto& file : before)
        files[file.path].first = file.text;
    for (const auto& file : after)
        files[file.path].second = file.text;
    std::vector<DifferenceLine> out;
    for (const auto& [path, texts] : files) {
        if (texts.first == texts.second) continue;
        out.push_back({Side::File, path});
        shorten(compare(texts.first, texts.second), out);
    }
    return out;
}

} // namespace factline::shell
