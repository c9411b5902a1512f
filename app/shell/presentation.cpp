// SPDX-License-Identifier: Apache-2.0
#include "shell/presentation.h"

#include <QMainWindow>
#include <QMenuBar>

#include "canvas/canvas.h"
#include "shell/docks.h"

namespace factline::shell {

Presentation::Presentation(QMainWindow& window, canvas::Canvas& view, Docks& docks)
    : QObject(&window)
    , m_window(window)
    , m_view(view)
    , m_docks(docks) {}

void Presentation::setOn(bool on) {
    if (on == m_on) return;
    m_on = on;
    if (on) m_before = m_window.windowState();
    m_window.menuBar()->setVisible(!on);
    m_docks.setPresent(!on);
    m_view.setLargeNames(on);
    emit switched(on); // bars that come and go with the model
    m_window.setWindowState(on ? m_before | Qt::WindowFullScreen : m_before);
    m_view.setFocus();
}

} // namespace factline::shell
