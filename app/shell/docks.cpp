// SPDX-License-Identifier: Apache-2.0
#include "shell/docks.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLayout>
#include <QPointer>
#include <QTimer>

#include "shell/tab_pills.h"

namespace factline::shell {

namespace {

constexpr int leftWidth = 240, rightWidth = 340, bottomHeight = 260;
constexpr int stateVersion = 1;
/// What the panels below the map get of a window so high: on a projector the map needs the room.
int bottomOf(int windowHeight) {
    return std::clamp(windowHeight - 520, 170, bottomHeight);
}
constexpr int nearly = 4; ///< pixels: with the line between

/// The tab that is in front at first; the colour of its count says how bad things are.
constexpr std::string_view inFront = "problems";

QString titleOf(const panels::PanelKind& kind) {
    return QCoreApplication::translate("Panel", kind.title);
}

/// What stands above a dock that shares its place with no other: its name, quietly.
QWidget* quietTitle(QDockWidget* dock) {
    auto* title = new QLabel(dock->windowTitle(), dock);
    title->setObjectName(QStringLiteral("dockTitle"));
    return title;
}

} // namespace

Docks::Docks(QMainWindow& window, const workspace::Workspace& around, const picture::Theme& theme)
    : QObject(&window)
    , m_window(window)
    , m_judge(around.judge)
    , m_theme(theme) {
    window.setDockOptions(QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks |
                          QMainWindow::GroupedDragging | QMainWindow::AnimatedDocks);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window.setDocumentMode(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    for (const panels::PanelKind& kind : panels::panelKinds())
        add(kind, around, theme);
    const auto resize = [&](Qt::DockWidgetArea area, int length, Qt::Orientation along) {
        QList<QDockWidget*> docks;
        for (const Entry& entry : m_entries)
            if (entry.kind->area == area && entry.kind->shown) docks += entry.dock;
        if (!docks.isEmpty()) window.resizeDocks(docks, QList<int>(docks.size(), length), along);
    };
    resize(Qt::LeftDockWidgetArea, leftWidth, Qt::Horizontal);
    resize(Qt::RightDockWidgetArea, rightWidth, Qt::Horizontal);
    resize(Qt::BottomDockWidgetArea, bottomHeight, Qt::Vertical);
    if (QDockWidget* front = dock(inFront)) front->raise();
    showTitles();
    m_first = state();
    window.installEventFilter(this);
}

void Docks::add(const panels::PanelKind& kind, const workspace::Workspace& around,
                const picture::Theme& theme) {
    auto* dock = new QDockWidget(titleOf(kind), &m_window);
    dock->setObjectName(QString::fromLatin1(kind.id));
    auto* panel = kind.create(around, theme, dock);
    dock->setWidget(panel);
    QDockWidget* neighbour = nullptr;
    for (const Entry& entry : m_entries)
        if (entry.kind->area == kind.area) neighbour = entry.dock;
    m_window.addDockWidget(kind.area, dock);
    if (neighbour) m_window.tabifyDockWidget(neighbour, dock);
    dock->setVisible(kind.shown);
    m_entries.push_back({&kind, panel, dock});
    connect(panel, &panels::Panel::countChanged, this, [this, dock](int count) {
        const auto entry = std::ranges::find(m_entries, dock, &Entry::dock);
        entry->count = count;
        showCounts();
    });
    connect(panel, &panels::Panel::panelWanted, this, [this](const QString& id) { show(id.toStdString()); });
    connect(panel, &panels::Panel::comparisonWanted, this, &Docks::comparisonWanted);
    // A dock that moves changes its neighbours' titles as well, and knows so only a little later.
    const auto later = [this] { QTimer::singleShot(0, this, &Docks::showTitles); };
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
}

void Docks::showCounts() {
    std::map<QString, Pill> pills;
    for (const Entry& entry : m_entries) {
        const QString title = titleOf(*entry.kind);
        Pill& pill = pills[title];
        pill.count = entry.count;
        if (auto* alone = qobject_cast<QLabel*>(entry.dock->titleBarWidget()))
            alone->setText(entry.count > 0 ? QStringLiteral("%1  %2").arg(title).arg(entry.count) : title);
        if (entry.kind->id != inFront || !m_judge.latest()) continue;
        const jobs::Counts counts = jobs::countsOf(*m_judge.latest());
        pill.look = counts.errors > 0     ? PillLook::Error
                    : counts.warnings > 0 ? PillLook::Warning
                                          : PillLook::Quiet;
    }
    showPills(m_window, pills, m_theme);
}

void Docks::showTitles() {
    for (const Entry& entry : m_entries) {
        const auto beside = m_window.tabifiedDockWidgets(entry.dock);
        const bool tabbed = !entry.dock->isFloating() &&
                            std::ranges::any_of(beside, [](QDockWidget* dock) { return !dock->isHidden(); });
        QWidget* now = entry.dock->titleBarWidget();
        const bool quiet = now && now->objectName() == QLatin1String("dockTitle");
        if (now && quiet != tabbed) continue;
        // In tabs the name stands in the tab; an empty widget takes the bar away.
        entry.dock->setTitleBarWidget(tabbed ? new QWidget(entry.dock) : quietTitle(entry.dock));
        delete now;
    }
    showCounts();
}

void Docks::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    for (const Entry& entry : m_entries)
        entry.panel->setTheme(theme);
    showCounts();
}

panels::Panel* Docks::panel(std::string_view id) const {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& e) { return id == e.kind->id; });
    return found == m_entries.end() ? nullptr : found->panel;
}

QDockWidget* Docks::dock(std::string_view id) const {
    const auto found = std::ranges::find_if(m_entries, [&](const Entry& e) { return id == e.kind->id; });
    return found == m_entries.end() ? nullptr : found->dock;
}

void Docks::show(std::string_view id) {
    QDockWidget* wanted = dock(id);
    if (!wanted || !m_present) return;
    wanted->show();
    wanted->raise();
    panel(id)->setFocus(Qt::ShortcutFocusReason);
}

void Docks::toggle(std::string_view id) {
    QDockWidget* wanted = dock(id);
    if (wanted && wanted->isVisible() && wanted->isAncestorOf(QApplication::focusWidget()))
        hide(id);
    else
        show(id);
}

void Docks::hide(std::string_view id) {
    QDockWidget* gone = dock(id);
    if (!gone) return;
    bool free = gone->isAncestorOf(QApplication::focusWidget());
    gone->hide();
    // Hiding passes the keyboard on to whatever comes next: a tab, a button.
    const QWidget* now = QApplication::focusWidget();
    if (now && now->window() != &m_window) return;
    free = free ||
           std::ranges::none_of(m_entries, [&](const Entry& entry) { return entry.dock->isAncestorOf(now); });
    if (free) m_window.centralWidget()->setFocus();
}

void Docks::reset() {
    const QPointer<QWidget> keyboard = QApplication::focusWidget();
    for (const Entry& entry : m_entries)
        entry.dock->setFloating(false);
    m_window.restoreState(m_first, stateVersion);
    if (QDockWidget* front = dock(inFront)) front->raise();
    leaveRoom();
    // A dock that is put somewhere loses the keyboard on its way.
    if (keyboard && keyboard->window() == &m_window && keyboard->isVisible()) keyboard->setFocus();
}

bool Docks::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Resize &&
        (m_giving || std::abs(heightBelow() - m_given) <= nearly))
        giveBelow(); // else somebody has chosen a height
    return QObject::eventFilter(watched, event);
}

QDockWidget* Docks::frontBelow() const {
    for (const Entry& entry : m_entries)
        if (m_window.dockWidgetArea(entry.dock) == Qt::BottomDockWidgetArea && !entry.dock->isFloating() &&
            entry.dock->isVisible() && m_window.rect().contains(entry.dock->geometry().center()))
            return entry.dock;
    return nullptr;
}

int Docks::heightBelow() const {
    const QDockWidget* front = frontBelow();
    return front ? front->geometry().bottom() - m_window.centralWidget()->geometry().bottom() : 0;
}

void Docks::giveBelow() {
    QDockWidget* front = frontBelow();
    if (!m_present || !front) return;
    m_window.resizeDocks({front}, {bottomOf(m_window.height())}, Qt::Vertical);
    if (std::exchange(m_giving, true)) return;
    QTimer::singleShot(0, this, [this] { // once the window has laid them out
        if (auto* places = m_window.layout()) places->activate();
        m_given = heightBelow();
        m_giving = false;
    });
}

/// As kept by a larger window they would leave too little.
void Docks::leaveRoom() {
    const int now = heightBelow();
    m_given = now;
    if (now > bottomOf(m_window.height()) && now <= bottomHeight + nearly)
        giveBelow();
    else if (std::abs(now - bottomOf(m_window.height())) > nearly)
        m_given = 0;
}

QByteArray Docks::state() const {
    return m_present ? m_window.saveState(stateVersion) : m_absent;
}

bool Docks::restore(const QByteArray& state) {
    if (!m_present) {
        m_absent = state;
        return true;
    }
    if (!state.isEmpty() && m_window.restoreState(state, stateVersion)) return true;
    reset();
    return false;
}

void Docks::setPresent(bool present) {
    if (present == m_present) return;
    if (!present) {
        m_absent = state();
        m_present = false;
        for (const Entry& entry : m_entries)
            entry.dock->hide();
    } else {
        m_present = true;
        restore(m_absent);
        QTimer::singleShot(0, this, &Docks::leaveRoom); // once they have their places
    }
}

} // namespace factline::shell
