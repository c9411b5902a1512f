// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <vector>

#include <QObject>
#include <QPointer>

#include "shell/main_window.h"

namespace factline::shell {

/// All windows of the program: which one a model is shown in, and what they have in common.
class Windows : public QObject {
    Q_OBJECT
public:
    explicit Windows(Setup setup);
    ~Windows() override;

    /// A window with nothing open; it goes when it is closed.
    MainWindow& add();
    std::vector<MainWindow*> all() const;

    /// Raises the window that has the file; otherwise `from` shows it where it is free, or a new one.
    MainWindow& open(const std::filesystem::path& file, MainWindow& from);
    MainWindow& show(const document::Opened& opened, bool unsaved, MainWindow& from);
    /// Offers in that window what a crash has left behind, unless its file holds it by now.
    void offerLeftovers(MainWindow& window);
    void quit(); ///< closes all; those with something unsaved ask and stay

private:
    MainWindow& place(MainWindow& from);
    MainWindow* having(const std::filesystem::path& file);

    Setup m_setup;
    std::vector<QPointer<MainWindow>> m_windows;
    std::list<document::Errand<bool>> m_asked; ///< whether what was left behind is saved by now
};

} // namespace factline::shell
