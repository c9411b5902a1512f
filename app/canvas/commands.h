// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QString>

class QMenu;

namespace factline::canvas {

class Canvas;

/// A command of the canvas, as menus and palettes offer it.
struct CommandKind {
    const char* id;     ///< "add-fact"; the action's object name
    const char* text;   ///< in English, for translation
    const char* key;    ///< works while the canvas has the keyboard; empty: none
    const char* inMenu; ///< the group that it belongs to in the context menu; null: it is not there
    void (*run)(Canvas& canvas);
};

/// All commands, in the order of a menu.
std::span<const CommandKind> commandKinds();

/// Its name in the user's language.
QString commandText(const CommandKind& kind);

/// Gives the canvas an action for each of them.
void addCommands(Canvas& canvas);

/// Those that can be done with what is selected, by groups.
void fillMenu(QMenu& menu, const Canvas& canvas);

} // namespace factline::canvas
