// SPDX-License-Identifier: Apache-2.0
#include "panels/resting_panel.h"

namespace factline::panels {

bool RestingPanel::isSeen() const {
    return isVisible() && !visibleRegion().isEmpty();
}

void RestingPanel::showEvent(QShowEvent* event) {
    Panel::showEvent(event);
    if (m_behind) follow();
}

/// Coming to the front of the tabs is told by nothing else.
void RestingPanel::paintEvent(QPaintEvent* event) {
    Panel::paintEvent(event);
    if (m_behind && !isFollowing())
        QMetaObject::invokeMethod(
            this,
            [this] {
                // It may have been painted in the midst of catching up.
                if (m_behind && !isFollowing()) follow();
            },
            Qt::QueuedConnection);
}

} // namespace factline::panels
