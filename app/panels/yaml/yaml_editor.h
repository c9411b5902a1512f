// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QPlainTextEdit>

#include "panels/yaml/line_mark.h"
#include "panels/yaml/text_filling.h"
#include "panels/yaml/text_take_over.h"
#include "panels/yaml/yaml_highlighter.h"
#include "picture/theme.h"

namespace factline::panels {

class YamlMargin;

/// A plain-text editor with line numbers, signs in its margin, and the keys of a YAML editor. It keeps no
/// history: undo and redo are asked for, and what others change is taken over line by line.
class YamlEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit YamlEditor(const picture::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const picture::Theme& theme);
    /// The text with LF between lines, as typed.
    QString text() const;
    /// Shows another text. A long one comes in pieces, filled() follows; nobody can type until then.
    void show(const Shared<std::string>& text);
    bool isFilling() const { return m_filling.isRunning(); }
    /// Those that are there, or will be once it is filled.
    int linesExpected() const;
    /// Changes `before`, which is what stands here, into `after` where they differ; the cursor and what is
    /// seen stay. No typed() comes of it.
    void take(const Shared<std::string>& before, const Shared<std::string>& after);
    /// What `before`, which was taken or shown last, has become by typing. Not while it is filling.
    std::string typedInto(const std::string& before) const;
    /// Nobody is to type, whatever is shown.
    void setLocked(bool locked);
    void setMarks(std::vector<LineMark> marks);
    /// Lines of what is selected, -1: none.
    void setChosen(int first, int last);
    /// Puts the cursor at the beginning of a line's text and shows it; no lineEntered() comes of it.
    void goTo(int line, int column = 0);

    /// A line that is seen, with its place in the viewport.
    struct SeenLine {
        int line = 0;
        double top = 0;
        double height = 0;
    };
    std::vector<SeenLine> linesSeen(const QRect& area) const;

signals:
    void aboutToType(); ///< before a key or a paste changes the text
    void typed();
    void filled();              ///< with a long text
    void lineEntered(int line); ///< the user has put the cursor into another line
    void undoAsked();
    void redoAsked();
    void shortcutFollows(); ///< what is typed is to be with the document before it comes

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool pressOwnKey(QKeyEvent* event);
    void fill(const Shared<std::string>& text);
    void filledOn();
    void touch(int from, int added);
    void untouch();
    void showMarks();
    void enterLine();

    picture::Theme m_theme;
    YamlMargin* m_margin;
    YamlHighlighter m_highlighter;
    TextFilling m_filling;
    Untouched m_untouched; ///< since the text was shown or taken
    std::vector<LineMark> m_marks;
    int m_first = -1, m_last = -1;
    int m_line = 0;
    bool m_taking = false; ///< the text or cursor is moved by the program
    bool m_locked = false;
};

} // namespace factline::panels
