// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/line_diff.h"

#include <algorithm>
#include <unordered_map>

namespace factline::viewmodels {

namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::int64_t mostChanges = 2'000; ///< beyond, the search takes more than it is worth

/// Lines as numbers, the same for the same text.
class Numbering {
public:
    Numbers of(const std::vector<std::string_view>& lines, std::size_t begin, std::size_t end) {
        Numbers numbers;
        numbers.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i)
            numbers.push_back(
                m_known.try_emplace(lines[i], static_cast<std::uint32_t>(m_known.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_known;
};

/// How far each diagonal was reached after each number of changes: furthest[d][k + d] is the place in `a`.
std::vector<std::vector<std::int64_t>> search(const Numbers& a, const Numbers& b) {
    const auto n = static_cast<std::int64_t>(a.size());
    const auto m = static_cast<std::int64_t>(b.size());
    std::vector<std::vector<std::int64_t>> furthest;
    for (std::int64_t d = 0; d <= std::min(n + m, mostChanges); ++d) {
        std::vector<std::int64_t> row(static_cast<std::size_t>(2 * d + 1));
        for (std::int64_t k = -d; k <= d; k += 2) {
            std::int64_t x = 0;
            if (d > 0) {
                const auto& last = furthest.back();
                const auto at = [&](std::int64_t diagonal) {
                    return last[static_cast<std::size_t>(diagonal + d - 1)];
                };
                x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
            }
            while (x < n && x - k < m && x - k >= 0 &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)])
                ++x;
            row[static_cast<std::size_t>(k + d)] = x;
            if (x >= n && x - k >= m) {
                furthest.push_back(std::move(row));
                return furthest;
            }
        }
        furthest.push_back(std::move(row));
    }
    return {};
}

/// Adds a change before the others: hunks are found from the end.
void prepend(std::vector<Hunk>& reversed, const Hunk& step) {
    if (!reversed.empty() && reversed.back().beforeBegin == step.beforeEnd &&
        reversed.back().afterBegin == step.afterEnd) {
        reversed.back().beforeBegin = step.beforeBegin;
        reversed.back().afterBegin = step.afterBegin;
    } else {
        reversed.push_back(step);
    }
}

std::vector<Hunk> middleDiff(const Numbers& a, const Numbers& b, std::size_t offset) {
    if (a.empty() && b.empty()) return {};
    const Hunk all{offset, offset + a.size(), offset, offset + b.size()};
    if (a.empty() || b.empty()) return {all};
    const auto furthest = search(a, b);
    if (furthest.empty()) return {all};
    std::vector<Hunk> hunks;
    auto x = static_cast<std::int64_t>(a.size());
    auto y = static_cast<std::int64_t>(b.size());
    for (auto d = static_cast<std::int64_t>(furthest.size()) - 1; d > 0; --d) {
        const auto& last = furthest[static_cast<std::size_t>(d - 1)];
        const auto at = [&](std::int64_t k) { return last[static_cast<std::size_t>(k + d - 1)]; };
        const std::int64_t k = x - y;
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        const std::int64_t fromK = down ? k + 1 : k - 1;
        const std::int64_t fromX = at(fromK), fromY = fromX - fromK;
        const auto place = [&](std::int64_t value) { return offset + static_cast<std::size_t>(value); };
        prepend(hunks, {place(fromX), place(down ? fromX : fromX + 1), place(fromY),
                        place(down ? fromY + 1 : fromY)});
        x = fromX;
        y = fromY;
    }
    std::ranges::reverse(hunks);
    return hunks;
}

/// How many bytes two texts have in common at their begin, or end; at most so many.
std::size_t commonHead(std::string_view one, std::string_view other, std::size_t most) {
    constexpr std::size_t step = 4096; // many bytes are compared at once
    std::size_t same = 0;
    while (same + step <= most && one.substr(same, step) == other.substr(same, step))
        same += step;
    while (same < most && one[same] == other[same])
        ++same;
    return same;
}
std::size_t commonTail(std::string_view one, std::string_view other, std::size_t most) {
    constexpr std::size_t step = 4096;
    std::size_t same = 0;
    while (same + step <= most &&
           one.substr(one.size() - same - step, step) == other.substr(other.size() - same - step, step))
        same += step;
    while (same < most && one[one.size() - 1 - same] == other[other.size() - 1 - same])
        ++same;
    return same;
}

} // namespace

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    lines.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
    const bool plain = text.find('\r') == std::string_view::npos; // one character is found much faster
    while (true) {
        const auto end = plain ? text.find('\n') : text.find_first_of("\r\n");
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}

Differing differing(std::string_view before, std::string_view after) {
    if (before == after) return {};
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t head = commonHead(before, after, shorter);
    // To the begin of its line, and of the one before. Only after an LF a line begins for sure.
    const auto lineBegin = [&](std::size_t at) {
        const auto end = at == 0 ? std::string_view::npos : before.rfind('\n', at - 1);
        return end == std::string_view::npos ? 0 : end + 1;
    };
    head = lineBegin(head);
    head = head == 0 ? 0 : lineBegin(head - 1);
    std::size_t tail = commonTail(before, after, shorter - head);
    const auto rest = before.find('\n', before.size() - tail);
    tail = rest == std::string_view::npos ? 0 : before.size() - rest - 1;
    Differing found{0, {}, {}, tail == 0};
    if (head > 0) found.first = linesOf(before.substr(0, head)).size() - 1;
    found.before = linesOf(before.substr(head, before.size() - tail - head));
    found.after = linesOf(after.substr(head, after.size() - tail - head));
    if (tail == 0) return found;
    found.before.pop_back(); // what follows is their first line of the tail
    found.after.pop_back();
    return found;
}

std::vector<Hunk> textDiff(std::string_view before, std::string_view after) {
    const Differing lines = differing(before, after);
    std::vector<Hunk> hunks = lineDiff(lines.before, lines.after);
    for (Hunk& hunk : hunks)
        for (std::size_t* line : {&hunk.beforeBegin, &hunk.beforeEnd, &hunk.afterBegin, &hunk.afterEnd})
            *line += lines.first;
    return hunks;
}

std::vector<Hunk> lineDiff(const std::vector<std::string_view>& before,
                           const std::vector<std::string_view>& after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t first = 0;
    while (first < shorter && before[first] == after[first])
        ++first;
    std::size_t last = 0;
    while (last < shorter - first && before[before.size() - 1 - last] == after[after.size() - 1 - last])
        ++last;
    Numbering numbering;
    const Numbers a = numbering.of(before, first, before.size() - last);
    const Numbers b = numbering.of(after, first, after.size() - last);
    return middleDiff(a, b, first);
}

std::size_t lineAfter(const std::vector<Hunk>& hunks, std::size_t before) {
    std::size_t at = before;
    for (const Hunk& hunk : hunks) {
        if (before < hunk.beforeBegin) break;
        if (before < hunk.beforeEnd)
            return hunk.afterBegin == hunk.afterEnd
                       ? hunk.afterBegin
                       : std::min(hunk.afterBegin + (before - hunk.beforeBegin), hunk.afterEnd - 1);
        at = before - hunk.beforeEnd + hunk.afterEnd;
    }
    return at;
}

std::size_t lineBefore(const std::vector<Hunk>& hunks, std::size_t after) {
    std::vector<Hunk> turned;
    turned.reserve(hunks.size());
    for (const Hunk& hunk : hunks)
        turned.push_back({hunk.afterBegin, hunk.afterEnd, hunk.beforeBegin, hunk.beforeEnd});
    return lineAfter(turned, after);
}

std::vector<DiffLine> unifiedDiff(std::string_view before, std::string_view after, std::size_t around) {
    auto left = linesOf(before);
    auto right = linesOf(after);
    if (left.back().empty()) left.pop_back(); // what follows the last line end is no line
    if (right.back().empty()) right.pop_back();
    std::vector<DiffLine> lines;
    std::size_t shown = 0; // of `left`
    const auto add = [&](DiffLine::Kind kind, const std::vector<std::string_view>& from, std::size_t begin,
                         std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            lines.push_back({kind, std::string(from[i])});
    };
    const auto hunks = lineDiff(left, right);
    for (const Hunk& hunk : hunks) {
        const std::size_t from =
            std::max(shown, hunk.beforeBegin > around ? hunk.beforeBegin - around : std::size_t{0});
        if (!lines.empty()) add(DiffLine::Kind::Common, left, shown, std::min(shown + around, from));
        const std::size_t told = lines.empty() ? 0 : std::min(shown + around, from);
        if (from > told) lines.push_back({DiffLine::Kind::Skipped, {}});
        add(DiffLine::Kind::Common, left, std::max(from, told), hunk.beforeBegin);
        add(DiffLine::Kind::Removed, left, hunk.beforeBegin, hunk.beforeEnd);
        add(DiffLine::Kind::Added, right, hunk.afterBegin, hunk.afterEnd);
        shown = hunk.beforeEnd;
    }
    if (hunks.empty()) return {};
    add(DiffLine::Kind::Common, left, shown, std::min(shown + around, left.size()));
    if (shown + around < left.size()) lines.push_back({DiffLine::Kind::Skipped, {}});
    return lines;
}

} // namespace factline::viewmodels
