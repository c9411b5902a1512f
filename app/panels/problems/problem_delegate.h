// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QPixmap>
#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws a line of the problems list: what it weighs, the message with the names in it set off, and the
/// rule's id at the right.
class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ProblemDelegate(const picture::Theme& theme, double pixelRatio, QObject* parent);

    void setTheme(const picture::Theme& theme, double pixelRatio);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    picture::Theme m_theme;
    std::array<QPixmap, 4> m_icons; ///< by severity
};

} // namespace factline::panels
