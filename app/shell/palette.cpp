// SPDX-License-Identifier: Apache-2.0
#include "shell/palette.h"

#include "picture/style_sheet.h"

namespace factline::shell {

std::string themeName(ThemeChoice choice, bool isDesktopDark) {
    if (choice == ThemeChoice::Light) return "light";
    if (choice == ThemeChoice::Dark) return "dark";
    return isDesktopDark ? "dark" : "light";
}

QPalette paletteFor(const picture::Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.quietText);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.broken.text);
    palette.setColor(QPalette::ToolTipBase, theme.panel);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accentFill);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Light, theme.panel);
    palette.setColor(QPalette::Midlight, theme.hairline);
    palette.setColor(QPalette::Mid, theme.hairline);
    palette.setColor(QPalette::Dark, theme.hairline);
    palette.setColor(QPalette::Shadow, theme.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.quietText);
    return palette;
}

QString styleSheetFor(const picture::Theme& theme) {
    return picture::withColours(QStringLiteral(R"(
QMainWindow { background: %panel; }
QMenuBar { background: %panel; border-bottom: 1px solid %line; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: %accentFill; }
QMenu { background: %panel; border: 1px solid %line; padding: 4px; }
QMenu::item { padding: 5px 40px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %accentFill; color: %text; }
QMenu::item:disabled { color: %quiet; }
QMenu::separator { height: 1px; background: %line; margin: 4px 8px; }
QToolBar { background: %panel; border: none; border-bottom: 1px solid %line; padding: 6px 10px; spacing: 4px; }
QToolBar::separator { background: %line; width: 1px; margin: 4px 8px; }
QStatusBar { background: %panel; border-top: 1px solid %line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 3px 8px; color: %quiet; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: %panel; padding: 8px 16px; }
#dockTitle { color: %quiet; font-size: 11px; font-weight: 600; padding: 10px 16px 4px 16px; background: %panel; }
QMainWindow::separator { background: %line; height: 1px; width: 1px; }
QTabBar { background: %panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: %quiet; padding: 8px 12px 7px 12px; margin: 0; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:first { margin-left: 10px; }
QTabBar::tab:selected { color: %text; border-bottom: 2px solid %accent; }
QTabBar::tab:hover:!selected { color: %text; }
QLineEdit { background: %window; color: %text; border: 1px solid %line; border-radius: 6px; padding: 4px 8px; }
QLineEdit:focus { border-color: %accent; background: %panel; }
QComboBox { background: %window; color: %text; border: 1px solid %line; border-radius: 6px; padding: 4px 8px; }
QComboBox:focus { border-color: %accent; background: %panel; }
QComboBox::drop-down { border: none; width: 18px; }
QUndoView::item { height: 26px; padding: 0 8px; border-radius: 4px; }
QUndoView { outline: 0; }
QUndoView::item:selected { background: %accentFill; color: %text; }
QUndoView::item:selected:focus { border: 1px solid %accent; padding: 0 7px; }
QTreeView { border: none; padding: 0 8px; }
QTreeView::item { height: 30px; }
QTreeView::item:hover { background: %window; }
QTreeView::item:selected { background: %accentFill; color: %text; }
QPushButton { background: %panel; color: %text; border: 1px solid %line; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: %window; }
QPushButton:focus { border-color: %accent; }
QPushButton:pressed { background: %accentFill; }
QPushButton:disabled { color: %quiet; }
QPushButton[main="true"]:enabled { background: %accent; color: %panel; border-color: %accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %line; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: %quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: %panel; color: %text; border: 1px solid %line; padding: 4px; }
)"),
                                theme);
}

} // namespace factline::shell
