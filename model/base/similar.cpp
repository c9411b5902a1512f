// SPDX-License-Identifier: Apache-2.0
#include "base/similar.h"

#include <algorithm>
#include <vector>

namespace factline {

namespace {

/// Optimal string alignment distance, in bytes without case, or `limit + 1` where it is larger.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        if (*std::ranges::min_element(row) > limit) return limit + 1;
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

std::string_view mostSimilar(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    for (const auto candidate : candidates) {
        const std::size_t difference =
            candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
        if (candidate.empty() || difference > limit) continue;
        const std::size_t found = distance(word, candidate, limit);
        if (found > limit) continue;
        best = candidate;
        if (found == 0) break;
        limit = found - 1;
    }
    return best;
}

} // namespace factline
