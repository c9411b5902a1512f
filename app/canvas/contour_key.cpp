// SPDX-License-Identifier: Apache-2.0
#include "canvas/contour_key.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "picture/contour_painting.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::canvas {

namespace {

using diagram::TextRole;
using picture::toQString;

constexpr int margin = 16; ///< to the corner of the view
constexpr double padding = 12;
constexpr double rowHeight = 20;
constexpr double swatchWidth = 28;
constexpr double swatchHeight = 12;
constexpr double gap = 8;

QFont titleFont(const picture::Theme& theme) {
    return picture::fontFor(theme.typography, TextRole::EventLabel);
}
QFont rowFont(const picture::Theme& theme) {
    return picture::fontFor(theme.typography, TextRole::Legend);
}

} // namespace

ContourKey::ContourKey(DiagramView& view)
    : QWidget(&view)
    , m_view(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("contour-key"));
    hide();
}

void ContourKey::explain(std::shared_ptr<const picture::Contours> contours) {
    m_contours = std::move(contours);
    setVisible(m_contours != nullptr);
    if (!m_contours) return;
    m_notes = {toQString(m_contours->note)};
    if (m_contours->hasConsequences()) m_notes += tr("No time: a consequence, not news of it");
    QStringList times;
    for (const auto& [element, reached] : m_contours->reached)
        times += toQString(toString(element) + " " + reached.text);
    setAccessibleName(toQString(m_contours->title));
    setAccessibleDescription(times.join(QStringLiteral(", ")));
    const QFontMetricsF title(titleFont(m_view.theme()));
    const QFontMetricsF row(rowFont(m_view.theme()));
    double width = title.horizontalAdvance(toQString(m_contours->title));
    for (const auto& band : m_contours->bands)
        width = std::max(width, swatchWidth + gap + row.horizontalAdvance(toQString(band.text)));
    for (const QString& note : m_notes)
        width = std::max(width, row.horizontalAdvance(note));
    const auto rows = static_cast<double>(1 + m_contours->bands.size()) + static_cast<double>(m_notes.size());
    resize(static_cast<int>(std::ceil(width + 2 * padding)),
           static_cast<int>(std::ceil(rows * rowHeight + 2 * padding - 4)));
    place();
    update();
}

/// How much of the picture a place covers, in pixels; what is lit counts more than all else.
double ContourKey::hidden(const QRect& place) const {
    const QRectF covered = m_view.viewport().toDiagram(QRectF(place));
    double area = 0;
    for (const auto& node : m_view.diagram().nodes) {
        const QRectF shared = picture::toQt(node.rect) & covered;
        constexpr double lit = 100;
        area += shared.width() * shared.height() * (m_contours->light.shapes.contains(node.key) ? lit : 1);
    }
    return area;
}

void ContourKey::place() {
    if (!m_contours || !m_view.hasDiagram()) return;
    const int below = m_view.height() - height() - margin;
    const int right = m_view.width() - width() - margin;
    // The fourth corner belongs to the overview.
    const std::array corners{QPoint(margin, below), QPoint(margin, margin), QPoint(right, margin)};
    move(*std::ranges::min_element(corners, {},
                                   [&](const QPoint& corner) { return hidden(QRect(corner, size())); }));
}

void ContourKey::paintEvent(QPaintEvent*) {
    if (!m_contours) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = m_view.theme().panel;
    ground.setAlphaF(0.94F);
    painter.setPen(QPen(m_view.theme().hairline, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    double top = padding - 2;
    const auto line = [&](const QFont& font, const QColor& colour, double left, const QString& text) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(left, top, width() - left, rowHeight), Qt::AlignVCenter | Qt::AlignLeft,
                         text);
    };
    line(titleFont(m_view.theme()), m_view.theme().text, padding, toQString(m_contours->title));
    top += rowHeight;
    const std::size_t bands = m_contours->bands.size();
    for (std::size_t band = 0; band < bands; ++band) {
        painter.setPen(QPen(picture::contourLine(m_view.theme(), band, bands), 1.25));
        painter.setBrush(m_view.theme().delay(band, bands));
        painter.drawRoundedRect(
            QRectF(padding, top + (rowHeight - swatchHeight) / 2, swatchWidth, swatchHeight),
            swatchHeight / 2, swatchHeight / 2);
        line(rowFont(m_view.theme()), m_view.theme().text, padding + swatchWidth + gap,
             toQString(m_contours->bands[band].text));
        top += rowHeight;
    }
    for (const QString& note : m_notes) {
        line(rowFont(m_view.theme()), m_view.theme().quietText, padding, note);
        top += rowHeight;
    }
}

} // namespace factline::canvas
