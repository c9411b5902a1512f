// SPDX-License-Identifier: Apache-2.0
#include "panels/yaml/yaml_highlighter.h"

#include <algorithm>
#include <limits>

#include <QRegularExpression>
#include <QTextDocument>

#include "panels/yaml/yaml_keys.h"

namespace factline::panels {

namespace {

/// What a line stands in. 0: nothing; from 1 on the indentation, plus one, of what holds a text of several
/// lines.
constexpr int plain = 0;

constexpr int furthest = 5'000; ///< lines above that are looked at for what holds a text

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

/// A key or a dash that ends in | or > holds the lines below that are further in.
bool opens(const QString& line) {
    static const QRegularExpression pattern(QStringLiteral(R"((:|-)\s+[|>][-+\d]*\s*(#.*)?$)"));
    return pattern.match(line).hasMatch();
}

/// What a line stands in, going by those above it.
int holderOf(QTextBlock block) {
    qsizetype least = std::numeric_limits<qsizetype>::max(); // indentation between there and here
    int holder = plain;
    for (int i = 0; i < furthest && least > 0; ++i) {
        block = block.previous();
        if (!block.isValid()) break;
        const QString line = block.text();
        const int indent = indentOf(line);
        if (indent >= std::min(least, line.size())) continue; // empty, or beside what was seen already
        least = indent;
        if (opens(line)) holder = indent + 1; // what is in it opens nothing
    }
    return holder;
}

} // namespace

void YamlHighlighter::setTheme(const picture::Theme& theme) {
    m_key.setForeground(theme.accent);
    m_text.setForeground(theme.kept.text);
    m_value.setForeground(theme.atRisk.text);
    m_comment.setForeground(theme.quietText);
    m_comment.setFontItalic(true);
    m_mark.setForeground(theme.quietText);
}

void YamlHighlighter::colour(QTextDocument& document, QTextBlock from, int lines) {
    int holder = from.isValid() ? holderOf(from) : plain;
    for (; from.isValid() && lines > 0; from = from.next(), --lines) {
        const Formats formats = formatsOf(from.text(), holder);
        if (formats == from.layout()->formats()) continue;
        from.layout()->setFormats(formats);
        document.markContentsDirty(from.position(), from.length());
    }
}

/// `holder`: what the line stands in; then, what the next one does.
YamlHighlighter::Formats YamlHighlighter::formatsOf(const QString& line, int& holder) {
    m_formats.clear();
    const int indent = indentOf(line);
    if (holder > plain && (indent == line.size() || indent >= holder)) {
        setFormat(0, line.size(), m_text);
        return m_formats;
    }
    holder = plain;
    if (indent == line.size()) return m_formats;
    colourRest(line, indent);
    if (opens(line)) holder = indent + 1;
    return m_formats;
}

void YamlHighlighter::setFormat(qsizetype from, qsizetype length, const QTextCharFormat& format) {
    if (length > 0) m_formats += {static_cast<int>(from), static_cast<int>(length), format};
}

void YamlHighlighter::colourRest(const QString& line, qsizetype from) {
    int flow = 0;
    for (qsizetype at = from; at < line.size();) {
        const QChar c = line[at];
        if (c.isSpace()) {
            ++at;
        } else if (c == QLatin1Char('#') && (at == 0 || line[at - 1].isSpace())) {
            setFormat(at, line.size() - at, m_comment);
            return;
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const qsizetype end = quoteEnd(line, at);
            const bool isKey = end < line.size() && line[end] == QLatin1Char(':') && isBlank(line, end + 1);
            setFormat(at, end - at, isKey ? m_key : m_text);
            at = end;
        } else if (QStringLiteral("{}[],").contains(c)) {
            flow += c == QLatin1Char('{') || c == QLatin1Char('[') ? 1 : 0;
            setFormat(at, 1, m_mark);
            ++at;
        } else if ((c == QLatin1Char('-') || c == QLatin1Char('?') || c == QLatin1Char(':')) &&
                   isBlank(line, at + 1)) {
            setFormat(at, 1, m_mark);
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
        setFormat(from, text.size(), m_key);
    else if (isNumberOrWord(text))
        setFormat(from, text.size(), m_value);
    return std::max(end, from + 1);
}

} // namespace factline::panels
