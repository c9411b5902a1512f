// SPDX-License-Identifier: Apache-2.0
#include "canvas/row_list.h"

#include <algorithm>

#include <QPainter>
#include <QStyledItemDelegate>

#include "picture/kind_swatch.h"

namespace factline::canvas {

namespace {

constexpr int rowHeight = 30;
constexpr int rowPadding = 10;
using picture::swatchSide;
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
        return {width + swatchSide + 5 * rowPadding, std::max(rowHeight, metrics.height() + rowPadding)};
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
        QRect left = option.rect.adjusted(rowPadding, 0, -rowPadding, 0);
        const int kind = index.data(Kind).toInt();
        if (kind == hotspot)
            picture::drawHotspotSwatch(*painter, left, m_theme);
        else
            picture::drawSwatch(*painter, left, static_cast<ElementKind>(kind), m_theme);
        left.setLeft(left.left() + swatchSide + rowPadding);
        const QString detail = index.data(Detail).toString();
        const int width = option.fontMetrics.horizontalAdvance(detail);
        painter->setPen(m_theme.quietText);
        painter->drawText(left, Qt::AlignRight | Qt::AlignVCenter, detail);
        if (width > 0) left.setRight(left.right() - width - rowPadding);
        painter->setPen(m_theme.text);
        painter->drawText(
            left, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, left.width()));
        painter->restore();
    }

private:
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
    setMinimumWidth(count() == 0 ? 0 : std::min(sizeHintForColumn(0) + rowPadding, 420));
    setVisible(count() > 0);
}

void RowList::choose(int row) {
    if (row >= 0 && row < count()) setCurrentRow(row);
}

void RowList::step(int by) {
    const int from = currentRow() < 0 && by < 0 ? 0 : currentRow(); // nothing chosen: from either end
    if (count() > 0) choose((from + by + count()) % count());
}

std::optional<int> RowList::chosen() const {
    if (!currentItem()) return std::nullopt;
    return currentItem()->data(Tag).toInt();
}

} // namespace factline::canvas
