// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/field.h"
#include "domain/elements.h"

namespace factline::contract {

template<>
struct Fields<Waiver> {
    static constexpr std::string_view noun = "a waiver";
    static constexpr std::string_view about =
        "A finding that somebody has decided to live with, for a "
        "reason and until a day. The check leaves it out and counts it.";
    static constexpr auto table = std::make_tuple(
        field("rule", &Waiver::rule, "The rule whose finding is waived.").need(),
        field("element", &Waiver::element,
              "What it is about, as the check names it (`orders/OrderCompleted`). Only in the list of the "
              "whole model; a waiver on an element is about that element."),
        field("reason", &Waiver::reason, "Why the finding may stand."),
        field("by", &Waiver::by, "Who decided it."),
        field("until", &Waiver::until, "The last day on which it holds, as 2027-03-31.", "no end"));
};

/// The keys that every named element may carry.
inline constexpr auto elementFields = std::make_tuple(
    field("formerly", &Element::formerly,
          "Earlier names. Comparing and the positions of the picture follow the element by them."),
    field("since", &Element::since, "The first stage of the migration in which it exists.",
          "the first stage"),
    field("until", &Element::until, "The first stage of the migration in which it is gone.", "never"),
    field("hotspots", &Element::hotspots, "What is not clear about it yet, one text each."),
    field("waivers", &Element::waivers, "Findings about it that somebody has decided to live with."));

/// One hop's common keys; those of its form stand in the tables below.
template<>
struct Fields<Hop> {
    static constexpr std::string_view noun = "a lag";
    static constexpr std::string_view about =
        "How long one hop takes. A list of them means hops one after another. Each has one of five forms - "
        "fixed, "
        "quantiles, poll, cron, window - and may say on what the number rests.";
    static constexpr auto table = std::make_tuple(
        field("basis", &Hop::basis, "On what the number rests.", "guess"),
        field("source", &Hop::source, "Where the number comes from: a measurement, a page, a person."),
        field("class", &Hop::lagClass, "The class of lag it counts under.", "what its place implies"));
};
template<>
struct Fields<FixedLag> {
    static constexpr std::string_view noun = "a fixed lag";
    static constexpr std::string_view about = "Always exactly this long.";
    static constexpr auto table =
        std::make_tuple(field("fixed", &FixedLag::fixed, "How long it always takes.").need());
};
template<>
struct Fields<QuantileLag> {
    static constexpr std::string_view noun = "a lag by quantiles";
    static constexpr std::string_view about = "Known by its quantiles, in rising order.";
    static constexpr auto table =
        std::make_tuple(field("p50", &QuantileLag::p50, "Half of all changes are faster than this."),
                        field("p99", &QuantileLag::p99, "99 of 100 changes are faster than this.").need(),
                        field("p99.9", &QuantileLag::p999, "999 of 1000 changes are faster than this."),
                        field("max", &QuantileLag::max, "No change ever takes longer."));
};
template<>
struct Fields<PollLag> {
    static constexpr std::string_view noun = "a polling lag";
    static constexpr std::string_view about = "Waits for the next look at the source, then works.";
    static constexpr auto table = std::make_tuple(
        field("poll", &PollLag::poll, "The time between two looks at the source.").need(),
        field("mode", &PollLag::mode,
              "fixedRate: looks at fixed times; fixedDelay: waits this long after the work is done.",
              "fixedRate"),
        field("work", &PollLag::work, "How long the work takes once something is found.", "0s"));
};
template<>
struct Fields<CronLag> {
    static constexpr std::string_view noun = "a scheduled lag";
    static constexpr std::string_view about = "Waits for the next run of a schedule, then runs.";
    static constexpr auto table = std::make_tuple(
        field("cron", &CronLag::cron, "Five fields: minute, hour, day of month, month, day of week.").need(),
        field("timeZone", &CronLag::timeZone, "An IANA time zone, as Europe/Berlin.", "UTC"),
        field("run", &CronLag::run, "How long one run takes.", "0s"));
};
template<>
struct Fields<WindowLag> {
    static constexpr std::string_view noun = "a windowed lag";
    static constexpr std::string_view about =
        "Collected over a window: a producer's linger, a cache's lifetime, a tumbling window.";
    static constexpr auto table =
        std::make_tuple(field("window", &WindowLag::window, "How long changes are collected.").need());
};

template<>
struct Fields<LintSettings> {
    static constexpr std::string_view noun = "the lint settings";
    static constexpr std::string_view about = "Which rules count, and how much.";
    static constexpr auto table = std::make_tuple(
        field("preset", &LintSettings::preset, "The set of rules to begin with.",
              "what holds around it; standard"),
        field("rules", &LintSettings::rules, "A rule and how much it weighs: off, hint, warning or error."));
};

} // namespace factline::contract
