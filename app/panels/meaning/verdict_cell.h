// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace factline::panels {

/// A verdict and its reason: side by side where there is room, because rows are to be low, and one above the
/// other where there is none.
class VerdictCell : public QWidget {
public:
    /// Takes both over; `reason` wraps.
    VerdictCell(QWidget* badge, QWidget* reason, QWidget* parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool fitSideBySide(int width) const;

    QWidget* m_badge;
    QWidget* m_reason;
    QBoxLayout* m_layout;
};

} // namespace factline::panels
