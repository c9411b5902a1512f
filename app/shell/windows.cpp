// SPDX-License-Identifier: Apache-2.0
#include "shell/windows.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include <QFile>

namespace factline::shell {

namespace {

constexpr QPoint aside{32, 32};
constexpr int shortly = 60; ///< milliseconds that a drive is given to answer before the window goes on

void raise(MainWindow& window) {
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.QWidget::show();
    window.raise();
    window.activateWindow();
}

} // namespace

Windows::Windows(Setup setup)
    : m_setup(std::move(setup)) {}

Windows::~Windows() {
    for (const auto& window : m_windows)
        delete window.data();
}

MainWindow& Windows::add() {
    const auto others = all();
    auto* window = new MainWindow(m_setup);
    window->setAttribute(Qt::WA_DeleteOnClose);
    std::erase_if(m_windows, [](const auto& each) { return each.isNull(); });
    m_windows.emplace_back(window);
    if (!others.empty()) window->move(others.back()->pos() + aside);
    connect(window, &MainWindow::windowWanted, this, [this] { raise(add()); });
    connect(window, &MainWindow::quitWanted, this, &Windows::quit);
    connect(window, &MainWindow::fileWanted, this,
            [this, window](const std::filesystem::path& file) { open(file, *window); });
    connect(window, &MainWindow::modelWanted, this,
            [this, window](const document::Opened& opened, bool unsaved) { show(opened, unsaved, *window); });
    connect(window, &MainWindow::themeChosen, this, [this, window](ThemeChoice choice) {
        for (MainWindow* other : all())
            if (other != window) other->setTheme(choice);
    });
    return *window;
}

std::vector<MainWindow*> Windows::all() const {
    std::vector<MainWindow*> windows;
    for (const auto& window : m_windows)
        if (window) windows.push_back(window.data());
    return windows;
}

MainWindow& Windows::place(MainWindow& from) {
    MainWindow& window = from.isFree() ? from : add();
    raise(window);
    return window;
}

/// The window that shows a file, under this name, or under another one where the drive says so shortly; null:
/// none.
MainWindow* Windows::having(const std::filesystem::path& file) {
    const auto windows = all();
    std::vector<std::filesystem::path> shown;
    shown.reserve(windows.size());
    for (const MainWindow* window : windows)
        shown.push_back(window->document().file());
    auto at = std::ranges::find(shown, file) - shown.begin();
    if (at == std::ssize(shown) && !file.empty()) {
        document::Errand<std::ptrdiff_t> asked(this);
        asked.send(
            [shown, file] {
                const auto isIt = [&file](const std::filesystem::path& each) {
                    std::error_code none;
                    return !each.empty() && std::filesystem::equivalent(each, file, none);
                };
                return std::ranges::find_if(shown, isIt) - shown.begin();
            },
            [&at](std::ptrdiff_t found) { at = found; });
        asked.waitFor(shortly);
    }
    return at < std::ssize(shown) ? windows[static_cast<std::size_t>(at)] : nullptr;
}

MainWindow& Windows::open(const std::filesystem::path& file, MainWindow& from) {
    if (MainWindow* window = having(file)) {
        raise(*window);
        return *window;
    }
    MainWindow& window = place(from);
    window.open(file);
    return window;
}

MainWindow& Windows::show(const document::Opened& opened, bool unsaved, MainWindow& from) {
    MainWindow& window = place(from);
    window.show(opened, unsaved);
    return window;
}

void Windows::offerLeftovers(MainWindow& window) {
    bool waits = window.isFree();
    for (const document::Leftover& leftover : document::findLeftovers(m_setup.journals)) {
        const QPointer to(&window);
        auto& asked = m_asked.emplace_back(this);
        asked.send([opened = leftover.opened] { return document::isSaved(opened); },
                   [leftover, to](bool isSaved) {
                       if (!isSaved) return;
                       document::removeLeftover(leftover);
                       if (to) to->withdraw(leftover);
                   });
        asked.waitFor(shortly);
        if (!QFile::exists(leftover.journal)) continue;
        window.offer(
            leftover,
            [this, to](const document::Leftover& wanted) {
                MainWindow& from = to ? *to : add();
                place(from).recover(wanted);
            },
            std::exchange(waits, false));
    }
}

void Windows::quit() {
    for (MainWindow* window : all())
        window->close();
}

} // namespace factline::shell
