// SPDX-License-Identifier: Apache-2.0
#include "panels/cut_label.h"

#include <QPainter>
#include <QStyle>

namespace factline::panels {

void CutLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QRect room = contentsRect();
    style()->drawItemText(&painter, room, static_cast<int>(alignment()), palette(), isEnabled(),
                          fontMetrics().elidedText(text(), Qt::ElideRight, room.width()), foregroundRole());
}

} // namespace factline::panels
