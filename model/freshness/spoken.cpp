// SPDX-License-Identifier: Apache-2.0
#include "freshness/spoken.h"

#include <cmath>
#include <fmt/format.h>

namespace factline::freshness {

namespace {

std::string time(double seconds, bool down) {
    if (!std::isfinite(seconds)) return "for ever";
    struct Unit {
        double from, size;
        const char* name;
    };
    constexpr Unit units[] = {
        {172800, 86400, "d"}, {7200, 3600, "h"}, {180, 60, "min"}, {0.9995, 1, "s"}, {0, 1e-3, "ms"}};
    for (const Unit& unit : units)
        if (seconds >= unit.from) {
            double value = seconds / unit.size;
            const int decimals = value >= 99.95 || value == std::round(value) ? 0 : value >= 9.995 ? 1 : 2;
            const double scale = std::pow(10.0, decimals);
            if (down) value = std::floor(value * scale + 1e-9) / scale;
            return fmt::format("{:.{}f} {}", value, decimals, unit.name);
        }
    return "0 s";
}

} // namespace

std::string spokenTime(double seconds) {
    return time(seconds, false);
}

std::string spokenLimit(double seconds) {
    return time(seconds, true);
}

std::string spokenShare(double share) {
    const double value = share * 100;
    if (value > 99.99 && value < 100) return "more than 99.99 %";
    if (value > 0 && value < 0.01) return "less than 0.01 %";
    const int decimals = value == std::round(value) || value > 100 ? 0 : value < 1 || value > 99 ? 2 : 1;
    return fmt::format("{:.{}f} %", value, decimals);
}

std::string spoken(const Mend& mend) {
    const std::string hop = fmt::format("{} -> {}", mend.from, mend.to);
    if (mend.value)
        return fmt::format("Bring the {} of {} down to {}.", mend.what, hop, spokenLimit(*mend.value));
    return fmt::format("No single hop will do; begin with {}, which takes {}.", hop, spokenTime(mend.takes));
}

} // namespace factline::freshness
