// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace factline::panels {

/// One line that ends in dots where it has no room: it never makes its panel wider. Its tip says the whole.
class CutLabel : public QLabel {
    Q_OBJECT
public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace factline::panels
