// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QTranslator>

namespace factline::testing {

/// A language that does not exist: English in brackets, a third longer. What the window says without them did
/// not go through tr(); what they do not fit into will not hold German or Finnish either.
class Pseudo : public QTranslator {
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* /*comment*/,
                      int count) const override {
        // Qt's own texts, and the names of keys, are no business of ours.
        if (context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z') return {};
        return of(QString::fromUtf8(source), count);
    }

    /// "&Open %1" -> "‹&Oopeen %1›"
    static QString of(const QString& english, int count = -1) {
        static const QRegularExpression several(QStringLiteral("\\((s|ies)\\)"));
        QString text = english;
        text.replace(several, count == 1 ? QString() : QStringLiteral("s"));
        const auto wanted = text.size() * 135 / 100 + 1;
        QString longer;
        bool inTag = false;
        bool plain = false; // a pattern of file names must go on working
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            inTag = c == QLatin1Char('<') || (inTag && c != QLatin1Char('>'));
            plain = plain || text.mid(i).startsWith(QLatin1String("(*."));
            longer += c;
            const bool placeholder =
                i > 0 && (text[i - 1] == QLatin1Char('%') || text[i - 1] == QLatin1Char('&'));
            if (!inTag && !plain && !placeholder && QStringLiteral("aeiou").contains(c)) longer += c;
        }
        if (!plain)
            for (int i = 0; longer.size() < wanted - 2; ++i)
                longer += QLatin1Char(i % 8 == 7 ? ' ' : 'e');
        return QStringLiteral("‹") + longer + QStringLiteral("›");
    }

    /// What is left of a text without all that stands in brackets.
    static QString outside(QString text) {
        static const QRegularExpression innermost(QStringLiteral("‹[^‹›]*›"));
        while (text.contains(innermost))
            text.replace(innermost, QStringLiteral("\n"));
        return text;
    }
};

} // namespace factline::testing
