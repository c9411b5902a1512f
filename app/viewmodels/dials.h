// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "freshness/analysis.h"

namespace factline::viewmodels {

/// One hop of a way, as something to be turned: a number in seconds on a scale of powers.
struct Dial {
    std::string place;           ///< in the model; empty: nothing in it says this number, it cannot be turned
    std::string from, to;        ///< `context/name`
    QString hop;                 ///< "Relay of erp"
    QString what;                ///< "interval", "99 % time", ...
    std::optional<double> usual; ///< as the model has it; nothing: nobody says
    std::optional<double> now;   ///< as it is tried
    double low = 1e-3, high = 10; ///< ends of the scale
    /// Up to here this hop alone may go for the promise to be expected to hold, the others as they are now.
    std::optional<double> limit;
    bool isChanged = false;
    bool operator==(const Dial&) const = default;

    /// Where a number stands on the scale, 0 to 1; and back.
    double shareOf(double seconds) const;
    double secondsAt(double share) const;
};

/// The hops of one view and change, in the order of the way, each place once. The scales hang on the model
/// alone, so that no handle moves under the hand.
std::vector<Dial> dialsOf(const freshness::Row& usual, const freshness::Row& now);

/// What a dial at `seconds` sets at its place, as the language writes it.
std::string valueOf(const freshness::Row& usual, const std::string& place, double seconds);

/// The row of the same view and change in another analysis; null where there is none.
const freshness::Row* findRow(const freshness::Analysis& analysis, const Ref& view, const Ref& change);

} // namespace factline::viewmodels
