// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_editor.h"

#include <algorithm>

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include "panels/yaml/yaml_keys.h"
#include "panels/yaml/yaml_margin.h"

namespace factline::panels {

YamlEditor::YamlEditor(const picture::Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_margin(new YamlMargin(theme, this))
    , m_highlighter(theme)
    , m_filling(*document()) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(9.0, font.pointSizeF()));
    setFont(font);
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false); // the document's history holds every step, whoever made it
    setFrameShape(NoFrame);
    setCornerWidget(new QWidget(this)); // the style would frame that corner
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(QLatin1Char(' ')) * levelStep);
    connect(this, &QPlainTextEdit::blockCountChanged, this,
            [this] { setViewportMargins(m_margin->widthWanted(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& area, int moved) {
        if (moved != 0)
            m_margin->scroll(0, moved);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_taking && !isFilling()) emit typed();
    });
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int from, int, int added) { touch(from, added); });
    connect(&m_filling, &TextFilling::added, this, &YamlEditor::filledOn);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlEditor::enterLine);
    setViewportMargins(m_margin->widthWanted(), 0, 0, 0);
    setTheme(theme);
}

void YamlEditor::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    m_highlighter.setTheme(theme);
    viewport()->update();
    showMarks();
    m_margin->setTheme(theme);
}

QString YamlEditor::text() const {
    // Not toPlainText(), which turns no-break spaces into common ones.
    return document()->toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

void YamlEditor::setLocked(bool locked) {
    m_locked = locked;
    setReadOnly(m_locked || isFilling());
}

void YamlEditor::show(const Shared<std::string>& text) {
    // Of what is long already each line would have to be taken out again.
    if (TextFilling::isLong(text->size()) ||
        TextFilling::isLong(static_cast<std::size_t>(document()->characterCount())))
        return fill(text);
    m_filling.stop();
    take(this->text().toStdString(), text);
}

void YamlEditor::fill(const Shared<std::string>& text) {
    const QScopedValueRollback taking(m_taking, true);
    m_line = 0;
    m_filling.start(text);
    // Before the lines are there: whenever its width changes the text document makes a layout for each.
    setViewportMargins(m_margin->widthWanted(), 0, 0, 0);
    setReadOnly(true);
}

int YamlEditor::linesExpected() const {
    return std::max(blockCount(), m_filling.lines());
}

void YamlEditor::filledOn() {
    const QScopedValueRollback taking(m_taking, true);
    if (textCursor().atEnd()) setTextCursor(QTextCursor(document())); // pushed on by the first piece
    if (isFilling()) return;
    setReadOnly(m_locked);
    untouch();
    showMarks();
    emit filled();
}

void YamlEditor::take(const Shared<std::string>& before, const Shared<std::string>& after) {
    if (isFilling()) {
        if (after != m_filling.text()) fill(after);
        return;
    }
    const QScopedValueRollback taking(m_taking, true);
    const QTextBlock top = firstVisibleBlock();
    const int topLine = top.blockNumber();
    takeOver(*document(), *before, *after);
    untouch();
    if (top.isValid() && top.blockNumber() >= 0) // still there: it stays where it is seen
        verticalScrollBar()->setValue(verticalScrollBar()->value() + top.blockNumber() - topLine);
    m_line = textCursor().blockNumber();
    showMarks();
}

void YamlEditor::untouch() {
    m_untouched = {blockCount(), blockCount()};
}

void YamlEditor::touch(int from, int added) {
    const QTextBlock first = document()->findBlock(from), last = document()->findBlock(from + added);
    m_untouched.head = std::min(m_untouched.head, std::max(0, first.blockNumber()));
    m_untouched.tail = std::min(m_untouched.tail, last.isValid() ? blockCount() - 1 - last.blockNumber() : 0);
}

std::string YamlEditor::typedInto(const std::string& before) const {
    return textTyped(before, *document(), m_untouched);
}

void YamlEditor::paintEvent(QPaintEvent* event) {
    const int lines = viewport()->height() / std::max(1, fontMetrics().lineSpacing()) + 2;
    m_highlighter.colour(*document(), firstVisibleBlock(), lines);
    QPlainTextEdit::paintEvent(event);
}

void YamlEditor::setMarks(std::vector<LineMark> marks) {
    m_marks = std::move(marks);
    showMarks();
    m_margin->setMarks(m_marks);
}

void YamlEditor::setChosen(int first, int last) {
    if (m_first == first && m_last == last) return;
    m_first = first;
    m_last = last;
    showMarks();
    m_margin->setChosen(first, last);
}

void YamlEditor::goTo(int line, int column) {
    const QTextBlock block = document()->findBlockByNumber(line);
    if (!block.isValid()) return;
    const QScopedValueRollback taking(m_taking, true);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() +
                       std::clamp(column > 0 ? column : indentOf(block.text()), 0, block.length() - 1));
    setTextCursor(cursor);
    m_line = line;
    const QRect seen = cursorRect();
    if (!viewport()->rect().contains(seen) || seen.bottom() > viewport()->height() * 3 / 4) centerCursor();
    showMarks();
}

void YamlEditor::enterLine() {
    showMarks();
    if (m_taking || isFilling() || textCursor().blockNumber() == m_line) return;
    m_line = textCursor().blockNumber();
    emit lineEntered(m_line);
}

void YamlEditor::showMarks() {
    QList<QTextEdit::ExtraSelection> shown;
    const auto wholeLine = [&](int line, const QColor& colour) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(line));
        selection.format.setBackground(colour);
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (!selection.cursor.isNull()) shown += selection;
    };
    wholeLine(textCursor().blockNumber(), m_theme.window);
    if (m_first >= 0) wholeLine(m_first, m_theme.accentFill);
    for (const LineMark& mark : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        if (mark.length == 0 || !block.isValid()) continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        const int end = block.position() + block.length() - 1;
        selection.cursor.setPosition(std::min(block.position() + mark.column, end));
        selection.cursor.setPosition(std::min(block.position() + mark.column + mark.length, end),
                                     QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(m_theme.broken.text);
        shown += selection;
    }
    setExtraSelections(shown);
}

std::vector<YamlEditor::SeenLine> YamlEditor::linesSeen(const QRect& area) const {
    std::vector<SeenLine> seen;
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= area.bottom(); block = block.next()) {
        const double height = blockBoundingRect(block).height();
        if (top + height >= area.top()) seen.push_back({block.blockNumber(), top, height});
        top += height;
    }
    return seen;
}

bool YamlEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            emit shortcutFollows();
        if (key->key() == Qt::Key_Slash && key->modifiers() == Qt::ControlModifier) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void YamlEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) {
        emit undoAsked();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        emit redoAsked();
        return;
    }
    if (isReadOnly()) return QPlainTextEdit::keyPressEvent(event);
    emit aboutToType();
    if (!pressOwnKey(event)) QPlainTextEdit::keyPressEvent(event);
}

bool YamlEditor::pressOwnKey(QKeyEvent* event) {
    const int key = event->key();
    QTextCursor cursor = textCursor();
    if (key == Qt::Key_Tab && !event->modifiers()) {
        indentBy(cursor, levelStep);
    } else if (key == Qt::Key_Backtab) {
        indentBy(cursor, -levelStep);
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) &&
               !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))) {
        breakLine(cursor);
        setTextCursor(cursor);
        ensureCursorVisible();
    } else if (key == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier) {
        toggleComment(cursor);
    } else {
        return false;
    }
    return true;
}

void YamlEditor::focusOutEvent(QFocusEvent* event) {
    emit shortcutFollows();
    QPlainTextEdit::focusOutEvent(event);
}

void YamlEditor::insertFromMimeData(const QMimeData* source) {
    emit aboutToType();
    QPlainTextEdit::insertFromMimeData(source);
}

void YamlEditor::inputMethodEvent(QInputMethodEvent* event) {
    emit aboutToType();
    QPlainTextEdit::inputMethodEvent(event);
}

void YamlEditor::contextMenuEvent(QContextMenuEvent* event) {
    // The usual menu without its own undo and redo, which would offer nothing.
    QMenu menu(this);
    const auto add = [&](const QString& text, const QKeySequence& keys, auto act, bool enabled) {
        menu.addAction(text, keys, this, act)->setEnabled(enabled);
    };
    const bool chosen = textCursor().hasSelection();
    add(
        tr("Cut"), QKeySequence::Cut, [this] { cut(); }, chosen && !isReadOnly());
    add(
        tr("Copy"), QKeySequence::Copy, [this] { copy(); }, chosen);
    add(
        tr("Paste"), QKeySequence::Paste, [this] { paste(); }, canPaste());
    menu.addSeparator();
    add(
        tr("Comment out or in"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [this] { toggleComment(textCursor()); }, !isReadOnly());
    add(
        tr("Select all"), QKeySequence::SelectAll, [this] { selectAll(); }, true);
    menu.exec(event->globalPos());
}

void YamlEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_margin->setGeometry(area.left(), area.top(), m_margin->widthWanted(), area.height());
}

} // namespace factline::panels
