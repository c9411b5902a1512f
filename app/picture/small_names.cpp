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

const TextRun& SmallNames::cut(const QString& name, const QFont& font, diagram::TextRole role, double room,
                               double growth) {
    const Key key{name, role, room / growth};
    const auto known = m_cut.find(key);
    if (known != m_cut.end()) return *known;
    return *m_cut.insert(key,
                         shapedRun(QFontMetricsF(font).elidedText(name, Qt::ElideMiddle, key.room), font));
}

void SmallNames::forgetAbove(std::size_t most) {
    if (static_cast<std::size_t>(m_cut.size()) > most) m_cut.clear();
}

} // namespace factline::picture
