// SPDX-License-Identifier: Apache-2.0
#include "shell/docks.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include <QApplication>
#include <QDataStream>
#include <QDockWidget>
#include <QLabel>
#include <QLayout>
#include <QMouseEvent>
#include <QPointer>
#include <QTabBar>
#include <QTimer>

#include "shell/tab_pills.h"

namespace factline::shell {

namespace {

constexpr int leftWidth = 240, rightWidth = 340, bottomHeight = 260;
constexpr int stateVersion = 1;
/// A window less wide or less high, such as on a projector, has no room for the map between panels at all
/// sides: those below it are tabs alone, and the outline stays away, until somebody asks for them.
constexpr QSize ample{1400, 800};
/// What the panels below the map get of a window so high: on a projector the map needs the room.
int bottomOf(int windowHeight) {
    return std::clamp(windowHeight - 504, 170, bottomHeight);
}
constexpr int nearly = 4; ///< pixels: with the line between

/// The tab that is in front at first; the colour of its count says how bad things are.
constexpr std::string_view inFront = "problems";
/// The map says the same, so that it goes first where there is little room.
constexpr std::string_view spare = "outline";

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
    m_first = window.saveState(stateVersion);
    window.installEventFilter(this);
}

void Docks::add(const panels::PanelKind& kind, const workspace::Workspace& around,
                const picture::Theme& theme) {
    auto* dock = new QDockWidget(titleOf(kind), &m_window);
    dock->setObjectName(QString::fromLatin1(kind.id));
    auto* panel = kind.create(around, theme, dock);
    dock->setWidget(panel);
    // What a key asks of it is to be seen, also where it is a tab alone.
    for (QAction* action : panel->actions())
        connect(action, &QAction::triggered, this, [this, dock] {
            if (!m_folded || !isBelow(dock)) return;
            unfold();
            dock->raise();
        });
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
    const QKeySequence keys(QString::fromLatin1(foldKeys));
    for (QTabBar* bar : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        bar->installEventFilter(this); // once, however often it is asked for
        for (int tab = 0; tab < bar->count(); ++tab)
            if (const QDockWidget* dock = dockAt(*bar, tab); dock && isBelow(dock))
                bar->setTabToolTip(tab, tr("A click on the tab in front folds the panels away, another one "
                                           "brings them back (%1)")
                                            .arg(keys.toString(QKeySequence::NativeText)));
    }
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
    holdDown();
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
    if (id == spare) m_spareGoes = m_spareGone = false;
    wanted->show();
    if (m_folded && isBelow(wanted)) unfold();
    wanted->raise();
    panel(id)->setFocus(Qt::ShortcutFocusReason);
}

void Docks::toggle(std::string_view id) {
    QDockWidget* wanted = dock(id);
    const bool seen = wanted && wanted->isVisible() && !(m_folded && isBelow(wanted));
    if (seen && wanted->isAncestorOf(QApplication::focusWidget()))
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
    m_spareGoes = m_foldsByItself = true;
    m_spareGone = false;
    hold(false);
    m_window.restoreState(m_first, stateVersion);
    if (QDockWidget* front = dock(inFront)) front->raise();
    leaveRoom();
    // A dock that is put somewhere loses the keyboard on its way.
    if (keyboard && keyboard->window() == &m_window && keyboard->isVisible()) keyboard->setFocus();
}

bool Docks::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Resize) {
        // Else somebody has chosen a height.
        if (m_folded || m_giving || std::abs(heightBelow() - m_given) <= nearly) giveRoom();
        giveSides();
    } else if (auto* bar = qobject_cast<QTabBar*>(watched)) {
        if (event->type() == QEvent::MouseButtonPress)
            m_pressed = bar->currentIndex();
        else if (event->type() == QEvent::MouseButtonRelease)
            clicked(*bar, static_cast<QMouseEvent*>(event)->position().toPoint());
    }
    return QObject::eventFilter(watched, event);
}

/// A tab below the map: folded, any of them brings its panel; else the one in front folds all of them.
void Docks::clicked(const QTabBar& bar, const QPoint& at) {
    const int tab = bar.tabAt(at);
    QDockWidget* hit = dockAt(bar, tab);
    if (!hit || !isBelow(hit)) return;
    if (m_folded)
        unfold(); // the bar itself brings the panel to the front
    else if (tab == m_pressed)
        fold();
}

QDockWidget* Docks::dockAt(const QTabBar& bar, int tab) const {
    const auto found = std::ranges::find_if(
        m_entries, [&](const Entry& entry) { return entry.dock->windowTitle() == bar.tabText(tab); });
    return found == m_entries.end() ? nullptr : found->dock;
}

bool Docks::isBelow(const QDockWidget* dock) const {
    return !dock->isFloating() &&
           m_window.dockWidgetArea(const_cast<QDockWidget*>(dock)) == Qt::BottomDockWidgetArea;
}

void Docks::toggleFold() {
    if (!m_present) return;
    m_folded ? unfold() : fold();
}

void Docks::fold() {
    m_foldsByItself = false;
    const QWidget* keyboard = QApplication::focusWidget();
    const bool free = std::ranges::any_of(m_entries, [&](const Entry& entry) {
        return isBelow(entry.dock) && entry.dock->isAncestorOf(keyboard);
    });
    hold(true);
    if (free) m_window.centralWidget()->setFocus();
}

void Docks::unfold() {
    m_foldsByItself = false;
    hold(false);
    giveBelow();
}

/// Tabs alone below the map, or no longer so.
void Docks::hold(bool down) {
    m_folded = down;
    holdDown();
}

/// A dock may have come there, or gone, since. One that stands there by itself keeps its title.
void Docks::holdDown() {
    for (const Entry& entry : m_entries) {
        int most = QWIDGETSIZE_MAX;
        if (const QWidget* title = entry.dock->titleBarWidget(); title && m_folded && isBelow(entry.dock))
            most = std::max(0, title->sizeHint().height());
        if (entry.dock->maximumHeight() != most) entry.dock->setMaximumHeight(most);
    }
}

/// As much of the window's height for the panels below the map as suits it.
void Docks::giveRoom() {
    if (!m_present) return;
    if (m_foldsByItself) hold(m_window.height() < ample.height());
    if (!m_folded) giveBelow();
}

/// The outline comes and goes with its width.
void Docks::giveSides() {
    if (!m_present) return;
    const bool narrow = m_window.width() < ample.width();
    if (QDockWidget* outline = dock(spare); outline && m_spareGoes) {
        const bool there = !outline->isHidden() && !outline->isFloating();
        if (narrow && there) {
            m_spareGone = true;
            hide(spare);
        } else if (!narrow && std::exchange(m_spareGone, false)) {
            outline->show();
        }
    }
}

QDockWidget* Docks::frontBelow() const {
    for (const Entry& entry : m_entries)
        if (isBelow(entry.dock) && entry.dock->isVisible() &&
            m_window.rect().contains(entry.dock->geometry().center()))
            return entry.dock;
    return nullptr;
}

int Docks::heightBelow() const {
    const QDockWidget* front = frontBelow();
    return front ? front->geometry().bottom() - m_window.centralWidget()->geometry().bottom() : 0;
}

void Docks::giveBelow() {
    const auto any = std::ranges::find_if(
        m_entries, [&](const Entry& entry) { return isBelow(entry.dock) && !entry.dock->isHidden(); });
    if (!m_present || any == m_entries.end()) return;
    m_window.resizeDocks({any->dock}, {bottomOf(m_window.height())}, Qt::Vertical);
    if (std::exchange(m_giving, true)) return;
    QTimer::singleShot(0, this, [this] { // once the window has laid them out
        if (auto* places = m_window.layout()) places->activate();
        m_given = heightBelow();
        m_giving = false;
    });
}

/// As kept by a larger window they would leave too little.
void Docks::leaveRoom() {
    giveSides();
    const int now = heightBelow();
    m_given = now;
    if (m_folded || (now >= bottomOf(m_window.height()) - nearly && now <= bottomHeight + nearly))
        giveRoom();
    else
        m_given = 0;
}

namespace {

/// What is kept: the window's own state, and what has yielded by itself.
struct Kept {
    bool folded = false, foldsByItself = true, spareGoes = true, spareGone = false;
    QByteArray window;
};

QByteArray packed(const Kept& kept) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kept.folded << kept.foldsByItself << kept.spareGoes << kept.spareGone << kept.window;
    return bytes;
}

std::optional<Kept> unpacked(const QByteArray& bytes) {
    Kept kept;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    in >> kept.folded >> kept.foldsByItself >> kept.spareGoes >> kept.spareGone >> kept.window;
    return in.status() == QDataStream::Ok && in.atEnd() ? std::optional(kept) : std::nullopt;
}

} // namespace

QByteArray Docks::state() const {
    if (!m_present) return m_absent;
    return packed({m_folded, m_foldsByItself, m_spareGoes, m_spareGone, m_window.saveState(stateVersion)});
}

bool Docks::restore(const QByteArray& state) {
    if (!m_present) {
        m_absent = state;
        return true;
    }
    const auto kept = unpacked(state);
    if (kept && m_window.restoreState(kept->window, stateVersion)) {
        m_foldsByItself = kept->foldsByItself;
        m_spareGoes = kept->spareGoes;
        m_spareGone = kept->spareGone;
        hold(kept->folded);
        return true;
    }
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
