// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/inspector_style.h"

#include "picture/style_sheet.h"

namespace factline::panels {

QString inspectorStyle(const picture::Theme& theme) {
    return picture::withColours(QStringLiteral(R"(
#inspectorBody { background: %panel; }
QLineEdit, QPlainTextEdit, QComboBox {
    background: %window; border: 1px solid %line; border-radius: 5px; padding: 2px 6px; color: %text;
    selection-background-color: %accentFill; selection-color: %text;
}
QPlainTextEdit { padding: 1px 2px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid %accent; background: %panel; }
QLineEdit[marked="true"], QPlainTextEdit[marked="true"], QComboBox[marked="true"] {
    border: 1px solid %accent; background: %accentFill;
}
QLineEdit[role="name"] {
    background: transparent; border: 1px solid transparent; font-size: 17px; font-weight: 600; padding: 0 2px;
}
QLineEdit[role="name"]:hover { border: 1px solid %line; }
QLineEdit[role="name"]:focus { border: 1px solid %accent; }
QLineEdit[role="add"][text=""]:!focus { background: transparent; border: 1px solid transparent; }
QComboBox::drop-down { border: none; width: 18px; }
QLabel[role="name"] { font-size: 17px; font-weight: 600; }
QLabel[role="label"] { color: %quiet; }
QLabel[role="heading"] { color: %quiet; font-weight: 600;  }
QLabel[role="error"] { color: %broken; }
QPushButton {
    color: %accent; background: %panel; border: 1px solid %line; border-radius: 5px; padding: 4px 12px;
}
QPushButton:hover { background: %accentFill; }
QPushButton:focus { border: 1px solid %accent; }
QToolButton { color: %accent; border: none; padding: 3px 6px; border-radius: 4px; text-align: left; }
QToolButton:hover, QToolButton:focus { background: %accentFill; }
QTableView { border: 1px solid %line; border-radius: 5px; gridline-color: %line; background: %window; }
QTableView[marked="true"] { border: 1px solid %accent; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; padding: 0 3px; }
QHeaderView::section { background: %panel; color: %quiet; border: none; border-bottom: 1px solid %line; padding: 2px 4px; }
QTreeView { background: transparent; padding: 0; }
QCheckBox { color: %quiet; }
)"),
                                theme);
}

} // namespace factline::panels
