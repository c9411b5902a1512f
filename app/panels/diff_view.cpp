// SPDX-License-Identifier: Apache-2.0
#include "panels/diff_view.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include "picture/text.h"

namespace factline::panels {

namespace {

using Kind = viewmodels::DiffLine::Kind;

constexpr int fewLines = 10;   ///< of which each is needed
constexpr int linesBefore = 1; ///< the first that differs

QString signOf(Kind kind) {
    switch (kind) {
    case Kind::Added:
        return QStringLiteral("+ ");
    case Kind::Removed:
        return QStringLiteral("− ");
    case Kind::Skipped:
        return QStringLiteral("⋯");
    case Kind::Common:
        break;
    }
    return QStringLiteral("  ");
}

} // namespace

DiffView::DiffView(const picture::Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(NoWrap);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(NoFrame);
    setCornerWidget(new QWidget(this)); // the style would frame that corner
    setUndoRedoEnabled(false);
}

void DiffView::setTheme(const picture::Theme& theme) {
    m_theme = theme;
    colour();
}

void DiffView::show(std::vector<viewmodels::DiffLine> lines) {
    if (lines == m_lines) return;
    m_lines = std::move(lines);
    QStringList texts;
    for (const auto& line : m_lines)
        texts += signOf(line.kind) + picture::toQString(line.text);
    setPlainText(texts.join(QLatin1Char('\n')));
    colour();
    beginAtTheChange();
}

/// Where there is little room, with one line before it at the most, and none of it goes to a bar across: a
/// long line goes on in the next one.
void DiffView::resizeEvent(QResizeEvent* event) {
    const bool isLow = height() < fewLines * fontMetrics().lineSpacing();
    setLineWrapMode(isLow ? WidgetWidth : NoWrap);
    QPlainTextEdit::resizeEvent(event);
    beginAtTheChange();
}

void DiffView::beginAtTheChange() {
    const auto first = std::ranges::find_if(
        m_lines, [](const auto& line) { return line.kind == Kind::Added || line.kind == Kind::Removed; });
    const auto before = static_cast<int>(first - m_lines.begin());
    const int top = first == m_lines.end() ? 0 : std::max(0, before - linesBefore);
    int rows = 0; // that the lines above take
    for (QTextBlock block = document()->begin(); block.isValid() && block.blockNumber() < top;
         block = block.next()) {
        document()->documentLayout()->blockBoundingRect(block); // lays it out
        rows += std::max(1, block.layout()->lineCount());
    }
    verticalScrollBar()->setValue(rows);
}

void DiffView::colour() {
    QList<QTextEdit::ExtraSelection> shown;
    QTextBlock block = document()->begin();
    for (const auto& line : m_lines) {
        if (!block.isValid()) break;
        if (line.kind != Kind::Common) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            if (line.kind != Kind::Skipped) {
                const auto& colours = line.kind == Kind::Added ? m_theme.kept : m_theme.broken;
                selection.format.setBackground(colours.fill);
                selection.format.setProperty(QTextFormat::FullWidthSelection, true);
                shown += selection;
                // The sign alone in the state's colour: the text stays as easy to read as any.
                selection.format = QTextCharFormat();
                selection.format.setForeground(colours.text);
                selection.format.setFontWeight(QFont::Bold);
                selection.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
            } else {
                selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
                selection.format.setForeground(m_theme.quietText);
            }
            shown += selection;
        }
        block = block.next();
    }
    setExtraSelections(shown);
}

} // namespace factline::panels
