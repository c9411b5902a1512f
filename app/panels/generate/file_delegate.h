// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/line_delegate.h"

namespace factline::panels {

/// Draws a file that would be written: its name, and what would become of it at the right.
class FileDelegate : public LineDelegate {
    Q_OBJECT
public:
    using LineDelegate::LineDelegate;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;
};

} // namespace factline::panels
