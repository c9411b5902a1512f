// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/field.h"
#include "domain/elements.h"

namespace factline::contract {

template<>
struct Fields<Waiver> {
    static constexpr auto noun = Phrase::words("A waiver");
    static constexpr auto about =
        Phrase::words("A finding that somebody has decided to live with, for a reason and until a day. The "
                      "check leaves it out and counts it.");
    static constexpr auto table = std::make_tuple(
        field("rule", &Waiver::rule, Phrase::words("The rule whose finding is waived.")).need(),
        field("element", &Waiver::element,
              Phrase::words("What it is about, as the check names it (`orders/OrderCompleted`). Only in the "
                            "list of the whole model; a waiver on an element is about that element.")),
        field("reason", &Waiver::reason, Phrase::words("Why the finding may stand.")),
        field("by", &Waiver::by, Phrase::words("Who decided it.")),
        field("until", &Waiver::until, Phrase::words("The last day on which it holds, as 2027-03-31."),
              Phrase::words("no end")));
};

/// The keys that every named element may carry.
inline constexpr auto elementFields = std::make_tuple(
    field("formerly", &Element::formerly,
          Phrase::words(
              "Earlier names. Comparing and the positions of the picture follow the element by them.")),
    field("since", &Element::since, Phrase::words("The first stage of the migration in which it exists."),
          Phrase::words("the first stage")),
    field("until", &Element::until, Phrase::words("The first stage of the migration in which it is gone."),
          Phrase::words("never")),
    field("hotspots", &Element::hotspots, Phrase::words("What is not clear about it yet, one text each.")),
    field("waivers", &Element::waivers,
          Phrase::words("Findings about it that somebody has decided to live with.")));

/// One hop's common keys; those of its form stand in the tables below.
template<>
struct Fields<Hop> {
    static constexpr auto noun = Phrase::words("A lag");
    static constexpr auto about = Phrase::words(
        "How long one hop takes. A list of them means hops one after another. Each has one of five forms - "
        "fixed, quantiles, poll, cron, window - and may say on what the number rests.");
    static constexpr auto table =
        std::make_tuple(field("basis", &Hop::basis, Phrase::words("On what the number rests."), "guess"),
                        field("source", &Hop::source,
                              Phrase::words("Where the number comes from: a measurement, a page, a person.")),
                        field("class", &Hop::lagClass, Phrase::words("The class of lag it counts under."),
                              Phrase::words("what its place implies")));
};
template<>
struct Fields<FixedLag> {
    static constexpr auto noun = Phrase::words("A fixed lag");
    static constexpr auto about = Phrase::words("Always exactly this long.");
    static constexpr auto table =
        std::make_tuple(field("fixed", &FixedLag::fixed, Phrase::words("How long it always takes.")).need());
};
template<>
struct Fields<QuantileLag> {
    static constexpr auto noun = Phrase::words("A lag by quantiles");
    static constexpr auto about = Phrase::words("Known by its quantiles, in rising order.");
    static constexpr auto table = std::make_tuple(
        field("p50", &QuantileLag::p50, Phrase::words("Half of all changes are faster than this.")),
        field("p99", &QuantileLag::p99, Phrase::words("99 of 100 changes are faster than this.")).need(),
        field("p99.9", &QuantileLag::p999, Phrase::words("999 of 1000 changes are faster than this.")),
        field("max", &QuantileLag::max, Phrase::words("No change ever takes longer.")));
};
template<>
struct Fields<PollLag> {
    static constexpr auto noun = Phrase::words("A polling lag");
    static constexpr auto about = Phrase::words("Waits for the next look at the source, then works.");
    static constexpr auto table = std::make_tuple(
        field("poll", &PollLag::poll, Phrase::words("The time between two looks at the source.")).need(),
        field("mode", &PollLag::mode,
              Phrase::words(
                  "fixedRate: looks at fixed times; fixedDelay: waits this long after the work is done."),
              "fixedRate"),
        field("work", &PollLag::work, Phrase::words("How long the work takes once something is found."),
              "0s"));
};
template<>
struct Fields<CronLag> {
    static constexpr auto noun = Phrase::words("A scheduled lag");
    static constexpr auto about = Phrase::words("Waits for the next run of a schedule, then runs.");
    static constexpr auto table = std::make_tuple(
        field("cron", &CronLag::cron,
              Phrase::words("Five fields: minute, hour, day of month, month, day of week."))
            .need(),
        field("timeZone", &CronLag::timeZone, Phrase::words("An IANA time zone, as Europe/Berlin."), "UTC"),
        field("run", &CronLag::run, Phrase::words("How long one run takes."), "0s"));
};
template<>
struct Fields<WindowLag> {
    static constexpr auto noun = Phrase::words("A windowed lag");
    static constexpr auto about =
        Phrase::words("Collected over a window: a producer's linger, a cache's lifetime, a tumbling window.");
    static constexpr auto table = std::make_tuple(
        field("window", &WindowLag::window, Phrase::words("How long changes are collected.")).need());
};

template<>
struct Fields<LintSettings> {
    static constexpr auto noun = Phrase::words("The lint settings");
    static constexpr auto about = Phrase::words("Which rules count, and how much.");
    static constexpr auto table = std::make_tuple(
        field("preset", &LintSettings::preset, Phrase::words("The set of rules to begin with."),
              Phrase::words("what holds around it; standard")),
        field("rules", &LintSettings::rules,
              Phrase::words("A rule and how much it weighs: off, hint, warning or error.")));
};

} // namespace factline::contract
