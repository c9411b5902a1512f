// SPDX-License-Identifier: Apache-2.0
#include "shell/change_delegate.h"

#include <QPainter>

#include "picture/badge_image.h"
#include "viewmodels/changes_model.h"

namespace factline::shell {

using viewmodels::ChangesModel;

namespace {

constexpr int iconSide = 18, gap = 8, lineHeight = 28; ///< pixels

} // namespace

void ChangeDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
    const QFontMetrics metrics(option.font);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString note = index.data(ChangesModel::Note).toString();
    if (index.data(ChangesModel::IsField).toBool()) {
        rest.setLeft(rest.left() + iconSide + gap);
        painter.setPen(theme().quietText);
        const QString path = metrics.elidedText(text, Qt::ElideLeft, rest.width() * 2 / 5);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, path);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(path) + gap);
        painter.setPen(theme().text);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(note, Qt::ElideMiddle, rest.width()));
        return;
    }
    const auto change = static_cast<std::size_t>(index.data(ChangesModel::Change).toInt());
    if (m_compared && change < m_compared->changes.size()) {
        const auto kind = m_compared->changes[change].kind;
        painter.drawImage(
            QPointF(rest.left(), rest.center().y() - iconSide / 2.0 + 1),
            picture::badgeImage(kind, theme(), iconSide, painter.device()->devicePixelRatioF()));
    }
    rest.setLeft(rest.left() + iconSide + gap);
    const QString word = index.data(ChangesModel::Word).toString();
    const auto said = [&](const QString& where) {
        return note.isEmpty() ? word : tr("%1 · %2", "event in orders · renamed").arg(where, word);
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    // The name comes first, but where it is short, what is said of it has the rest. What it is and what has
    // become of it is told in any case: the context yields, which stands behind the kind.
    const int free = rest.width() - QFontMetrics(bold).horizontalAdvance(text) - gap;
    const int room = std::max(rest.width() * 3 / 5, free) - metrics.horizontalAdvance(said({}));
    const QString shown = said(metrics.elidedText(note, Qt::ElideRight, room));
    painter.setPen(theme().quietText);
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, shown);
    rest.setRight(rest.right() - metrics.horizontalAdvance(shown) - gap);
    painter.setFont(bold);
    painter.setPen(theme().text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(text, Qt::ElideMiddle, rest.width()));
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, std::max(lineHeight, option.fontMetrics.height() + gap)};
}

} // namespace factline::shell
