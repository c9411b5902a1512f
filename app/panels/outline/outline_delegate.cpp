// SPDX-License-Identifier: Apache-2.0
#include "panels/outline/outline_delegate.h"

#include <QPainter>

#include "panels/metrics.h"
#include "picture/kind_swatch.h"
#include "viewmodels/outline_model.h"

namespace factline::panels {

namespace {

using viewmodels::OutlineModel;

constexpr int leastNote = 32;      ///< pixels; less says nothing
constexpr double noteShare = 0.85; ///< of the line's text size

QColor colourOf(Severity worst, const picture::Theme& theme) {
    return worst == Severity::Error     ? theme.broken.text
           : worst == Severity::Warning ? theme.atRisk.text
                                        : theme.quietText;
}

/// Contexts and headings carry no square: what is inside them does.
bool isTop(const QModelIndex& index) {
    return !index.parent().isValid();
}

int textLeft(const QModelIndex& index) {
    return isTop(index) ? 2 : picture::swatchSide + lineGap;
}

} // namespace

void OutlineDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    QRect rest = option.rect.adjusted(0, 0, -lineGap, 0);
    QFont small = option.font;
    small.setPixelSize(static_cast<int>(QFontInfo(option.font).pixelSize() * noteShare));
    const auto atRight = [&](const QString& text, const QColor& colour, bool bold) {
        if (text.isEmpty()) return;
        small.setBold(bold);
        const int width = QFontMetrics(small).horizontalAdvance(text);
        painter.setFont(small);
        painter.setPen(colour);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, text);
        rest.setRight(rest.right() - width - lineGap);
    };
    const int problems = index.data(OutlineModel::Problems).toInt();
    const auto worst = static_cast<Severity>(index.data(OutlineModel::Worst).toInt());
    if (problems > 0) atRight(QString::number(problems), colourOf(worst, theme()), true);
    QFont font = option.font;
    if (isTop(index)) font.setWeight(QFont::DemiBold);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString shown = text.isEmpty() ? tr("no name yet") : text;
    // The name comes first; the note takes what it leaves.
    const int left = rest.width() - textLeft(index) - QFontMetrics(font).horizontalAdvance(shown) - lineGap;
    small.setBold(false);
    if (left >= leastNote)
        atRight(
            QFontMetrics(small).elidedText(index.data(OutlineModel::Note).toString(), Qt::ElideRight, left),
            theme().quietText, false);

    if (!isTop(index)) {
        const bool absent = index.data(OutlineModel::IsAbsent).toBool();
        painter.setOpacity(absent ? theme().metrics.dimmed : 1);
        picture::drawSwatch(painter, rest, static_cast<ElementKind>(index.data(OutlineModel::Kind).toInt()),
                            theme());
        painter.setOpacity(1);
    }
    rest.setLeft(rest.left() + textLeft(index));
    painter.setFont(font);
    // What the picture does not show at its stage stands back here as well.
    painter.setPen(index.data(OutlineModel::IsAbsent).toBool() ? theme().quietText : theme().text);
    if (text.isEmpty()) painter.setPen(theme().quietText);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(shown, Qt::ElideMiddle, rest.width()));
}

QSize OutlineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            std::max(denseLine, option.fontMetrics.height() + lineGap)};
}

void OutlineDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    constexpr const char* begun = "begun";
    if (editor->property(begun).toBool()) return;
    editor->setProperty(begun, true);
    QStyledItemDelegate::setEditorData(editor, index);
}

void OutlineDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex& index) const {
    editor->setGeometry(option.rect.adjusted(textLeft(index) - 3, 0, 0, 0));
}

} // namespace factline::panels
