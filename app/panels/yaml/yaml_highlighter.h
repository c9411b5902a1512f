// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBlock>
#include <QTextCharFormat>
#include <QTextLayout>

#include "picture/theme.h"

namespace factline::panels {

/// Colours YAML: keys, texts in quotes, numbers and words of the language, comments, texts of several lines.
/// Only what is seen: colours for each line of a long file would take many times as much memory as the file.
class YamlHighlighter {
public:
    explicit YamlHighlighter(const picture::Theme& theme) { setTheme(theme); }

    void setTheme(const picture::Theme& theme);
    /// So many lines of a document from this one on.
    void colour(QTextDocument& document, QTextBlock from, int lines);

private:
    using Formats = QList<QTextLayout::FormatRange>;

    Formats formatsOf(const QString& line, int& holder);
    void colourRest(const QString& line, qsizetype from);
    qsizetype colourPlain(const QString& line, qsizetype from, int flow);
    void setFormat(qsizetype from, qsizetype length, const QTextCharFormat& format);

    QTextCharFormat m_key, m_text, m_value, m_comment, m_mark;
    Formats m_formats; ///< of the line that is being coloured
};

} // namespace factline::panels
