// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMenuBar;

namespace factline::shell {

class Actions;
class MainWindow;
class Settings;

/// Fills the menu bar from the table of actions; recent files and panels come to it where they belong.
void fillMenus(QMenuBar& bar, const Actions& actions, MainWindow& window, Settings& settings);

} // namespace factline::shell
