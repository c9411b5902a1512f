// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "base/phrase.h"

namespace factline::language {

/// The text with the replacement character for control characters (which no XML file may hold), so that it
/// can be shown everywhere.
QString printable(QString text);

/// A phrase of the model in the language of the window, printable: its patterns are looked up as texts of
/// "Phrase". English where nobody has chosen another. Any thread may ask.
QString toQString(const Phrase& phrase);

} // namespace factline::language
