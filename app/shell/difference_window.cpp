// SPDX-License-Identifier: Apache-2.0
#include "shell/difference_window.h"

#include <QAction>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include "picture/text.h"

namespace factline::shell {

namespace {

using Side = DifferenceLine::Side;

QString markOf(Side side) {
    switch (side) {
    case Side::Before:
        return QStringLiteral("− ");
    case Side::After:
        return QStringLiteral("+ ");
    case Side::Skipped:
        return QStringLiteral("  …");
    case Side::File:
        return {};
    case Side::Both:
        break;
    }
    return QStringLiteral("  ");
}

} // namespace

DifferenceWindow::DifferenceWindow(const Comparison& shown, const picture::Theme& theme, QWidget* parent)
    : QWidget(parent, Qt::Window) {
    setWindowTitle(shown.title);
    setObjectName(QStringLiteral("difference"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto* legend = new QLabel(this);
    legend->setTextFormat(Qt::RichText);
    legend->setText(QStringLiteral("<span style=\"color:%1\">− %2</span> &nbsp; <span style=\"color:%3\">+ "
                                   "%4</span>")
                        .arg(theme.broken.text.name(), shown.before.toHtmlEscaped(), theme.kept.text.name(),
                             shown.after.toHtmlEscaped()));
    column->addWidget(legend);
    auto* text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(shown.title);
    column->addWidget(text, 1);
    QTextCursor cursor(text->document());
    const auto write = [&](const QString& line, Side side) {
        QTextBlockFormat block;
        QTextCharFormat letters;
        letters.setForeground(side == Side::Skipped ? theme.quietText : theme.text);
        if (side == Side::Before) block.setBackground(theme.broken.fill);
        if (side == Side::After) block.setBackground(theme.kept.fill);
        if (side == Side::File) letters.setFontWeight(QFont::Bold);
        cursor.setBlockFormat(block);
        cursor.setCharFormat(letters);
        cursor.insertText(line);
        cursor.insertBlock();
    };
    for (const DifferenceLine& line : shown.lines)
        write(markOf(line.side) + picture::toQString(line.text), line.side);
    if (shown.lines.empty()) write(tr("They say the same."), Side::Both);
    text->moveCursor(QTextCursor::Start);

    auto* close = new QAction(this);
    close->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)});
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    resize(900, 640);
}

} // namespace factline::shell
