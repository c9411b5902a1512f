// SPDX-License-Identifier: Apache-2.0
#include "language/text.h"

#include <QCoreApplication>

namespace factline::language {

QString printable(QString text) {
    for (QChar& c : text)
        if ((c.unicode() < 0x20 && c != QLatin1Char('\n')) || c.unicode() == 0x7f || c.unicode() >= 0xfffe)
            c = QChar::ReplacementCharacter;
    return text;
}

QString toQString(const Phrase& phrase) {
    return printable(
        QString::fromStdString(phrase.in([](std::string_view pattern) { // a literal: it ends with a zero
            return QCoreApplication::translate("Phrase", pattern.data()).toStdString();
        })));
}

} // namespace factline::language
