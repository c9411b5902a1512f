// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/line_delegate.h"

namespace factline::panels {

/// Draws a line of the open questions: the question, and at the right who asks.
class QuestionDelegate : public LineDelegate {
    Q_OBJECT
public:
    using LineDelegate::LineDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

} // namespace factline::panels
