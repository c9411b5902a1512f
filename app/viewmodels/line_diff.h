// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factline::viewmodels {

/// The lines of a text without their ends (LF, CR LF or CR); always one more than there are ends.
std::vector<std::string_view> linesOf(std::string_view text);

/// Lines [beforeBegin, beforeEnd) were replaced by lines [afterBegin, afterEnd); either may be empty.
struct Hunk {
    std::size_t beforeBegin = 0, beforeEnd = 0, afterBegin = 0, afterEnd = 0;
    bool operator==(const Hunk&) const = default;
};

/// What turns one list of lines into the other, in order and with common lines between any two hunks. By E.
/// W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986); where very much differs, one hunk
/// from the first difference to the last stands for it all.
std::vector<Hunk> lineDiff(const std::vector<std::string_view>& before,
                           const std::vector<std::string_view>& after);

/// Where two texts differ: the lines from the first one that does to the last, and one before them where
/// there is one. They point into the texts.
struct Differing {
    std::size_t first = 0; ///< number of the first of these lines, in both texts
    std::vector<std::string_view> before, after;
    bool toTheEnd = false; ///< nothing follows them, as far as is known
};

/// Costs little where texts, however long, differ in a few lines. No lines where the texts are the same.
Differing differing(std::string_view before, std::string_view after);

/// The same as for the lines of two texts.
std::vector<Hunk> textDiff(std::string_view before, std::string_view after);

/// Where a line of the one list is in the other; where it was replaced, the place of what replaces it.
std::size_t lineAfter(const std::vector<Hunk>& hunks, std::size_t before);
std::size_t lineBefore(const std::vector<Hunk>& hunks, std::size_t after);

/// One line of a difference as people read it.
struct DiffLine {
    enum class Kind : std::uint8_t { Common, Removed, Added, Skipped };
    Kind kind = Kind::Common;
    std::string text; ///< without sign; empty where common lines are skipped
    bool operator==(const DiffLine&) const = default;
};

/// The changed lines of two texts with `around` common ones about them; empty where nothing differs.
std::vector<DiffLine> unifiedDiff(std::string_view before, std::string_view after, std::size_t around = 3);

} // namespace factline::viewmodels
