// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>

namespace factline::shell {

/// The language that is spoken where this one is chosen ("de"): itself, or else the first of the desktop's
/// that there are words in, or else English.
QString languageFor(const QString& chosen);

/// Gives the program what each of its windows relies on: style, font, and the words of
/// `languageFor(language)`.
void furnish(QApplication& application, const QString& language = {});

} // namespace factline::shell
