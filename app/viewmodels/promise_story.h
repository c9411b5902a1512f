// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "diagram/diagram.h"
#include "freshness/analysis.h"

namespace factline::viewmodels {

/// What becomes of one promise, in words that need no mathematics.
struct PromiseStory {
    diagram::Badge::Kind state = diagram::Badge::Kind::Unknown;
    QString verdict;  ///< "Cannot be kept", a word or two
    QString sentence; ///< whether it can be kept, and why not
    QString remedy;   ///< what to mend and the value that would do; empty: nothing to mend
    QString footing;  ///< on what kind of numbers it rests; empty where there are none
};

/// `analysis`: the one of the row.
PromiseStory storyOf(const freshness::Row& row, const freshness::Analysis& analysis);

/// The mark of a row's promise; Unknown where nothing is promised, or nobody knows.
diagram::Badge::Kind stateOf(const freshness::Row& row);

/// "only 1 in 100 is slower": what a share of all changes leaves out.
QString slowerWords(double share);

} // namespace factline::viewmodels
