// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws a line of "used in": a heading, or an element in its kind's colour with the fields that refer.
class UseDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int lineHeight = 24;

    UseDelegate(picture::Theme theme, QObject* parent);
    void setTheme(const picture::Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    picture::Theme m_theme;
};

} // namespace factline::panels
