// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace factline::shell {

/// Fusion with check boxes and a mark of the keyboard that can be seen on every background.
class WindowStyle : public QProxyStyle {
    Q_OBJECT
public:
    WindowStyle();

    /// Letters of menus are underlined only while they can be pressed.
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace factline::shell
