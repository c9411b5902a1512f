// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/use_delegate.h"

#include <QPainter>

#include "panels/metrics.h"
#include "picture/kind_swatch.h"
#include "viewmodels/used_in_model.h"

namespace factline::panels {

namespace {

using viewmodels::UsedInModel;

} // namespace

void UseDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const bool heading = !UsedInModel::idAt(index);
    QRect rest = option.rect.adjusted(labelInset, 0, -labelInset, 0);
    QFont font = option.font;
    if (heading) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme().quietText);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (heading) {
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    const QFontMetrics metrics(font);
    const QString note = index.data(UsedInModel::Note).toString();
    const QString shown = metrics.elidedText(note, Qt::ElideRight, rest.width() / 3);
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, shown);
    rest.setRight(rest.right() - metrics.horizontalAdvance(shown) - 2 * lineGap);
    picture::drawSwatch(painter, rest, static_cast<ElementKind>(index.data(UsedInModel::Kind).toInt()),
                        theme());
    rest.setLeft(rest.left() + picture::swatchSide + lineGap);
    painter.setPen(theme().text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideMiddle, rest.width()));
}

QSize UseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {0, lineHeight};
}

} // namespace factline::panels
