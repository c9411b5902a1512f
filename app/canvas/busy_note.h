// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include "picture/theme.h"

class QLabel;
class QPushButton;

namespace factline::canvas {

/// Says over the canvas what is being worked out, and lets it be given up.
class BusyNote : public QFrame {
    Q_OBJECT
public:
    explicit BusyNote(QWidget* parent);

    void say(const QString& text);
    void setTheme(const picture::Theme& theme);
    /// Puts it at the top of the view, in the middle.
    void place();

signals:
    void cancelled();

private:
    QLabel* m_text;
    QPushButton* m_cancel;
};

} // namespace factline::canvas
