// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factline {

/// A length of time; exact to the nanosecond, at most 292 years. A year is 365 days.
using Duration = std::chrono::nanoseconds;

/// Seconds as a floating number, for the maths and JSON.
inline double toSeconds(Duration d) {
    return std::chrono::duration<double>(d).count();
}

/// Reads `500ms`, `1.5s`, `1h30m`, `7d`, `2w`, `1y` or ISO 8601 (`PT30S`, `P1DT2H`). Not negative. The error
/// names the accepted forms.
Result<Duration> parseDuration(std::string_view text);

/// The shortest exact form in the language's own units ("1h30m", "500ms", "0s").
std::string toString(Duration duration);

/// How often something happens, as written: `count` per `unit` ('s', 'm' for a minute, 'h' or 'd').
struct Rate {
    double count = 0;
    char unit = 's';
    bool operator==(const Rate&) const = default;

    /// Events per second.
    double perSecond() const;
};

/// Reads `20/s`, `300/min`, `12/h`, `5/d`.
Result<Rate> parseRate(std::string_view text);
std::string toString(const Rate& rate);

/// A part of a whole, between 0 and 1; written in percent.
struct Share {
    double value = 0; ///< 0.99 for `99%`
    auto operator<=>(const Share&) const = default;
};

/// Reads `99%`, `0.1 %`; between 0 % and 100 %.
Result<Share> parseShare(std::string_view text);
std::string toString(Share share);

} // namespace factline
