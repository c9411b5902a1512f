// SPDX-License-Identifier: Apache-2.0
#include "panels/questions/question_delegate.h"

#include <QPainter>

#include "panels/metrics.h"
#include "viewmodels/questions_model.h"

namespace factline::panels {

using viewmodels::QuestionsModel;

namespace {

constexpr int questionIndent = 12; ///< pixels

} // namespace

void QuestionDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    QRect rest = option.rect.adjusted(0, 0, -lineGap, 0);
    const QString note = index.data(QuestionsModel::Note).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.setPen(theme().quietText);
    if (index.data(QuestionsModel::IsHeading).toBool()) {
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text + QStringLiteral("  ") + note);
        return;
    }
    const QFontMetrics metrics(option.font);
    rest.setLeft(rest.left() + questionIndent);
    const QString askers = metrics.elidedText(note, Qt::ElideRight, rest.width() * 2 / 5);
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, askers);
    rest.setRight(rest.right() - metrics.horizontalAdvance(askers) - 2 * lineGap);
    painter.setPen(theme().text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, rest.width()));
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, std::max(roomyLine, option.fontMetrics.height() + lineGap)};
}

} // namespace factline::panels
