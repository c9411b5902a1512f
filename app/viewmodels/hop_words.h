// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "freshness/analysis.h"

namespace factline::viewmodels {

/// One hop of a row in plain words.
struct HopWords {
    QString name;   ///< "Relay of erp", at the beginning of a line
    QString phrase; ///< "the relay of erp", inside a sentence
    QString how;    ///< "looks every 1 s, then works 60 ms"
    QString basis;  ///< "measured"
};

/// `number`: of row.hops.
HopWords hopWords(const freshness::Row& row, std::size_t number);

/// "transport", "processing", ...
QString lagClassWord(LagClass lagClass);
/// On what a number rests: "measured", "said by the vendor", "a usual value", "guessed".
QString basisWord(Basis basis);
/// What of a hop one would shrink: "interval", "window", "99 % time", ...
QString shrinkableWords(const Hop& hop);
/// What a hop would have to come down to: "210 ms", "half within 124 ms, 99 % within 1.24 s".
QString limitWords(const Hop& would);

/// "1.66 s".
QString timeWords(double seconds);
/// A time that somebody declared, as it was: "2.786 s".
QString promiseWords(double seconds);
/// "99.9 %", "more than 99.99 %".
QString shareWords(double share);

} // namespace factline::viewmodels
