// SPDX-License-Identifier: Apache-2.0
#include "language/said.h"

#include <QCoreApplication>

namespace factline::language {

QString said(const Phrase& phrase) {
    return QString::fromStdString(phrase.in([](std::string_view pattern) { // a literal: it ends with a zero
        return QCoreApplication::translate("Phrase", pattern.data()).toStdString();
    }));
}

} // namespace factline::language
