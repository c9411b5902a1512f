// SPDX-License-Identifier: Apache-2.0
#include "shell/docks.h"

#include <algorithm>
#include <optional>

#include <QApplication>
#include <QDataStream>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QShortcut>
#include <QTabBar>
#include <QTimer>

#include "shell/tab_pills.h"

namespace factline::shell {

namespace {

constexpr int leftWidth = 240, rightWidth = 340; ///< pixels
constexpr int stateVersion = 1;
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

/// For one among tabs, which have its name: nothing. (Without a layout it would be -1 pixel high.)
QWidget* noTitle(QDockWidget* dock) {
    auto* title = new QWidget(dock);
    (new QHBoxLayout(title))->setContentsMargins({});
    return title;
}

} // namespace

Docks::Docks(QMainWindow& window, const workspace::Workspace& around, const picture::Theme& theme)
    : QObject(&window)
    , m_window(window)
    , m_judge(around.judge)
    , m_theme(theme)
    , m_yielding(new Yielding(window)) {
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
    resize(Qt::BottomDockWidgetArea, Yielding::bottomHeight, Qt::Vertical);
    if (QDockWidget* front = dock(inFront)) front->raise();
    showTitles();
    m_first = window.saveState(stateVersion);
    if (QDockWidget* outline = dock(spare)) m_yielding->setSpare(*outline);
    connect(m_yielding, &Yielding::spareGoes, this, [this] { hide(spare); });
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
            if (!m_yielding->isFolded(*dock)) return;
            m_yielding->bring(*dock);
            dock->raise();
        });
    // Esc, where the panel itself has no use for it: lists would take it for a letter that is sought.
    auto* back = new QShortcut(Qt::Key_Escape, dock);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    const auto toMap = [this] {
        m_window.activateWindow(); // the dock may stand beside it
        m_window.centralWidget()->setFocus();
    };
    connect(back, &QShortcut::activated, &m_window, toMap);
    connect(panel, &panels::Panel::mapWanted, &m_window, toMap);
    QDockWidget* neighbour = nullptr;
    for (const Entry& entry : m_entries)
        if (entry.kind->area == kind.area) neighbour = entry.dock;
    m_window.addDockWidget(kind.area, dock);
    if (neighbour) m_window.tabifyDockWidget(neighbour, dock);
    dock->setVisible(kind.shown);
    m_entries.push_back({&kind, panel, dock});
    m_yielding->add(*dock);
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
    for (QTabBar* bar : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        m_yielding->watch(*bar);
}

void Docks::showTitles() {
    for (const Entry& entry : m_entries) {
        const auto beside = m_window.tabifiedDockWidgets(entry.dock);
        const bool tabbed = !entry.dock->isFloating() &&
                            std::ranges::any_of(beside, [](QDockWidget* dock) { return !dock->isHidden(); });
        QWidget* now = entry.dock->titleBarWidget();
        const bool quiet = now && now->objectName() == QLatin1String("dockTitle");
        if (now && quiet != tabbed) continue;
        entry.dock->setTitleBarWidget(tabbed ? noTitle(entry.dock) : quietTitle(entry.dock));
        delete now;
    }
    showCounts();
    m_yielding->hold();
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
    m_yielding->bring(*wanted);
    wanted->raise();
    panel(id)->setFocus(Qt::ShortcutFocusReason);
}

void Docks::toggle(std::string_view id) {
    QDockWidget* wanted = dock(id);
    const bool seen = wanted && wanted->isVisible() && !m_yielding->isFolded(*wanted);
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
    m_yielding->restore({});
    m_window.restoreState(m_first, stateVersion);
    if (QDockWidget* front = dock(inFront)) front->raise();
    m_yielding->leaveRoom();
    // A dock that is put somewhere loses the keyboard on its way.
    if (keyboard && keyboard->window() == &m_window && keyboard->isVisible()) keyboard->setFocus();
}

namespace {

/// What is kept: the window's own state, and what has yielded.
struct Kept {
    Yielded yielded;
    QByteArray window;
};

QByteArray packed(const Kept& kept) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kept.yielded.below << kept.yielded.side << kept.window;
    return bytes;
}

std::optional<Kept> unpacked(const QByteArray& bytes) {
    Kept kept;
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    in >> kept.yielded.below >> kept.yielded.side >> kept.window;
    const bool known =
        kept.yielded.below <= Yielded::Below::ChosenFolded && kept.yielded.side <= Yielded::Side::Chosen;
    return known && in.status() == QDataStream::Ok && in.atEnd() ? std::optional(kept) : std::nullopt;
}

} // namespace

QByteArray Docks::state() const {
    if (!m_present) return m_absent;
    return packed({m_yielding->state(), m_window.saveState(stateVersion)});
}

bool Docks::restore(const QByteArray& state) {
    if (!m_present) {
        m_absent = state;
        return true;
    }
    const auto kept = unpacked(state);
    if (kept && m_window.restoreState(kept->window, stateVersion)) {
        m_yielding->restore(kept->yielded);
        return true;
    }
    reset();
    return false;
}

void Docks::setPresent(bool present) {
    if (present == m_present) return;
    if (!present) m_absent = state();
    m_present = present;
    m_yielding->setPresent(present);
    if (present) {
        restore(m_absent);
        QTimer::singleShot(0, m_yielding, &Yielding::leaveRoom); // once they have their places
    } else {
        for (const Entry& entry : m_entries)
            entry.dock->hide();
    }
}

} // namespace factline::shell
