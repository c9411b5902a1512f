// SPDX-License-Identifier: Apache-2.0
#include "base/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>

namespace factline {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t nanoseconds;
};

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t day = 86400 * second;
// Largest first. Writing uses years only where nothing is left over, and never weeks: 28d is how people say
// it.
constexpr std::array<Unit, 9> units{{{"y", 365 * day},
                                     {"w", 7 * day},
                                     {"d", day},
                                     {"h", 3600 * second},
                                     {"m", 60 * second},
                                     {"s", second},
                                     {"ms", 1'000'000},
                                     {"us", 1'000},
                                     {"ns", 1}}};

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// Takes a decimal number off the front; nothing where there is none.
std::optional<long double> takeNumber(std::string_view& text) {
    std::size_t length = 0;
    bool digits = false;
    while (length < text.size() && ((text[length] >= '0' && text[length] <= '9') || text[length] == '.')) {
        digits = digits || text[length] != '.';
        ++length;
    }
    long double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + length, value);
    if (!digits || error != std::errc{} || end != text.data() + length) return std::nullopt;
    text.remove_prefix(length);
    return value;
}

/// Adds value * unit to the total; false where it does not fit.
bool add(std::int64_t& total, long double value, std::int64_t unit) {
    const long double sum =
        static_cast<long double>(total) + std::round(value * static_cast<long double>(unit));
    if (sum > static_cast<long double>(std::numeric_limits<std::int64_t>::max())) return false;
    total = static_cast<std::int64_t>(sum);
    return true;
}

std::string_view takeLetters(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] >= 'a' && text[length] <= 'z')
        ++length;
    const auto letters = text.substr(0, length);
    text.remove_prefix(length);
    return letters;
}

std::optional<std::int64_t> readSimple(std::string_view text) {
    std::int64_t total = 0;
    std::size_t next = 0; // units must grow smaller, each at most once
    while (!text.empty()) {
        const auto value = takeNumber(text);
        const auto name = takeLetters(text);
        if (!value) return std::nullopt;
        while (next < units.size() && units[next].name != name)
            ++next;
        if (next == units.size() || !add(total, *value, units[next].nanoseconds)) return std::nullopt;
        ++next;
    }
    return total;
}

std::optional<std::int64_t> readIso(std::string_view text) {
    text.remove_prefix(1); // P
    std::int64_t total = 0;
    bool time = false;
    bool any = false;
    std::string_view order = "YWDHMS";
    while (!text.empty()) {
        if (text.front() == 'T') {
            if (time) return std::nullopt;
            time = true;
            text.remove_prefix(1);
            continue;
        }
        const auto value = takeNumber(text);
        if (!value || text.empty()) return std::nullopt;
        const char letter = text.front();
        text.remove_prefix(1);
        const auto at = order.find(letter);
        // A month has no fixed length, so M before T is refused.
        if (at == std::string_view::npos || time != (letter == 'H' || letter == 'M' || letter == 'S'))
            return std::nullopt;
        order.remove_prefix(at + 1);
        const auto unit = letter == 'Y'   ? units[0]
                          : letter == 'W' ? units[1]
                          : letter == 'D' ? units[2]
                          : letter == 'H' ? units[3]
                          : letter == 'M' ? units[4]
                                          : units[5];
        if (!add(total, *value, unit.nanoseconds)) return std::nullopt;
        any = true;
    }
    return any ? std::optional(total) : std::nullopt;
}

} // namespace

Result<Duration> parseDuration(std::string_view text) {
    const auto trimmed = trim(text);
    const auto total = trimmed.empty()          ? std::nullopt
                       : trimmed.front() == 'P' ? readIso(trimmed)
                                                : readSimple(trimmed);
    if (!total)
        return failure(ErrorCode::Unreadable,
                       Phrase::of("'{}' is not a duration. Write it as 500ms, 30s, 1h30m, 7d or PT30S, "
                                  "at most 292 years.",
                                  text));
    return Duration(*total);
}

std::string toString(Duration duration) {
    std::int64_t rest = duration.count();
    if (rest == 0) return "0s";
    std::string text;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].name == "w" || (units[i].name == "y" && rest % units[i].nanoseconds != 0)) continue;
        const auto count = rest / units[i].nanoseconds;
        if (count == 0) continue;
        text += fmt::format("{}{}", count, units[i].name);
        rest -= count * units[i].nanoseconds;
    }
    return text;
}

double Rate::perSecond() const {
    return count / (unit == 's' ? 1.0 : unit == 'm' ? 60.0 : unit == 'h' ? 3600.0 : 86400.0);
}

Result<Rate> parseRate(std::string_view text) {
    auto rest = trim(text);
    const auto count = takeNumber(rest);
    rest = trim(rest);
    if (count && !rest.empty() && rest.front() == '/') {
        rest = trim(rest.substr(1));
        if (rest == "s") return Rate{static_cast<double>(*count), 's'};
        if (rest == "min") return Rate{static_cast<double>(*count), 'm'};
        if (rest == "h") return Rate{static_cast<double>(*count), 'h'};
        if (rest == "d") return Rate{static_cast<double>(*count), 'd'};
    }
    return failure(ErrorCode::Unreadable,
                   Phrase::of("'{}' is not a rate. Write it as 20/s, 300/min, 12/h or 5/d.", text));
}

std::string toString(const Rate& rate) {
    const std::string_view unit = rate.unit == 'm'   ? "min"
                                  : rate.unit == 'h' ? "h"
                                  : rate.unit == 'd' ? "d"
                                                     : "s";
    return fmt::format("{:.12g}/{}", rate.count, unit);
}

Result<Share> parseShare(std::string_view text) {
    auto rest = trim(text);
    const auto percent = takeNumber(rest);
    if (percent && trim(rest) == "%" && *percent <= 100) return Share{static_cast<double>(*percent / 100)};
    return failure(
        ErrorCode::Unreadable,
        Phrase::of("'{}' is not a share. Write it in percent, between 0% and 100%, as 99.9%.", text));
}

std::string toString(Share share) {
    return fmt::format("{:.12g}%", share.value * 100);
}

} // namespace factline
