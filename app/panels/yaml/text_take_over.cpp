// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/text_take_over.h"

#include <algorithm>

#include <QTextBlock>
#include <QTextCursor>

#include "viewmodels/line_diff.h"
#include "viewmodels/text.h"

namespace factline::panels {

namespace {

using viewmodels::Hunk;
using Lines = std::vector<std::string_view>;

/// Lines [begin, end) as the text document holds them; `closed`: with the end of the last one.
QString joined(const Lines& lines, std::size_t begin, std::size_t end, bool closed) {
    QString text;
    for (std::size_t i = begin; i < end; ++i) {
        text += viewmodels::toQString(lines[i]);
        if (closed || i + 1 < end) text += QLatin1Char('\n');
    }
    return text;
}

void takeHunk(QTextDocument& document, const viewmodels::Differing& lines, Hunk hunk) {
    const bool toTheEnd = lines.toTheEnd && hunk.beforeEnd == lines.before.size();
    if (toTheEnd && hunk.beforeBegin > 0) { // the line break before it belongs to it
        --hunk.beforeBegin;
        --hunk.afterBegin;
    }
    const QString was = joined(lines.before, hunk.beforeBegin, hunk.beforeEnd, !toTheEnd);
    const QString is = joined(lines.after, hunk.afterBegin, hunk.afterEnd, !toTheEnd);
    qsizetype same = 0;
    const qsizetype shorter = std::min(was.size(), is.size());
    while (same < shorter && was[same] == is[same])
        ++same;
    qsizetype tail = 0;
    while (tail < shorter - same && was[was.size() - 1 - tail] == is[is.size() - 1 - tail])
        ++tail;
    const QTextBlock block = document.findBlockByNumber(static_cast<int>(lines.first + hunk.beforeBegin));
    const qsizetype start = (block.isValid() ? block.position() : document.characterCount() - 1) + same;
    QTextCursor cursor(&document);
    cursor.setPosition(static_cast<int>(start));
    cursor.setPosition(static_cast<int>(start + was.size() - same - tail), QTextCursor::KeepAnchor);
    cursor.insertText(is.mid(same, is.size() - same - tail));
}

bool isPlain(const std::string& text) {
    return text.find('\r') == std::string::npos && !text.starts_with("\xEF\xBB\xBF");
}

/// The same text with the line ends of `before`, and what is not shown of it.
std::string withBytesOf(const std::string& before, const std::string& typed) {
    const Lines was = viewmodels::linesOf(before);
    const Lines is = viewmodels::linesOf(typed);
    // Byte order marks are not shown.
    const auto same = [&](std::size_t i, std::size_t j) {
        return viewmodels::toQString(was[i]) == viewmodels::toQString(is[j]);
    };
    const std::size_t shorter = std::min(was.size(), is.size());
    std::size_t head = 0;
    while (head < shorter && same(head, head))
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && same(was.size() - 1 - tail, is.size() - 1 - tail))
        ++tail;
    if (tail == 0 && head > 0) --head; // the last line has no end that could be kept
    const auto offset = [](const std::string& text, const Lines& lines, std::size_t line) {
        return line == lines.size() ? text.size()
                                    : static_cast<std::size_t>(lines[line].data() - text.data());
    };
    const std::size_t begin = offset(typed, is, head);
    const std::size_t end = offset(typed, is, is.size() - tail);
    std::string middle =
        viewmodels::toQString(std::string_view(typed).substr(begin, end - begin)).toStdString();
    const bool crlf = before.find("\r\n") != std::string::npos;
    if (crlf)
        for (std::size_t at = 0; (at = middle.find('\n', at)) != std::string::npos; at += 2)
            middle.insert(at, 1, '\r');
    return before.substr(0, offset(before, was, head)) + middle +
           before.substr(offset(before, was, was.size() - tail));
}

/// Where the line of that number begins; the end of the text where there is none.
std::size_t lineBegin(const std::string& text, int line) {
    std::size_t at = 0;
    for (; line > 0; --line) {
        const auto end = text.find('\n', at);
        if (end == std::string::npos) return text.size();
        at = end + 1;
    }
    return at;
}

/// Where the last so many lines begin.
std::size_t tailBegin(const std::string& text, int lines) {
    std::size_t at = text.size() + 1; // as if a line ended there
    for (; lines > 0; --lines) {
        const auto end = at < 2 ? std::string::npos : text.rfind('\n', at - 2);
        if (end == std::string::npos) return 0;
        at = end + 1;
    }
    return std::min(at, text.size());
}

} // namespace

void takeOver(QTextDocument& document, const std::string& before, const std::string& after) {
    const viewmodels::Differing lines = viewmodels::differing(before, after);
    const auto hunks = viewmodels::lineDiff(lines.before, lines.after);
    if (hunks.empty()) return;
    QTextCursor block(&document);
    block.beginEditBlock();
    for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) // from the end: the places before stay
        takeHunk(document, lines, *hunk);
    block.endEditBlock();
}

std::string textTyped(const std::string& before, const QTextDocument& shown, const Untouched& untouched) {
    const bool plain = isPlain(before);
    const int count = shown.blockCount();
    const int head = plain ? std::min(untouched.head, count) : 0;
    const int tail = plain ? std::min(untouched.tail, count - head) : 0;
    QString middle;
    QTextBlock block = shown.findBlockByNumber(head);
    for (int line = head; line < count - tail; ++line, block = block.next()) {
        middle += block.text();
        if (line + 1 < count) middle += QLatin1Char('\n');
    }
    if (!plain) return withBytesOf(before, middle.toStdString());
    return before.substr(0, lineBegin(before, head)) + middle.toStdString() +
           before.substr(tailBegin(before, tail));
}

} // namespace factline::panels
