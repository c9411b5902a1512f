// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QWidget>

#include "panels/yaml/line_mark.h"
#include "picture/theme.h"

namespace factline::panels {

class YamlEditor;

/// The strip at the left of the YAML editor: line numbers, the worst sign of each line, and a bar along the
/// lines of what is selected.
class YamlMargin : public QWidget {
    Q_OBJECT
public:
    YamlMargin(const picture::Theme& theme, YamlEditor* editor);

    /// For the numbers of the lines that are there, or are on their way.
    int widthWanted() const;
    QSize sizeHint() const override { return {widthWanted(), 0}; }
    void setTheme(const picture::Theme& theme);
    void setMarks(std::vector<LineMark> marks);
    void setChosen(int first, int last);
    /// What the signs at a height say, a line each.
    QString tipAt(int y) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    const LineMark* worstAt(int line) const;

    YamlEditor* m_editor;
    picture::Theme m_theme;
    std::vector<LineMark> m_marks;
    int m_first = -1, m_last = -1;
};

} // namespace factline::panels
