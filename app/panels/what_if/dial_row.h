// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSlider>

#include "picture/theme.h"
#include "viewmodels/dials.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace factline::panels {

/// A slider with the marks of its dial: where the model stands, and how far it may go for the promise.
class DialSlider : public QSlider {
    Q_OBJECT
public:
    explicit DialSlider(QWidget* parent);

    void setMarks(std::optional<double> usual, std::optional<double> limit); ///< 0 to 1
    void setTheme(const picture::Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void goTo(double x);
    double xOf(double share) const;

    picture::Theme m_theme;
    std::optional<double> m_usual, m_limit;
};

/// One hop to be turned: its name, a slider, the number to type, and a way back.
class DialRow : public QWidget {
    Q_OBJECT
public:
    DialRow(const QString& name, const picture::Theme& theme, QWidget* parent);

    void show(const viewmodels::Dial& dial);
    using QWidget::show;

signals:
    void turned(double seconds);
    void reset();

private:
    void type();

    viewmodels::Dial m_dial;
    QLabel* m_name;
    DialSlider* m_slider;
    QLineEdit* m_value;
    QToolButton* m_back;
};

} // namespace factline::panels
