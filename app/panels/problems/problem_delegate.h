// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <QPixmap>

#include "panels/line_delegate.h"

namespace factline::panels {

/// Draws a line of the problems list: what it weighs, the message with the names in it set off, and the
/// rule's id at the right. The chosen line takes the height that its whole message needs; whoever chooses
/// another, or another width, says so by sizeHintChanged.
class ProblemDelegate : public LineDelegate {
    Q_OBJECT
public:
    ProblemDelegate(const picture::Theme& theme, double pixelRatio, QObject* parent);

    void setTheme(const picture::Theme& theme, double pixelRatio);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;

private:
    std::array<QPixmap, 4> m_icons; ///< by severity
};

} // namespace factline::panels
