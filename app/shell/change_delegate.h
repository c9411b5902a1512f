// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "panels/line_delegate.h"
#include "picture/compared.h"

namespace factline::shell {

/// Draws a line of a comparison: the badge, what it is called, and at the right its kind; a field indented
/// below it with what it was and what it is.
class ChangeDelegate : public panels::LineDelegate {
    Q_OBJECT
public:
    using LineDelegate::LineDelegate;

    /// What the lines are about; kept until the next call.
    void show(std::shared_ptr<const picture::Compared> compared) { m_compared = std::move(compared); }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                   const QModelIndex& index) const override;

private:
    std::shared_ptr<const picture::Compared> m_compared;
};

} // namespace factline::shell
