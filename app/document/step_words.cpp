// SPDX-License-Identifier: Apache-2.0
#include "document/step_words.h"

#include <array>

#include <QCoreApplication>
#include <QRegularExpression>

namespace factline::document {

namespace {

constexpr const char* context = "StepWords";

// As model/edit, the fixes of rules and the scenarios write them; of two that fit, the first one counts.
constexpr std::array forms{
    QT_TRANSLATE_NOOP("StepWords", "Add %1"),
    QT_TRANSLATE_NOOP("StepWords", "Paste %1 elements"),
    QT_TRANSLATE_NOOP("StepWords", "Paste %1"),
    QT_TRANSLATE_NOOP("StepWords", "Remove %1 elements"),
    QT_TRANSLATE_NOOP("StepWords", "Remove %1"),
    QT_TRANSLATE_NOOP("StepWords", "Rename stage %1 to %2"),
    QT_TRANSLATE_NOOP("StepWords", "Rename %1 to %2"),
    QT_TRANSLATE_NOOP("StepWords", "Change the model"),
    QT_TRANSLATE_NOOP("StepWords", "Change %1"),
    QT_TRANSLATE_NOOP("StepWords", "Move %1 elements to %2"),
    QT_TRANSLATE_NOOP("StepWords", "Move %1 to %2"),
    QT_TRANSLATE_NOOP("StepWords", "Link %1 to %2"),
    QT_TRANSLATE_NOOP("StepWords", "Let %1 assert %2"),
    QT_TRANSLATE_NOOP("StepWords", "Let %1 deny %2"),
    QT_TRANSLATE_NOOP("StepWords", "Leave open whether %1 means %2"),
    QT_TRANSLATE_NOOP("StepWords", "Let %1 not rely on %2"),
    QT_TRANSLATE_NOOP("StepWords", "Let %1 rely on %2"),
    QT_TRANSLATE_NOOP("StepWords", "Let %1 own %2"),
    QT_TRANSLATE_NOOP("StepWords", "Write %1 for %2"),
    QT_TRANSLATE_NOOP("StepWords", "Draw %1 as the supplier of %2"),
    QT_TRANSLATE_NOOP("StepWords", "Apply what-if: 1 value"),
    QT_TRANSLATE_NOOP("StepWords", "Apply what-if: %1 values"),
    QT_TRANSLATE_NOOP("StepWords", "Keep scenario %1"),
};

QRegularExpression patternOf(const char* form) {
    QString pattern = QRegularExpression::escape(QString::fromLatin1(form));
    for (const char* place : {"%1", "%2"})
        pattern.replace(QRegularExpression::escape(QLatin1String(place)), QLatin1String("(.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

} // namespace

QString stepWords(std::string_view label) {
    QString english = QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
    for (const char* form : forms) {
        const QRegularExpressionMatch match = patternOf(form).match(english);
        if (!match.hasMatch()) continue;
        QString words = QCoreApplication::translate(context, form);
        if (match.lastCapturedIndex() == 1) words = words.arg(match.captured(1));
        if (match.lastCapturedIndex() == 2) words = words.arg(match.captured(1), match.captured(2));
        return words;
    }
    return english;
}

} // namespace factline::document
