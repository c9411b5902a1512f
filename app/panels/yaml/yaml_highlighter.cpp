// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_highlighter.h"

#include <QRegularExpression>

namespace factline::panels {

namespace {

/// State of a block: 0 plain; from 1 on the indentation, plus one, of what holds a text of several lines.
constexpr int plain = 0;

qsizetype indentOf(const QString& line) {
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == QLatin1Char(' '))
        ++indent;
    return indent;
}

bool isBlank(const QString& line, qsizetype at) {
    return at >= line.size() || line[at].isSpace();
}

/// One past the closing quote, or the end of the line.
qsizetype quoteEnd(const QString& line, qsizetype from) {
    const QChar quote = line[from];
    for (qsizetype at = from + 1; at < line.size(); ++at) {
        if (quote == QLatin1Char('"') && line[at] == QLatin1Char('\\'))
            ++at;
        else if (line[at] == quote)
            return at + 1;
    }
    return line.size();
}

bool isNumberOrWord(const QString& text) {
    static const QRegularExpression pattern(
        QStringLiteral(R"(^([-+]?\d[\d_.,:]*\s?(%|ms|s|min|h|d|[kKMGT]i?B|/s)?|true|false|yes|no|null|~)$)"));
    return pattern.match(text).hasMatch();
}

} // namespace

YamlHighlighter::YamlHighlighter(const picture::Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document) {
    takeColours(theme);
}

void YamlHighlighter::setTheme(const picture::Theme& theme) {
    takeColours(theme);
    rehighlight();
}

void YamlHighlighter::takeColours(const picture::Theme& theme) {
    m_key.setForeground(theme.accent);
    m_text.setForeground(theme.kept.text);
    m_value.setForeground(theme.atRisk.text);
    m_comment.setForeground(theme.quietText);
    m_comment.setFontItalic(true);
    m_mark.setForeground(theme.quietText);
}

bool YamlHighlighter::insideText(const QString& line, qsizetype indent) {
    const int holder = previousBlockState();
    if (holder <= plain) return false;
    if (indent < line.size() && indent < holder) return false;
    setFormat(0, static_cast<int>(line.size()), m_text);
    setCurrentBlockState(holder);
    return true;
}

void YamlHighlighter::highlightBlock(const QString& line) {
    setCurrentBlockState(plain);
    const qsizetype indent = indentOf(line);
    if (insideText(line, indent) || indent == line.size()) return;
    colourRest(line, indent);
    // A key or a dash that ends in | or > holds the lines below that are further in.
    static const QRegularExpression opens(QStringLiteral(R"((:|-)\s+[|>][-+\d]*\s*(#.*)?$)"));
    if (opens.match(line).hasMatch()) setCurrentBlockState(static_cast<int>(indent) + 1);
}

void YamlHighlighter::colourRest(const QString& line, qsizetype from) {
    int flow = 0;
    for (qsizetype at = from; at < line.size();) {
        const QChar c = line[at];
        if (c.isSpace()) {
            ++at;
        } else if (c == QLatin1Char('#') && (at == 0 || line[at - 1].isSpace())) {
            setFormat(static_cast<int>(at), static_cast<int>(line.size() - at), m_comment);
            return;
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const qsizetype end = quoteEnd(line, at);
            const bool isKey = end < line.size() && line[end] == QLatin1Char(':') && isBlank(line, end + 1);
            setFormat(static_cast<int>(at), static_cast<int>(end - at), isKey ? m_key : m_text);
            at = end;
        } else if (QStringLiteral("{}[],").contains(c)) {
            flow += c == QLatin1Char('{') || c == QLatin1Char('[') ? 1 : 0;
            setFormat(static_cast<int>(at), 1, m_mark);
            ++at;
        } else if ((c == QLatin1Char('-') || c == QLatin1Char('?') || c == QLatin1Char(':')) &&
                   isBlank(line, at + 1)) {
            setFormat(static_cast<int>(at), 1, m_mark);
            ++at;
        } else {
            at = colourPlain(line, at, flow);
        }
    }
}

qsizetype YamlHighlighter::colourPlain(const QString& line, qsizetype from, int flow) {
    qsizetype end = from;
    bool isKey = false;
    for (; end < line.size(); ++end) {
        const QChar c = line[end];
        if (c == QLatin1Char(':') && isBlank(line, end + 1)) {
            isKey = true;
            break;
        }
        if (c == QLatin1Char('#') && end > from && line[end - 1].isSpace()) break;
        if (flow > 0 && QStringLiteral("{}[],").contains(c)) break;
    }
    const QString text = line.mid(from, end - from).trimmed();
    if (isKey)
        setFormat(static_cast<int>(from), static_cast<int>(text.size()), m_key);
    else if (isNumberOrWord(text))
        setFormat(static_cast<int>(from), static_cast<int>(text.size()), m_value);
    return std::max(end, from + 1);
}

} // namespace factline::panels
