// SPDX-License-Identifier: Apache-2.0
#include "base/similar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace factline {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// How often each byte stands in a word, without case.
class Letters {
public:
    explicit Letters(std::string_view word)
        : m_size(word.size()) {
        for (const char c : word)
            ++m_counts.at(static_cast<unsigned char>(lower(c)));
    }

    /// No fewer changes than this turn the word into the other one: what only one of them holds.
    std::size_t apart(std::string_view other) {
        std::size_t common = 0;
        for (const char c : other) // taken out one by one, and put back below
            if (m_counts[static_cast<unsigned char>(lower(c))]-- > 0) ++common;
        for (const char c : other)
            ++m_counts[static_cast<unsigned char>(lower(c))];
        return std::max(m_size, other.size()) - common;
    }

private:
    std::size_t m_size;
    std::array<std::int32_t, 256> m_counts{};
};

/// Optimal string alignment distance, in bytes without case, or `limit + 1` where it is larger. Only what is
/// at most `limit` off the diagonal can be part of a way that short.
class Distance {
public:
    std::size_t operator()(std::string_view a, std::string_view b, std::size_t limit) {
        const std::size_t far = limit + 1;
        for (auto* row : {&m_beforeLast, &m_last, &m_row})
            row->assign(b.size() + 2, far);
        for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j)
            m_last[j] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t begin = i > limit ? i - limit : 0, end = std::min(b.size(), i + limit);
            std::size_t least = far;
            for (std::size_t j = begin; j <= end; ++j) {
                m_row[j] = std::min(far, j == 0 ? i : cell(a, b, i, j, begin, far));
                least = std::min(least, m_row[j]);
            }
            if (least > limit) return far;
            m_row[end + 1] = far; // the next row looks one further
            std::swap(m_beforeLast, m_last);
            std::swap(m_last, m_row);
        }
        return m_last[b.size()];
    }

private:
    std::size_t cell(std::string_view a, std::string_view b, std::size_t i, std::size_t j, std::size_t begin,
                     std::size_t far) const {
        const std::size_t replaced = m_last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
        std::size_t found = std::min({m_last[j] + 1, j > begin ? m_row[j - 1] + 1 : far, replaced});
        if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
            found = std::min(found, m_beforeLast[j - 2] + 1);
        return found;
    }

    std::vector<std::size_t> m_beforeLast, m_last, m_row;
};

} // namespace

std::string_view mostSimilar(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    Letters letters(word);
    Distance distance;
    std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    for (const auto candidate : candidates) {
        const std::size_t difference =
            candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
        if (candidate.empty() || difference > limit) continue;
        if (letters.apart(candidate) > limit) continue;
        const std::size_t found = distance(word, candidate, limit);
        if (found > limit) continue;
        best = candidate;
        if (found == 0) break;
        limit = found - 1;
    }
    return best;
}

} // namespace factline
