// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/line_delegate.h"

namespace factline::panels {

/// Draws a line of the outline: the kind's colour, the name, and at the right the team and how many problems
/// there are.
class OutlineDelegate : public LineDelegate {
    Q_OBJECT
public:
    using LineDelegate::LineDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Gives an editor its text once: what is being typed stays, whatever the model says meanwhile.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

} // namespace factline::panels
