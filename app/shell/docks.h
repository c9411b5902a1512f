// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <QMainWindow>

#include "panels/panel.h"
#include "shell/yielding.h"

class QDockWidget;

namespace factline::shell {

/// The panels as docks of one window: where they stand at first, their titles and tabs with counts, and their
/// state to be kept.
class Docks : public QObject {
    Q_OBJECT
public:
    Docks(QMainWindow& window, const workspace::Workspace& around, const picture::Theme& theme);

    void setTheme(const picture::Theme& theme);
    /// Shows a panel and puts the keyboard into it; nothing for an unknown one.
    void show(std::string_view id);
    /// The same, or hides it where the keyboard is in it already.
    void toggle(std::string_view id);
    void hide(std::string_view id); ///< and gives the keyboard back to the map
    /// Leaves only the tabs of the panels below the map, or brings the one in front back.
    void toggleFold() { m_yielding->toggleFold(); }

    panels::Panel* panel(std::string_view id) const; ///< null for an unknown one
    QDockWidget* dock(std::string_view id) const;

    /// As at the first start.
    void reset();
    QByteArray state() const;
    /// False, and the layout as at the first start, for what is no state of these docks.
    bool restore(const QByteArray& state);
    /// Takes all of them away, as long as nothing is open, and back to where they were.
    void setPresent(bool present);

signals:
    /// A panel asks for it (see Panel).
    void comparisonWanted(const factline::document::Snapshot& earlier, const QString& called);

private:
    struct Entry {
        const panels::PanelKind* kind;
        panels::Panel* panel;
        QDockWidget* dock;
        int count = 0;
    };
    void add(const panels::PanelKind& kind, const workspace::Workspace& around, const picture::Theme& theme);
    void showCounts();
    void showTitles();

    QMainWindow& m_window;
    const jobs::Judge& m_judge;
    picture::Theme m_theme;
    Yielding* m_yielding;
    std::vector<Entry> m_entries;
    QByteArray m_first;  ///< the state at the first start
    QByteArray m_absent; ///< the state that comes back with them
    bool m_present = true;
};

} // namespace factline::shell
