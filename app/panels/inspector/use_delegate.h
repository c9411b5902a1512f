// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/line_delegate.h"

namespace factline::panels {

/// Draws a line of "used in": a heading, or an element in its kind's colour with the fields that refer.
class UseDelegate : public LineDelegate {
    Q_OBJECT
public:
    static constexpr int lineHeight = 24;

    using LineDelegate::LineDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

} // namespace factline::panels
