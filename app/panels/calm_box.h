// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace factline::panels {

/// A box of choices that stays out of the way while it is closed: a wheel over it scrolls what is around it,
/// its arrow is a quiet one, which a style sheet could only draw from a file, and words that are too long
/// lose their middle, not their end.
class CalmBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

    QSize sizeHint() const override;

protected:
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace factline::panels
