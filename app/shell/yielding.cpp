// SPDX-License-Identifier: Apache-2.0
#include "shell/yielding.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <QApplication>
#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QMouseEvent>
#include <QTabBar>
#include <QTimer>

namespace factline::shell {

namespace {

/// A window less wide or less high, such as on a projector, has no room for the map between panels at all
/// sides.
constexpr QSize ample{1400, 800};
/// What the panels below the map get of a window so high: on a projector the map needs the room.
int bottomOf(int windowHeight) {
    return std::clamp(windowHeight - 504, 170, Yielding::bottomHeight);
}
constexpr int nearly = 4; ///< pixels: with the line between

} // namespace

Yielded yieldedIn(QSize window, Yielded before) {
    using enum Yielded::Below;
    using enum Yielded::Side;
    if (before.below == Open || before.below == Folded)
        before.below = window.height() < ample.height() ? Folded : Open;
    if (before.side == There || before.side == Gone)
        before.side = window.width() < ample.width() ? Gone : There;
    return before;
}

Yielding::Yielding(QMainWindow& window)
    : QObject(&window)
    , m_window(window) {
    window.installEventFilter(this);
}

void Yielding::add(QDockWidget& dock) {
    m_docks.push_back(&dock);
}

void Yielding::watch(QTabBar& bar) {
    bar.installEventFilter(this); // once, however often it is asked for
    const QKeySequence keys(QString::fromLatin1(foldKeys));
    for (int tab = 0; tab < bar.count(); ++tab)
        if (const QDockWidget* dock = dockAt(bar, tab); dock && isBelow(*dock))
            bar.setTabToolTip(tab, tr("A click on the tab in front folds the panels away, another one brings "
                                      "them back (%1)")
                                       .arg(keys.toString(QKeySequence::NativeText)));
}

bool Yielding::isFolded(const QDockWidget& dock) const {
    return m_state.folded() && isBelow(dock);
}

void Yielding::bring(const QDockWidget& dock) {
    if (&dock == m_spare) m_state.side = Yielded::Side::Chosen;
    if (isFolded(dock)) unfold();
}

void Yielding::toggleFold() {
    if (!m_present) return;
    m_state.folded() ? unfold() : fold();
}

void Yielding::restore(const Yielded& state) {
    m_state = state;
    hold();
}

bool Yielding::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Resize)
        // Else somebody has chosen a height.
        giveRoom(m_state.folded() || m_giving || std::abs(heightBelow() - m_given) <= nearly);
    else if (auto* bar = qobject_cast<QTabBar*>(watched)) {
        if (event->type() == QEvent::MouseButtonPress)
            m_pressed = bar->currentIndex();
        else if (event->type() == QEvent::MouseButtonRelease)
            clicked(*bar, static_cast<QMouseEvent*>(event)->position().toPoint());
    }
    return QObject::eventFilter(watched, event);
}

/// A tab below the map: folded, any of them brings its panel; else the one in front folds all of them.
void Yielding::clicked(const QTabBar& bar, const QPoint& at) {
    const int tab = bar.tabAt(at);
    const QDockWidget* hit = dockAt(bar, tab);
    if (!hit || !isBelow(*hit)) return;
    if (m_state.folded())
        unfold(); // the bar itself brings the panel to the front
    else if (tab == m_pressed)
        fold();
}

QDockWidget* Yielding::dockAt(const QTabBar& bar, int tab) const {
    const auto found = std::ranges::find_if(
        m_docks, [&](const QDockWidget* dock) { return dock->windowTitle() == bar.tabText(tab); });
    return found == m_docks.end() ? nullptr : *found;
}

bool Yielding::isBelow(const QDockWidget& dock) const {
    return !dock.isFloating() &&
           m_window.dockWidgetArea(const_cast<QDockWidget*>(&dock)) == Qt::BottomDockWidgetArea;
}

void Yielding::fold() {
    const QWidget* keyboard = QApplication::focusWidget();
    const bool free = std::ranges::any_of(
        m_docks, [&](const QDockWidget* dock) { return isBelow(*dock) && dock->isAncestorOf(keyboard); });
    m_state.below = Yielded::Below::ChosenFolded;
    hold();
    if (free) m_window.centralWidget()->setFocus();
}

void Yielding::unfold() {
    m_state.below = Yielded::Below::ChosenOpen;
    hold();
    giveBelow();
}

/// One that stands there by itself keeps its title.
void Yielding::hold() {
    for (QDockWidget* dock : m_docks) {
        int most = QWIDGETSIZE_MAX;
        if (const QWidget* title = dock->titleBarWidget(); title && isFolded(*dock))
            most = title->sizeHint().height();
        if (dock->maximumHeight() != most) dock->setMaximumHeight(most);
    }
}

/// As much of the window for the panels as suits it. `below`: also for those below the map.
void Yielding::giveRoom(bool below) {
    if (!m_present) return;
    const Yielded wanted = yieldedIn(m_window.size(), m_state);
    if (below) {
        m_state.below = wanted.below;
        hold();
        if (!m_state.folded()) giveBelow();
    }
    if (!m_spare || wanted.side == m_state.side) return;
    if (wanted.side == Yielded::Side::There) {
        m_state.side = wanted.side;
        m_spare->show();
    } else if (!m_spare->isHidden() && !m_spare->isFloating()) {
        m_state.side = wanted.side;
        emit spareGoes();
    }
}

QDockWidget* Yielding::frontBelow() const {
    const auto front = std::ranges::find_if(m_docks, [&](const QDockWidget* dock) {
        return isBelow(*dock) && dock->isVisible() && m_window.rect().contains(dock->geometry().center());
    });
    return front == m_docks.end() ? nullptr : *front;
}

int Yielding::heightBelow() const {
    const QDockWidget* front = frontBelow();
    return front ? front->geometry().bottom() - m_window.centralWidget()->geometry().bottom() : 0;
}

void Yielding::giveBelow() {
    const auto any = std::ranges::find_if(
        m_docks, [&](const QDockWidget* dock) { return isBelow(*dock) && !dock->isHidden(); });
    if (!m_present || any == m_docks.end()) return;
    m_window.resizeDocks({*any}, {bottomOf(m_window.height())}, Qt::Vertical);
    if (std::exchange(m_giving, true)) return;
    QTimer::singleShot(0, this, [this] { // once the window has laid them out
        if (auto* places = m_window.layout()) places->activate();
        m_given = heightBelow();
        m_giving = false;
    });
}

void Yielding::leaveRoom() {
    const int now = heightBelow();
    const bool ours =
        m_state.folded() || (now >= bottomOf(m_window.height()) - nearly && now <= bottomHeight + nearly);
    m_given = ours ? now : 0;
    giveRoom(ours);
}

} // namespace factline::shell
