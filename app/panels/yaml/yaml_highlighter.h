// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

#include "picture/theme.h"

namespace factline::panels {

/// Colours YAML: keys, texts in quotes, numbers and words of the language, comments, texts of several lines.
class YamlHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    YamlHighlighter(const picture::Theme& theme, QTextDocument* document);

    void setTheme(const picture::Theme& theme);

protected:
    void highlightBlock(const QString& line) override;

private:
    void takeColours(const picture::Theme& theme);
    bool insideText(const QString& line, qsizetype indent);
    void colourRest(const QString& line, qsizetype from);
    qsizetype colourPlain(const QString& line, qsizetype from, int flow);

    QTextCharFormat m_key, m_text, m_value, m_comment, m_mark;
};

} // namespace factline::panels
