// SPDX-License-Identifier: Apache-2.0
#include "canvas/row_list.h"

#include <algorithm>

#include <QPainter>
#include <QStyledItemDelegate>

namespace factline::canvas {

namespace {

constexpr int rowHeight = 30;
constexpr int padding = 10;
constexpr int swatchSide = 12;
constexpr int mostRows = 8;
enum Role { Detail = Qt::UserRole, Kind, Tag };
constexpr int hotspot = -1;

/// Paints one row.
class RowDelegate : public QStyledItemDelegate {
public:
    RowDelegate(const picture::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void setTheme(const picture::Theme& theme) { m_theme = theme; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QFontMetrics metrics(option.font);
        const int width = metrics.horizontalAdvance(index.data().toString()) +
                          metrics.horizontalAdvance(index.data(Detail).toString());
        return {width + swatchSide + 5 * padding, std::max(rowHeight, metrics.height() + padding)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.accentFill);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 4, 4);
        }
        QRect left = option.rect.adjusted(padding, 0, -padding, 0);
        const double top = left.y() + (left.height() - swatchSide) / 2.0;
        paintSwatch(*painter, QRectF(left.x(), top, swatchSide, swatchSide), index.data(Kind).toInt());
        left.setLeft(left.left() + swatchSide + padding);
        const QString detail = index.data(Detail).toString();
        const int width = option.fontMetrics.horizontalAdvance(detail);
        painter->setPen(m_theme.quietText);
        painter->drawText(left, Qt::AlignRight | Qt::AlignVCenter, detail);
        if (width > 0) left.setRight(left.right() - width - padding);
        painter->setPen(m_theme.text);
        painter->drawText(
            left, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, left.width()));
        painter->restore();
    }

private:
    void paintSwatch(QPainter& painter, const QRectF& square, int kind) const {
        const picture::KindColours& colours =
            kind == hotspot ? m_theme.hotspot : m_theme.kind(static_cast<ElementKind>(kind));
        painter.setPen(QPen(colours.outline, 1.5));
        painter.setBrush(colours.fill);
        painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    }

    picture::Theme m_theme;
};

} // namespace

RowList::RowList(const picture::Theme& theme, QWidget* parent)
    : QListWidget(parent) {
    setItemDelegate(new RowDelegate(theme, this));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
}

void RowList::setTheme(const picture::Theme& theme) {
    static_cast<RowDelegate*>(itemDelegate())->setTheme(theme);
    viewport()->update();
}

void RowList::setRows(const std::vector<ListRow>& rows) {
    clear();
    for (const ListRow& row : rows) {
        auto* item = new QListWidgetItem(row.text, this);
        item->setData(Detail, row.detail);
        item->setData(Kind, row.kind ? static_cast<int>(*row.kind) : hotspot);
        item->setData(Tag, row.tag);
    }
    choose(0);
    const int height = count() == 0 ? 0 : sizeHintForRow(0) * std::min(count(), mostRows);
    setFixedHeight(height);
    setMinimumWidth(count() == 0 ? 0 : std::min(sizeHintForColumn(0) + padding, 420));
    setVisible(count() > 0);
}

void RowList::choose(int row) {
    if (row >= 0 && row < count()) setCurrentRow(row);
}

void RowList::step(int by) {
    if (count() > 0) choose((currentRow() + by + count()) % count());
}

std::optional<int> RowList::chosen() const {
    if (!currentItem()) return std::nullopt;
    return currentItem()->data(Tag).toInt();
}

} // namespace factline::canvas
