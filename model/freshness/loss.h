// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "domain/elements.h"

namespace factline::freshness {

/// What becomes of changes that are lost on their way: a share `lost` of all, found again by reconciliation.
struct Loss {
    double lost = 0;
    bool reconciled = false;
    double every = 0;
    double grace = 0;  ///< rows younger than this are passed over
    double repair = 0; ///< from the run to the mended row
    double coverage = 1;
    bool operator==(const Loss&) const = default;

    /// Share of the lost changes that are mended within x.
    double repairedWithin(double x) const;
    /// Lag of a lost change on average; nothing where it is never mended.
    std::optional<double> mean() const;
    /// The longest a lost change waits, for a share q where runs miss some: g + k R + r. Nothing: for ever.
    std::optional<double> worstCase(double q) const;
    /// The share of delivered changes that has to be in time so that q of all are: (q - p R(T)) / (1 - p);
    /// above 1 it cannot be. `within` absent: nothing is mended in time.
    double shareOfDelivered(double q, std::optional<double> within) const;
};

Loss lossOf(const View& view);

/// The time within which a share q of all changes, lost ones among them, has arrived; `delivered` is the
/// share of the others within a time. Nothing where so many never do.
std::optional<double> quantileWithLoss(const Loss& loss, double q,
                                       const std::function<double(double)>& delivered);

} // namespace factline::freshness
