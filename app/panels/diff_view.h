// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

#include "picture/theme.h"
#include "viewmodels/line_diff.h"

namespace factline::panels {

/// A difference to be read: signs before the lines, and colours with them. The first line that differs is
/// seen at once, however low the view is.
class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DiffView(const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme);
    void show(std::vector<viewmodels::DiffLine> lines);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void colour();
    void beginAtTheChange();

    picture::Theme m_theme;
    std::vector<viewmodels::DiffLine> m_lines;
};

} // namespace factline::panels
