// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "base/phrase.h"

namespace factline::language {

/// A phrase of the model in the language of the window: its patterns are looked up as texts of "Phrase".
/// English where nobody has chosen another. Any thread may ask.
QString said(const Phrase& phrase);

} // namespace factline::language
