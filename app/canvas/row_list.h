// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include <QListWidget>

#include "picture/theme.h"

namespace factline::canvas {

/// One row: a swatch of its kind, a name, and a quiet word at the right.
struct ListRow {
    std::optional<ElementKind> kind; ///< none: a hotspot
    QString text;
    QString detail;
    int tag = 0; ///< what it stands for, to whoever gave it
};

/// A short list to choose from while the keyboard stays in a line above it.
class RowList : public QListWidget {
    Q_OBJECT
public:
    RowList(const picture::Theme& theme, QWidget* parent);

    void setTheme(const picture::Theme& theme);
    /// Shows rows and chooses the first; as high as its rows, up to eight.
    void setRows(const std::vector<ListRow>& rows);
    void choose(int row);
    void chooseNothing() { setCurrentRow(-1); }
    /// Up and down, around the ends.
    void step(int by);
    /// The tag of what is chosen; nothing where nothing is.
    std::optional<int> chosen() const;
};

} // namespace factline::canvas
