// SPDX-License-Identifier: Apache-2.0
#include "freshness/schedule.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <date/tz.h>
#include <sstream>

namespace factline::freshness {

namespace {

using std::chrono::minutes;

/// One field of a schedule: the values that it allows.
struct Field {
    std::bitset<64> allowed;
    bool star = false; ///< begins with `*`
};

struct Cron {
    Field minute, hour, day, month, weekday;
};

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::optional<int> numberOf(const std::string& text, const std::vector<std::string>& names, int first) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (lowered(text) == names[i]) return static_cast<int>(i) + first;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<Field> parseField(const std::string& text, int low, int high,
                                const std::vector<std::string>& names = {}) {
    Field field;
    field.star = text.starts_with('*');
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        int step = 1;
        const auto slash = part.find('/');
        if (slash != std::string::npos) {
            const auto given = numberOf(part.substr(slash + 1), {}, 0);
            if (!given || *given < 1) return std::nullopt;
            step = *given;
            part.resize(slash);
        }
        int from = low, to = high;
        if (part != "*") {
            const auto dash = part.find('-');
            const auto first = numberOf(part.substr(0, dash), names, low);
            const auto last = dash == std::string::npos ? first : numberOf(part.substr(dash + 1), names, low);
            if (!first || !last) return std::nullopt;
            from = *first;
            to = dash == std::string::npos && slash != std::string::npos ? high : *last;
        }
        if (from < low || to > high || from > to) return std::nullopt;
        for (int value = from; value <= to; value += step)
            field.allowed.set(static_cast<std::size_t>(value));
    }
    if (field.allowed.none()) return std::nullopt;
    return field;
}

std::optional<Cron> parseCron(const std::string& text) {
    std::istringstream words(text);
    const std::vector<std::string> found{std::istream_iterator<std::string>(words), {}};
    if (found.size() != 5) return std::nullopt;
    const auto minute = parseField(found[0], 0, 59), hour = parseField(found[1], 0, 23),
               day = parseField(found[2], 1, 31);
    const auto month =
        parseField(found[3], 1, 12,
                   {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
    auto weekday = parseField(found[4], 0, 7, {"sun", "mon", "tue", "wed", "thu", "fri", "sat"});
    if (!minute || !hour || !day || !month || !weekday) return std::nullopt;
    if (weekday->allowed[7]) weekday->allowed.set(0);
    return Cron{*minute, *hour, *day, *month, *weekday};
}

bool onDay(const Cron& cron, date::local_days day) {
    const date::year_month_day ymd(day);
    if (!cron.month.allowed[unsigned(ymd.month())]) return false;
    const bool monthDay = cron.day.allowed[unsigned(ymd.day())];
    const bool weekDay = cron.weekday.allowed[date::weekday(day).c_encoding()];
    return cron.day.star || cron.weekday.star ? monthDay && weekDay : monthDay || weekDay;
}

/// Calls `visit` with each minute of [from, to) on a clock that shows it, in order.
template<typename Visit>
void forEachRun(const Cron& cron, date::local_seconds from, date::local_seconds to, Visit visit) {
    for (auto day = date::floor<date::days>(from); day < to; day += date::days(1)) {
        if (!onDay(cron, day)) continue;
        for (int hour = 0; hour < 24; ++hour) {
            if (!cron.hour.allowed[static_cast<std::size_t>(hour)]) continue;
            for (int minute = 0; minute < 60; ++minute) {
                const auto at = day + std::chrono::hours(hour) + minutes(minute);
                if (cron.minute.allowed[static_cast<std::size_t>(minute)] && at >= from && at < to) visit(at);
            }
        }
    }
}

/// The moments of all runs of [begin, end).
std::vector<date::sys_seconds> runsOf(const Cron& cron, const date::time_zone& zone, date::sys_seconds begin,
                                      date::sys_seconds end) {
    std::vector<date::sys_seconds> runs;
    std::optional<date::local_seconds> shownUpTo; // what the clock has shown before its last change
    for (auto at = begin; at < end;) {
        const date::sys_info info = zone.get_info(at);
        const auto until = std::min(end, info.end);
        auto from = date::local_seconds(at.time_since_epoch() + info.offset);
        const auto to = date::local_seconds(until.time_since_epoch() + info.offset);
        if (shownUpTo && !cron.hour.star) {
            bool skipped = false;
            forEachRun(cron, *shownUpTo, from, [&](auto) { skipped = true; });
            if (skipped) runs.push_back(at);
            from = std::max(from, *shownUpTo);
        }
        forEachRun(cron, from, to, [&](date::local_seconds local) {
            const date::sys_seconds run(local.time_since_epoch() - info.offset);
            if (runs.empty() || runs.back() < run) runs.push_back(run);
        });
        shownUpTo = to;
        at = until;
    }
    return runs;
}

} // namespace

Result<std::vector<double>> gapsOf(const std::string& text, const std::string& timeZone) {
    const auto cron = parseCron(text);
    if (!cron)
        return failure(ErrorCode::Unreadable,
                       Phrase::of("'{}' is no schedule. Write five fields, as in \"0 2 * * 1-5\".", text));
    const date::time_zone* zone = nullptr;
    try {
        zone = date::locate_zone(timeZone.empty() ? "UTC" : timeZone);
    } catch (const std::exception&) {
        return failure(ErrorCode::NotFound, Phrase::of("There is no time zone '{}' on this machine. Write a "
                                                       "name such as Europe/Berlin.",
                                                       timeZone));
    }
    using namespace date::literals;
    const auto start = [&](date::year year) {
        return date::sys_seconds(date::sys_days(year / date::January / 1)) -
               zone->get_info(date::sys_days(year / date::January / 1)).offset;
    };
    for (const int years : {1, 9}) { // a leap day comes every four years, or every eight
        const auto begin = start(2027_y), end = start(date::year(2027 + years));
        const auto runs = runsOf(*cron, *zone, begin, start(date::year(2027 + 2 * years)));
        std::vector<double> gaps;
        for (std::size_t i = 0; i + 1 < runs.size() && runs[i] < end; ++i)
            gaps.push_back(static_cast<double>((runs[i + 1] - runs[i]).count()));
        if (!gaps.empty()) return gaps;
    }
    return failure(ErrorCode::NotFound, Phrase::of("The schedule '{}' never runs.", text));
}

} // namespace factline::freshness
