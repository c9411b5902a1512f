// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>

namespace factline::shell {

/// Gives the program what each of its windows relies on: style, font, and words in the language of the user,
/// in English where there is no translation into it.
void furnish(QApplication& application);

} // namespace factline::shell
