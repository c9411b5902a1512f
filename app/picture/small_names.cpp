// SPDX-License-Identifier: Apache-2.0
#include "picture/small_names.h"

#include <cmath>

#include <QFontInfo>
#include <QFontMetricsF>

namespace factline::picture {

namespace {

constexpr double steps = 8; ///< between a size and its double

} // namespace

double growthToRead(const QFont& font, double scale) {
    return std::ceil(smallestName / (QFontInfo(font).pixelSize() * scale) * steps) / steps;
}

const TextRun& SmallNames::cut(std::size_t shape, const QString& name, const QFont& font, double room,
                               double growth) {
    const auto key = shape << 16U | static_cast<std::uint64_t>(std::lround(growth * steps * steps));
    const auto [place, isNew] = m_cut.try_emplace(key);
    if (isNew)
        place->second = shapedRun(QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, room / growth), font);
    return place->second;
}

} // namespace factline::picture
