// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <QAction>

namespace factline::shell {

class MainWindow;

/// The menu in which an action stands.
enum class MenuKind : std::uint8_t { File, Edit, View, Model, Generate, Help };

/// What has to be there before an action can do anything.
enum class Needs : std::uint8_t { Nothing, Model, Picture };

/// One thing that a user can do. Menus, toolbar and palette are made from the table of these.
struct ActionLine {
    const char* id;
    MenuKind menu;
    const char* text; ///< in English, for translation
    const char* keys; ///< portable text; empty: none; of an action of the canvas: those that work anywhere
    Needs needs = Needs::Nothing;
    void (*run)(MainWindow& window) = nullptr; ///< null: the canvas brings the action of this id
    bool separated = false;                    ///< a line above it in its menu
    const char* submenu = nullptr;             ///< its title, where the action stands in one
};

/// All of them, in the order of the menus.
std::span<const ActionLine> actionLines();

/// The table as actions of one window. The canvas's own are found by their ids; what it has not is left out.
class Actions {
public:
    Actions(MainWindow& window, const QWidget& canvas);

    struct Entry {
        const ActionLine* line;
        QAction* action;
    };
    const std::vector<Entry>& all() const { return m_entries; }
    QAction* find(std::string_view id) const; ///< null for what is not there
    void enable(bool model, bool picture);

private:
    std::vector<Entry> m_entries;
};

} // namespace factline::shell
