// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/use_delegate.h"

#include "panels/kind_swatch.h"
#include "viewmodels/used_in_model.h"

namespace factline::panels {

namespace {

using viewmodels::UsedInModel;
constexpr int gap = 8;

} // namespace

UseDelegate::UseDelegate(picture::Theme theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(std::move(theme)) {}

void UseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const bool heading = !UsedInModel::idAt(index);
    QRect rest = option.rect;
    painter->save();
    if (!heading && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)))
        painter->fillRect(rest, m_theme.accentFill);
    QFont font = option.font;
    if (heading) font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(m_theme.quietText);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (heading) {
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
        return;
    }
    const QFontMetrics metrics(font);
    const QString note = index.data(UsedInModel::Note).toString();
    const QString shown = metrics.elidedText(note, Qt::ElideRight, rest.width() / 3);
    painter->drawText(rest.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, shown);
    rest.setRight(rest.right() - metrics.horizontalAdvance(shown) - 2 * gap);
    drawSwatch(*painter,
               QRectF(rest.left() + 2, rest.center().y() - swatchSide / 2.0 + 0.5, swatchSide, swatchSide),
               static_cast<ElementKind>(index.data(UsedInModel::Kind).toInt()), m_theme);
    rest.setLeft(rest.left() + swatchSide + gap + 2);
    painter->setPen(m_theme.text);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(text, Qt::ElideMiddle, rest.width()));
    painter->restore();
}

QSize UseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {0, lineHeight};
}

} // namespace factline::panels
