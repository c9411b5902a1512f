// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "diagram/diagram.h"
#include "freshness/verdict.h"

namespace factline::viewmodels {

/// The mark of a verdict on a promise, and so its colours.
diagram::Badge::Kind stateOf(freshness::Verdict verdict);

/// The verdict by itself: "Kept for certain", the words of the command line.
QString verdictName(freshness::Verdict verdict);

/// The verdict inside a sentence: "expected to be kept".
QString verdictWords(freshness::Verdict verdict);

} // namespace factline::viewmodels
