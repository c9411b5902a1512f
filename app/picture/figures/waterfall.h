// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "domain/enums.h"
#include "picture/figures/figure.h"
#include "picture/theme.h"

namespace factline::picture {

/// Where the time of a change goes, hop after hop, as values: whatever is said of a hop comes ready in words.
struct Waterfall {
    struct Hop {
        QString name;      ///< "erp publishes StockAdjusted"
        QString className; ///< "transport"
        QString basis;     ///< "measured"
        QString form;      ///< "looks every 1 s"
        LagClass lagClass = LagClass::Transport;
        double time = 0;              ///< seconds, of the whole
        std::optional<double> before; ///< the same as it was, where another state is compared with
        QString room;                 ///< "may take 4.3 times as long"; empty: nothing to say
        bool toMend = false;          ///< what to begin with
        QString says;                 ///< all of it, for whoever points at it
    };
    /// A line beneath the hops: from nothing to that time.
    struct Sum {
        QString name;
        double time = 0;
        std::optional<double> before;
        bool certain = false; ///< a bound, drawn hollow; else what is to be expected
    };
    QString heading;
    std::vector<Hop> hops; ///< in the order in which they come
    std::vector<Sum> sums;
    std::optional<double> within;                               ///< what is promised, seconds
    QString promise;                                            ///< "promised: 5 s"
    diagram::Badge::Kind state = diagram::Badge::Kind::Unknown; ///< of the promise
};

/// What of it is drawn: where the hops scroll, their sums stay in view as a figure of their own.
enum class WaterfallPart : std::uint8_t { All, Hops, Sums };

/// Bars that begin where the one before ends, on one axis with the promise. `width`: pixels; the height
/// follows. Where all of it is higher than `room`, narrow hops stand as close together as they have to; 0:
/// there is room.
Figure drawWaterfall(const Waterfall& waterfall, const Theme& theme, double width, double room = 0,
                     WaterfallPart part = WaterfallPart::All);

} // namespace factline::picture
