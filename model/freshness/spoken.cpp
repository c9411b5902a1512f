// SPDX-License-Identifier: Apache-2.0
#include "freshness/spoken.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace factline::freshness {

namespace {

struct Unit {
    double from, size;
    const char* name;
};
constexpr Unit units[] = {
    {172800, 86400, "d"}, {7200, 3600, "h"}, {180, 60, "min"}, {0.9995, 1, "s"}, {0, 1e-3, "ms"}};

std::size_t unitOf(double seconds) {
    std::size_t i = 0;
    while (i + 1 < std::size(units) && seconds < units[i].from)
        ++i;
    return i;
}

/// Without what binary fractions add to a decimal one.
double rounded(double value) {
    return std::round(value * 1e9) / 1e9;
}

/// As far as anybody would print.
bool isWhole(double value) {
    return std::abs(value - std::round(value)) < 1e-5;
}

/// A number as one says it.
struct Said {
    double value = 0;
    int decimals = 0;
    const Unit* unit = nullptr;
};

Said said(double seconds, bool down) {
    const Unit& unit = units[unitOf(seconds)];
    double value = seconds / unit.size;
    const int decimals = isWhole(value) || value >= (down ? 100 : 99.95) ? 0
                         : value >= (down ? 10 : 9.995)                  ? 1
                                                                         : 2;
    const double scale = std::pow(10.0, decimals);
    if (isWhole(value))
        value = std::round(value);
    else if (down)
        value = std::floor(value * scale + 1e-9) / scale;
    return {value, decimals, &unit};
}

std::string time(double seconds, bool down) {
    if (!std::isfinite(seconds)) return "for ever";
    const Said what = said(seconds, down);
    return fmt::format("{:.{}f} {}", what.value, what.decimals, what.unit->name);
}

/// One of the numbers of a hop that come down together.
struct Number {
    Phrase name;
    Duration time;
};

std::vector<Number> numbersOf(const Hop& hop, bool withWork = false) {
    const Duration work = withWork ? workOf(hop).value_or(Duration{}) : Duration{};
    if (const auto* poll = std::get_if<PollLag>(&hop.form)) {
        if (withWork) return {{Phrase::of("poll"), poll->poll}, {Phrase::of("work"), work}};
        return {{Phrase::of("poll"), poll->poll}};
    }
    if (std::holds_alternative<CronLag>(hop.form)) {
        if (withWork) return {{Phrase::of("longest gap"), {}}, {Phrase::of("run of the schedule"), work}};
        return {{Phrase::of("longest gap of the schedule"), {}}};
    }
    if (const auto* window = std::get_if<WindowLag>(&hop.form))
        return {{Phrase::of("window"), window->window}};
    if (const auto* fixed = std::get_if<FixedLag>(&hop.form))
        return {{Phrase::of("fixed time"), fixed->fixed}};
    const auto& quantiles = std::get<QuantileLag>(hop.form);
    std::vector<Number> numbers;
    if (quantiles.p50) numbers.push_back({"p50", *quantiles.p50});
    numbers.push_back({"p99", quantiles.p99});
    if (quantiles.p999) numbers.push_back({"p99.9", *quantiles.p999});
    if (quantiles.max) numbers.push_back({"max", *quantiles.max});
    return numbers;
}

/// "p50, p99 and max".
template<typename Word>
Phrase joined(const std::vector<Number>& numbers, const Word& word) {
    std::vector<Phrase> head;
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
        if (i > 0) head.emplace_back(", ");
        head.push_back(word(numbers[i]));
    }
    const Phrase last = word(numbers.back());
    return head.empty() ? last : Phrase::of("{} and {}", Phrase::row(std::move(head)), last);
}

} // namespace

std::string spokenTime(double seconds) {
    return time(seconds, false);
}

std::string spokenLimit(double seconds) {
    return time(seconds, true);
}

double toldLimit(double seconds) {
    const Said what = said(seconds, true);
    return what.value * what.unit->size;
}

std::string spokenDuration(double seconds) {
    if (!(seconds > 0)) return "0 s";
    std::size_t i = unitOf(seconds);
    for (; i + 1 < std::size(units); ++i)
        if (isWhole(seconds / units[i].size * 1000)) break;
    return fmt::format("{:.9g} {}", rounded(seconds / units[i].size), units[i].name);
}

Phrase timeInWords(double seconds) {
    return std::isfinite(seconds) ? Phrase(spokenTime(seconds)) : Phrase::of("for ever");
}

std::string spokenShare(double share) {
    return shareInWords(share);
}

Phrase shareInWords(double share) {
    const double value = rounded(share * 100);
    const bool isExact = share == 0 || share == 1 || (value >= 1e-4 && value <= 100 - 1e-4);
    if (isExact && isWhole(value * 1e4)) return fmt::format("{:.9g} %", value);
    if (value > 99.99 && value < 100) return Phrase::of("more than 99.99 %");
    if (value > 0 && value < 0.01) return Phrase::of("less than 0.01 %");
    const int decimals = value > 100 ? 0 : value < 1 || value > 98.9 ? 2 : 1;
    const double scale = std::pow(10.0, decimals);
    return fmt::format("{:.9g} %", rounded(std::round(value * scale) / scale));
}

Phrase spokenBudget(double used) {
    if (used <= 0) return Phrase::of("none of it");
    if (used < 1e-4) return Phrase::of("hardly any of it");
    if (used <= 2) return shareInWords(used);
    if (used >= 1000) return Phrase::of("all of it, many times over");
    return Phrase::of("{} times over", fmt::format("{:.{}f}", used, used < 9.95 && !isWhole(used) ? 1 : 0));
}

std::string spokenLoad(double utilisation) {
    if (utilisation < 2) return spokenShare(utilisation) + " busy";
    return utilisation < 1000 ? fmt::format("has {:.{}f} times the work that it can do", utilisation,
                                            utilisation < 10 ? 1 : 0)
                              : "has many times the work that it can do";
}

std::string spokenSlack(double factor) {
    return fmt::format("{:.1f}", std::floor(factor * 10 + 1e-9) / 10);
}

Phrase spokenEnds(const std::string& from, const std::string& to) {
    return from == to ? Phrase::of("the transport of {}", from) : Phrase(from + " -> " + to);
}

std::vector<std::string> spokenHops(const std::vector<const Step*>& hops) {
    const auto same = [&](const Step& step, bool alsoKind) {
        return std::ranges::count_if(hops, [&](const Step* other) {
            return other->from == step.from && other->to == step.to && other->identity != step.identity &&
                   (!alsoKind || other->hop.form.index() == step.hop.form.index());
        });
    };
    std::vector<std::string> names;
    names.reserve(hops.size());
    for (const Step* step : hops) {
        std::string name = spokenEnds(step->from, step->to);
        if (same(*step, false) > 0) name += ", " + std::string(spokenKind(step->hop));
        if (same(*step, true) > 0) // counted from 0 behind the last sign
            name += fmt::format(" {}", std::stoi(step->identity.substr(step->identity.rfind('#') + 1)) + 1);
        names.push_back(std::move(name));
    }
    return names;
}

std::string_view spokenKind(const Hop& hop) {
    if (std::holds_alternative<PollLag>(hop.form)) return "poll";
    if (std::holds_alternative<CronLag>(hop.form)) return "schedule";
    if (std::holds_alternative<WindowLag>(hop.form)) return "window";
    return std::holds_alternative<QuantileLag>(hop.form) ? "work" : "fixed time";
}

Phrase spokenNumbers(const Hop& hop, bool withWork) {
    return joined(numbersOf(hop, withWork), [](const Number& number) { return number.name; });
}

Phrase spokenValues(const Hop& hop, bool withWork) {
    return joined(numbersOf(hop, withWork),
                  [](const Number& number) { return Phrase(spokenDuration(toSeconds(number.time))); });
}

Phrase spoken(const Mend& mend) {
    const Phrase hop = spokenEnds(mend.from, mend.to);
    if (mend.would)
        return Phrase::of("Bring the {} of {} down to {}.", spokenNumbers(mend.hop, mend.withWork()), hop,
                          spokenValues(*mend.would, mend.withWork()));
    return Phrase::of("To shorten one hop will not do; begin with {}, which takes {}.", hop,
                      timeInWords(mend.takes));
}

} // namespace factline::freshness
