// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_keys.h"

#include <algorithm>
#include <climits>
#include <functional>

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace factline::panels {

namespace {

/// Calls `change` with a cursor at the beginning of each chosen line; all of it is one step.
void eachLine(QTextCursor chosen, const std::function<void(QTextCursor&, const QString&)>& change) {
    const QTextDocument& text = *chosen.document();
    const int end = chosen.selectionEnd();
    QTextBlock block = text.findBlock(chosen.selectionStart());
    const QTextBlock last = text.findBlock(end);
    const bool endsBefore = last != block && end == last.position();
    chosen.beginEditBlock();
    for (; block.isValid(); block = block.next()) {
        if (block == last && endsBefore) break;
        QTextCursor cursor(block);
        change(cursor, block.text());
        if (block == last) break;
    }
    chosen.endEditBlock();
}

} // namespace

int indentOf(const QString& line) {
    int indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

void breakLine(QTextCursor& cursor) {
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int indent = std::min(indentOf(before), static_cast<int>(before.size()));
    if (before.trimmed().endsWith(QLatin1Char(':'))) indent += levelStep;
    cursor.insertText(QLatin1Char('\n') + QString(indent, QLatin1Char(' ')));
}

void indentBy(QTextCursor& cursor, int blanks) {
    if (blanks > 0 && !cursor.hasSelection()) {
        cursor.insertText(QString(blanks, QLatin1Char(' ')));
        return;
    }
    eachLine(cursor, [blanks](QTextCursor& at, const QString& line) {
        if (blanks > 0 && !line.isEmpty()) {
            at.insertText(QString(blanks, QLatin1Char(' ')));
        } else if (blanks < 0) {
            at.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, std::min(-blanks, indentOf(line)));
            at.removeSelectedText();
        }
    });
}

void toggleComment(const QTextCursor& cursor) {
    bool all = true;
    int indent = INT_MAX;
    eachLine(cursor, [&](QTextCursor&, const QString& line) {
        if (line.trimmed().isEmpty()) return;
        indent = std::min(indent, indentOf(line));
        all = all && line.trimmed().startsWith(QLatin1Char('#'));
    });
    if (indent == INT_MAX) return;
    eachLine(cursor, [&](QTextCursor& at, const QString& line) {
        if (line.trimmed().isEmpty()) return;
        if (!all) {
            at.setPosition(at.position() + indent);
            at.insertText(QStringLiteral("# "));
            return;
        }
        const int sign = indentOf(line);
        at.setPosition(at.position() + sign);
        at.setPosition(at.position() + (line.mid(sign).startsWith(QLatin1String("# ")) ? 2 : 1),
                       QTextCursor::KeepAnchor);
        at.removeSelectedText();
    });
}

} // namespace factline::panels
