// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freshness/curve.h"
#include "picture/figures/figure.h"
#include "picture/theme.h"

namespace factline::picture {

/// How many changes have arrived after how long, as values.
struct LagCurve {
    freshness::Curve curve;
    std::optional<freshness::Curve>
        before; ///< another state that it is compared with; then `curve` is a what-if
    diagram::Badge::Kind state = diagram::Badge::Kind::Unknown; ///< of the promise
    QString heading;
    QString promise;  ///< "promised: 5 s"
    QString estimate; ///< "99 % after 1.66 s"
    QString certain;  ///< "never later than 2.22 s"
    QString inTime;   ///< "97.5 % arrive in time"; empty: nothing is promised
};

/// The curve rises from nobody to everybody over time, with the promise, the estimate and the guaranteed
/// bound.
Figure drawLagCurve(const LagCurve& values, const Theme& theme, QSizeF size);

} // namespace factline::picture
