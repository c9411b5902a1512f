// SPDX-License-Identifier: Apache-2.0
#include "canvas/contour_key.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "canvas/hiding.h"
#include "canvas/minimap.h"
#include "picture/contour_painting.h"
#include "picture/shapes.h"
#include "picture/text.h"

namespace factline::canvas {

namespace {

using diagram::TextRole;
using picture::toQString;

constexpr int lineMargin = 5; ///< of what stands in a line's room
constexpr double keyPadding = 12;
constexpr double keyRowHeight = 20;
constexpr double swatchWidth = 28;
constexpr double swatchHeight = 12;
constexpr double keyGap = 8;

QFont titleFont(const picture::Theme& theme) {
    return picture::fontFor(theme.typography, TextRole::EventLabel);
}
QFont rowFont(const picture::Theme& theme) {
    return picture::fontFor(theme.typography, TextRole::Legend);
}

/// A text in lines that are no wider than that, unless a word is.
QStringList wrapped(const QString& text, const QFontMetricsF& font, double width) {
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '))) {
        const QString longer = lines.isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && font.horizontalAdvance(longer) <= width)
            lines.last() = longer;
        else
            lines += word;
    }
    return lines;
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
    if (m_contours->hasConsequences())
        m_notes += tr("Without a time: caused by the change, does not carry it");
    QStringList times;
    for (const auto& [element, reached] : m_contours->reached)
        times += toQString(toString(element) + " " + reached.text);
    setAccessibleName(toQString(m_contours->title));
    setAccessibleDescription(times.join(QStringLiteral(", ")));
    place();
    update();
}

/// One line below the other.
ContourKey::Form ContourKey::column() const {
    const QFontMetricsF title(titleFont(m_view.theme()));
    const QFontMetricsF row(rowFont(m_view.theme()));
    Form form{.items = {}, .size = {}, .margin = cornerMargin};
    double wide = 0, top = keyPadding - 2;
    const auto add = [&](Item item, double width) {
        item.area = {keyPadding, top, width, keyRowHeight};
        wide = std::max(wide, width);
        top += keyRowHeight;
        form.items.push_back(std::move(item));
    };
    const QString heading = toQString(m_contours->title);
    add({.text = heading, .isTitle = true}, title.horizontalAdvance(heading));
    for (std::size_t band = 0; band < m_contours->bands.size(); ++band) {
        const QString text = toQString(m_contours->bands[band].text);
        add({.text = text, .band = band}, swatchWidth + keyGap + row.horizontalAdvance(text));
    }
    constexpr double narrow = 180; // it finds more free places than a wide one
    for (const QString& note : m_notes)
        for (const QString& line : wrapped(note, row, std::max(wide, narrow)))
            add({.text = line, .isNote = true}, row.horizontalAdvance(line));
    form.size = QSizeF(std::ceil(wide + 2 * keyPadding), std::ceil(top + keyPadding - 2)).toSize();
    return form;
}

/// What it is about in one line, the bands in the next; where the view is narrow, the notes in a third.
ContourKey::Form ContourKey::strip() const {
    const QFontMetricsF title(titleFont(m_view.theme()));
    const QFontMetricsF row(rowFont(m_view.theme()));
    Form form{.items = {}, .size = {}, .margin = cornerMargin};
    double left = keyPadding, top = keyPadding - 4, wide = 0;
    const auto add = [&](Item item, double width) {
        item.area = {left, top, width, keyRowHeight};
        left += width + 2 * keyGap;
        wide = std::max(wide, left - 2 * keyGap);
        form.items.push_back(std::move(item));
    };
    const QString heading = toQString(m_contours->title);
    add({.text = heading, .isTitle = true}, title.horizontalAdvance(heading));
    double whole = left + keyPadding;
    for (const QString& note : m_notes)
        whole += row.horizontalAdvance(note) + 2 * keyGap;
    const auto addNotes = [&] {
        for (const QString& note : m_notes)
            add({.text = note, .isNote = true}, row.horizontalAdvance(note));
    };
    const auto newLine = [&] {
        left = keyPadding;
        top += keyRowHeight;
    };
    const bool isNarrow = whole > m_view.width() - 2 * cornerMargin;
    if (!isNarrow) addNotes();
    newLine();
    for (std::size_t band = 0; band < m_contours->bands.size(); ++band) {
        const QString text = toQString(m_contours->bands[band].text);
        add({.text = text, .band = band}, swatchWidth + keyGap + row.horizontalAdvance(text));
    }
    if (isNarrow) {
        newLine();
        addNotes();
    }
    form.size = QSizeF(std::ceil(wide + keyPadding), std::ceil(top + keyRowHeight + keyPadding - 4)).toSize();
    return form;
}

ContourKey::Form ContourKey::inOneLine(bool withTitle, bool withNotes) const {
    const QFontMetricsF title(titleFont(m_view.theme()));
    const QFontMetricsF row(rowFont(m_view.theme()));
    Form form{.items = {}, .size = {}, .margin = lineMargin};
    constexpr double top = (DiagramView::lineRoom - 2 * lineMargin - keyRowHeight) / 2;
    double left = keyPadding;
    const auto add = [&](Item item, double width) {
        item.area = {left, top, width, keyRowHeight};
        left += width + 2 * keyGap;
        form.items.push_back(std::move(item));
    };
    const QString heading = toQString(m_contours->title);
    if (withTitle) add({.text = heading, .isTitle = true}, title.horizontalAdvance(heading));
    for (std::size_t band = 0; band < m_contours->bands.size(); ++band) {
        const QString text = toQString(m_contours->bands[band].text);
        add({.text = text, .band = band}, swatchWidth + keyGap + row.horizontalAdvance(text));
    }
    if (withNotes)
        for (const QString& note : m_notes)
            add({.text = note, .isNote = true}, row.horizontalAdvance(note));
    form.size = QSize(static_cast<int>(std::ceil(left - 2 * keyGap + keyPadding)),
                      DiagramView::lineRoom - 2 * lineMargin);
    return form;
}

/// As much in one line as there is room for; the bands at least.
ContourKey::Form ContourKey::line() const {
    for (const bool withTitle : {true, false})
        for (const bool withNotes : {true, false})
            if (Form form = inOneLine(withTitle, withNotes);
                form.size.width() <= m_view.width() - 2 * lineMargin)
                return form;
    return inOneLine(false, false);
}

double ContourKey::hidden(const QRect& place) const {
    return hiddenBy(m_view.viewport().toDiagram(QRectF(place)), m_view.diagram(), m_contours->light.shapes);
}

/// Where it may stand inside the view: not where the overview is.
std::vector<QPoint> ContourKey::placesFor(const Form& form) const {
    const int below = m_view.height() - form.size.height() - form.margin;
    const int right = m_view.width() - form.size.width() - form.margin;
    std::vector<QPoint> places;
    const auto* overview = m_view.findChild<Minimap*>();
    for (const QPoint& at :
         {QPoint(form.margin, below), QPoint(form.margin, form.margin), QPoint(right, form.margin),
          QPoint(right, below), QPoint(right / 2, form.margin), QPoint(right / 2, below)})
        if (!overview || overview->isHidden() || !overview->geometry().intersects(QRect(at, form.size)))
            places.push_back(at);
    return places;
}

void ContourKey::place() {
    if (!m_contours || !m_view.hasDiagram()) return;
    double least = 0;
    QPoint best;
    m_form = {};
    for (const Form& form : {column(), strip(), line()}) {
        const bool isTooWide = form.size.width() + 2 * form.margin > m_view.width();
        if (isTooWide && !m_form.items.empty()) continue;
        for (const QPoint& at : placesFor(form)) {
            const double covered = hidden(QRect(at, form.size));
            if (!m_form.items.empty() && covered >= least) continue;
            least = covered;
            best = at;
            m_form = form;
        }
    }
    setGeometry(QRect(best, m_form.size));
    update();
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
    const std::size_t bands = m_contours->bands.size();
    for (const Item& item : m_form.items) {
        QRectF words = item.area.adjusted(0, 0, keyPadding, 0);
        if (!item.isTitle && !item.isNote) {
            painter.setPen(QPen(picture::contourLine(m_view.theme(), item.band, bands), 1.25));
            painter.setBrush(m_view.theme().delay(item.band, bands));
            painter.drawRoundedRect(
                QRectF(words.left(), words.center().y() - swatchHeight / 2, swatchWidth, swatchHeight),
                swatchHeight / 2, swatchHeight / 2);
            words.setLeft(words.left() + swatchWidth + keyGap);
        }
        painter.setFont(item.isTitle ? titleFont(m_view.theme()) : rowFont(m_view.theme()));
        painter.setPen(item.isNote ? m_view.theme().quietText : m_view.theme().text);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, item.text);
    }
}

} // namespace factline::canvas
