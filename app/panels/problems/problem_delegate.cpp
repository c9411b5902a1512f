// SPDX-License-Identifier: Apache-2.0
#include "panels/problems/problem_delegate.h"

#include <QPainter>

#include "picture/badge_image.h"
#include "viewmodels/problems_model.h"

namespace factline::panels {

namespace {

using diagram::Badge;
using viewmodels::ProblemsModel;

constexpr int iconSide = 18;
constexpr int gap = 8;
constexpr int lineHeight = 28;

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

} // namespace

ProblemDelegate::ProblemDelegate(const picture::Theme& theme, double pixelRatio, QObject* parent)
    : LineDelegate(theme, parent) {
    setTheme(theme, pixelRatio);
}

void ProblemDelegate::setTheme(const picture::Theme& theme, double pixelRatio) {
    LineDelegate::setTheme(theme);
    const std::array kinds{Badge::Kind::Hint, Badge::Kind::Hint, Badge::Kind::Warning, Badge::Kind::Error};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_icons[i] = QPixmap::fromImage(picture::badgeImage(kinds[i], theme, iconSide, pixelRatio));
}

void ProblemDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    QRect rest = option.rect.adjusted(0, 0, -gap, 0);
    const bool heading = index.data(ProblemsModel::IsHeading).toBool();
    const QString note = index.data(ProblemsModel::Note).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics(option.font);
    painter.setPen(theme().quietText);
    if (heading) {
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text + QStringLiteral("  ") + note);
        return;
    }
    const QString shownNote = metrics.elidedText(note, Qt::ElideLeft, rest.width() / 3);
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, shownNote);
    rest.setRight(rest.right() - metrics.horizontalAdvance(shownNote) - 2 * gap);

    const auto severity = static_cast<std::size_t>(index.data(ProblemsModel::SeverityRole).toInt());
    painter.drawPixmap(QPointF(rest.left(), rest.center().y() - iconSide / 2.0 + 1), m_icons.at(severity));
    rest.setLeft(rest.left() + iconSide + gap);

    painter.setPen(theme().text);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    for (const Run& run : runsOf(text, index.data(ProblemsModel::Names).toStringList())) {
        const QFontMetrics runMetrics(run.name ? bold : option.font);
        painter.setFont(run.name ? bold : option.font);
        const int width = runMetrics.horizontalAdvance(run.text);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         width > rest.width() ? runMetrics.elidedText(run.text, Qt::ElideRight, rest.width())
                                              : run.text);
        rest.setLeft(rest.left() + width);
        if (rest.width() <= 0) break;
    }
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, std::max(lineHeight, option.fontMetrics.height() + gap)};
}

} // namespace factline::panels
