// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QMainWindow;

namespace factline::canvas {
class Canvas;
}

namespace factline::shell {

class Docks;

/// The window as it stands before a room: the picture alone on the whole screen with larger names. Everything
/// that is done by keys goes on.
class Presentation : public QObject {
    Q_OBJECT
public:
    Presentation(QMainWindow& window, canvas::Canvas& view, Docks& docks);

    bool isOn() const { return m_on; }
    void setOn(bool on);

signals:
    void switched(bool on);

private:
    QMainWindow& m_window;
    canvas::Canvas& m_view;
    Docks& m_docks;
    Qt::WindowStates m_before;
    bool m_on = false;
};

} // namespace factline::shell
