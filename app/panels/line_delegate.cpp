// SPDX-License-Identifier: Apache-2.0
#include "panels/line_delegate.h"

#include <QPainter>
#include <QStyle>

namespace factline::panels {

void LineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setFont(option.font);
    paintLine(*painter, option, index);
    painter->restore();
}

} // namespace factline::panels
