// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/problem_delegate.h"

#include <cmath>

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include "panels/metrics.h"
#include "picture/badge_image.h"
#include "viewmodels/problems_model.h"

namespace factline::panels {

namespace {

using diagram::Badge;
using viewmodels::ProblemsModel;

constexpr int severityIcon = 18;

/// A stretch of text that is set off or is not.
struct Run {
    QString text;
    bool name = false;
};

bool isPartOfWord(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_');
}

/// The text in runs: each of `names` (longest first), where it stands as words of its own, is one.
std::vector<Run> runsOf(const QString& text, const QStringList& names) {
    std::vector<Run> runs;
    const auto add = [&](const QString& part, bool name) {
        if (part.isEmpty()) return;
        if (!runs.empty() && runs.back().name == name)
            runs.back().text += part;
        else
            runs.push_back({part, name});
    };
    const auto nameAt = [&](qsizetype at) -> qsizetype {
        if (at > 0 && isPartOfWord(text[at - 1])) return 0;
        for (const QString& name : names) {
            const qsizetype end = at + name.size();
            if (!name.isEmpty() && QStringView(text).mid(at).startsWith(name) &&
                (end == text.size() || !isPartOfWord(text[end])))
                return name.size();
        }
        return 0;
    };
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype length = nameAt(at);
        add(text.mid(at, std::max<qsizetype>(length, 1)), length > 0);
        at += std::max<qsizetype>(length, 1);
    }
    return runs;
}

bool isChosen(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view && view->currentIndex() == index && !index.data(ProblemsModel::IsHeading).toBool();
}

int heightOf(const QStyleOptionViewItem& option) {
    return std::max(roomyLine, option.fontMetrics.height() + lineGap);
}

/// The rule's id as it is shown on a line of that width; half of it helps nobody: then the tip says it.
QString noteOn(const QStyleOptionViewItem& option, const QModelIndex& index, int width) {
    const QString note = index.data(ProblemsModel::Note).toString();
    return option.fontMetrics.horizontalAdvance(note) <= width / 3 ? note : QString();
}

/// Where the message stands on a line.
QRect messageRect(const QStyleOptionViewItem& option, const QModelIndex& index, const QRect& line) {
    const QRect rest = line.adjusted(severityIcon + lineGap, 0, -lineGap, 0);
    return rest.adjusted(
        0, 0,
        -option.fontMetrics.horizontalAdvance(noteOn(option, index, line.width() - lineGap)) - 2 * lineGap,
        0);
}

QFont boldOf(const QFont& font) {
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

/// The whole message on lines of that width; gives its height.
int layOut(QTextLayout& text, const QStringList& names, int width) {
    QList<QTextLayout::FormatRange> formats;
    int start = 0;
    for (const Run& run : runsOf(text.text(), names)) {
        const int length = static_cast<int>(run.text.size());
        QTextCharFormat format;
        format.setFont(boldOf(text.font()));
        if (run.name) formats += {start, length, format};
        start += length;
    }
    text.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextOption(option);
    text.beginLayout();
    double height = 0;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    text.endLayout();
    return static_cast<int>(std::ceil(height));
}

} // namespace

ProblemDelegate::ProblemDelegate(const picture::Theme& theme, double pixelRatio, QObject* parent)
    : LineDelegate(theme, parent) {
    setTheme(theme, pixelRatio);
}

void ProblemDelegate::setTheme(const picture::Theme& theme, double pixelRatio) {
    LineDelegate::setTheme(theme);
    const std::array kinds{Badge::Kind::Hint, Badge::Kind::Hint, Badge::Kind::Warning, Badge::Kind::Error};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_icons[i] = QPixmap::fromImage(picture::badgeImage(kinds[i], theme, severityIcon, pixelRatio));
}

void ProblemDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const QRect line = option.rect.adjusted(0, 0, -lineGap, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.setPen(theme().quietText);
    if (index.data(ProblemsModel::IsHeading).toBool()) {
        const QString note = index.data(ProblemsModel::Note).toString();
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text + QStringLiteral("  ") + note);
        return;
    }
    QRect first = line; // of the lines of text: what stands beside the message stands beside its beginning
    first.setHeight(heightOf(option));
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, noteOn(option, index, line.width()));
    const auto severity = static_cast<std::size_t>(index.data(ProblemsModel::SeverityRole).toInt());
    painter.drawPixmap(QPointF(first.left(), first.center().y() - severityIcon / 2.0 + 1),
                       m_icons.at(severity));

    painter.setPen(theme().text);
    const QStringList names = index.data(ProblemsModel::Names).toStringList();
    QRect rest = messageRect(option, index, option.rect);
    if (isChosen(option, index)) {
        QTextLayout whole(text, option.font);
        layOut(whole, names, rest.width());
        whole.draw(&painter,
                   QPointF(rest.left(), rest.top() + (first.height() - option.fontMetrics.height()) / 2.0));
        return;
    }
    for (const Run& run : runsOf(text, names)) {
        painter.setFont(run.name ? boldOf(option.font) : option.font);
        const QFontMetrics metrics = painter.fontMetrics();
        const int width = metrics.horizontalAdvance(run.text);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         width > rest.width() ? metrics.elidedText(run.text, Qt::ElideRight, rest.width())
                                              : run.text);
        rest.setLeft(rest.left() + width);
        if (rest.width() <= 0) break;
    }
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int one = heightOf(option);
    if (!isChosen(option, index)) return {0, one};
    const int width = qobject_cast<const QAbstractItemView*>(option.widget)->viewport()->width();
    QTextLayout whole(index.data(Qt::DisplayRole).toString(), option.font);
    const int height = layOut(whole, index.data(ProblemsModel::Names).toStringList(),
                              messageRect(option, index, {0, 0, width, one}).width());
    return {0, std::max(one, height + one - option.fontMetrics.height())};
}

} // namespace factline::panels
