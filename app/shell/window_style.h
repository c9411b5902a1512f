// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace factline::shell {

/// Fusion with check boxes that can be seen on every background: an outline as strong as text, and a tick on
/// the accent.
class WindowStyle : public QProxyStyle {
    Q_OBJECT
public:
    WindowStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace factline::shell
