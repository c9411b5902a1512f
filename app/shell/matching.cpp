// SPDX-License-Identifier: Apache-2.0
#include "shell/matching.h"

#include <QStringList>

namespace factline::shell {

namespace {

constexpr int insideWord = 100, byInitials = 40, notFirst = 10, theNameItself = -1;

/// True where a word of the name begins: at its start, after anything but a letter, at a capital.
bool beginsWord(const QString& name, qsizetype at) {
    if (at == 0) return true;
    const QChar before = name.at(at - 1);
    return !before.isLetterOrNumber() || (name.at(at).isUpper() && before.isLower());
}

QString initials(const QString& name) {
    QString letters;
    for (qsizetype i = 0; i < name.size(); ++i)
        if (name.at(i).isLetterOrNumber() && beginsWord(name, i)) letters += name.at(i);
    return letters;
}

std::optional<int> matchPart(const QString& name, const QString& part) {
    std::optional<int> best;
    for (auto at = name.indexOf(part, 0, Qt::CaseInsensitive); at >= 0;
         at = name.indexOf(part, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(name, at)) return at == 0 ? 0 : notFirst;
        best = insideWord;
    }
    if (initials(name).contains(part, Qt::CaseInsensitive)) return byInitials;
    return best;
}

} // namespace

std::optional<int> match(const QString& name, const QString& typed) {
    if (name.compare(typed, Qt::CaseInsensitive) == 0) return theNameItself;
    const QStringList parts = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int score = 0;
    for (const QString& part : parts) {
        const auto found = matchPart(name, part);
        if (!found) return std::nullopt;
        score += *found;
    }
    return score;
}

} // namespace factline::shell
