// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>

#include "picture/text_run.h"

namespace factline::picture {

/// The text of a name on the screen is never smaller than this, in pixels; what has no room for it is cut.
inline constexpr double smallestName = 6;

/// By how much text of a font has to grow to be read at a scale; in steps, because fonts keep a cache of
/// glyphs for each size they are drawn in.
double growthToRead(const QFont& font, double scale);

/// Names as they are drawn on a small scale, some of them cut in the middle to stay readable in the room they
/// have; each made when it is drawn first.
class SmallNames {
public:
    /// `shape`: a number of the shape's own, whose name, font and `room` (units) stay the same.
    const TextRun& cut(std::size_t shape, const QString& name, const QFont& font, double room, double growth);

private:
    std::unordered_map<std::uint64_t, TextRun> m_cut;
};

} // namespace factline::picture
