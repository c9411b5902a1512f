// SPDX-License-Identifier: Apache-2.0
#include "shell/choice_delegate.h"

#include <QPainter>

#include "picture/kind_swatch.h"

namespace factline::shell {

namespace {

constexpr int rowGap = 10, capHeight = 18, capPadding = 6;

} // namespace

int drawKeyCap(QPainter& painter, const QRect& line, int right, const QString& keys,
               const picture::Theme& theme) {
    if (keys.isEmpty()) return 0;
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(11);
    painter.setFont(font);
    const int width = std::max(capHeight, QFontMetrics(font).horizontalAdvance(keys) + 2 * capPadding);
    const QRectF cap(right - width + 0.5, line.center().y() - capHeight / 2.0 + 0.5, width - 1, capHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(theme.quietText);
    painter.drawText(cap, Qt::AlignCenter, keys);
    painter.restore();
    return width;
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                           const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect line = given.rect.adjusted(4, 1, -4, -1);
    if (given.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.accentFill);
        painter->drawRoundedRect(line, 4, 4);
    }
    line.adjust(rowGap, 0, -rowGap, 0);
    painter->setFont(given.font);
    if (const int cap = drawKeyCap(*painter, line, line.right(), index.data(Keys).toString(), m_theme))
        line.setRight(line.right() - cap - rowGap);
    if (const QVariant kind = index.data(Kind); kind.isValid()) {
        const int side = picture::swatchSide;
        picture::drawSwatch(*painter, line, static_cast<ElementKind>(kind.toInt()), m_theme);
        line.setLeft(line.left() + side + rowGap);
    }
    const QFontMetrics metrics(given.font);
    const QString text =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, line.width());
    painter->setPen(index.flags() & Qt::ItemIsEnabled ? m_theme.text : m_theme.quietText);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
    line.setLeft(line.left() + metrics.horizontalAdvance(text) + rowGap);
    painter->setPen(m_theme.quietText);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data(Note).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace factline::shell
