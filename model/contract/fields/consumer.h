// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/common.h"

namespace factline::contract {

template<>
struct Fields<Reliance> {
    static constexpr auto noun = Phrase::words("A reliance");
    static constexpr auto about =
        Phrase::words("A claim that a consumer takes an event to make: the claim alone, or these keys.");
    static constexpr auto table =
        std::make_tuple(field("claim", &Reliance::claim, Phrase::words("The claim that must hold.")).need(),
                        field("finality", &Reliance::finality,
                              Phrase::words("What the consumer needs: final where it cannot take back."),
                              Phrase::words("any")));
};

template<>
struct Fields<Capacity> {
    static constexpr auto noun = Phrase::words("A capacity");
    static constexpr auto about = Phrase::words("How much a consumer can take.");
    static constexpr auto table = std::make_tuple(
        field("perMessage", &Capacity::perMessage, Phrase::words("How long one message takes.")).need(),
        field("consumers", &Capacity::consumers, Phrase::words("How many work side by side."), "1"));
};

template<>
struct Fields<Subscription> {
    static constexpr auto noun = Phrase::words("A subscription");
    static constexpr auto about = Phrase::words(
        "One consumer's side of one event: what it takes the event to mean and how it handles it.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("version", &Subscription::version,
                  Phrase::words("The version of the event that it was written for.")),
            field("reliesOn", &Subscription::reliesOn,
                  Phrase::words(
                      "The claims it takes the event to make. An empty list says that it relies on none."),
                  Phrase::words("undeclared")),
            field("understoodAs", &Subscription::understoodAs,
                  Phrase::words("What the consumer takes the event to mean.")),
            field("lag", &Subscription::lag,
                  Phrase::words("How long it takes from the channel until the change has its effect.")),
            field("capacity", &Subscription::capacity, Phrase::words("How much it can take.")),
            field("needsOrder", &Subscription::needsOrder,
                  Phrase::words("Whether the events of one key must come in order."), "false"),
            field("orderedBy", &Subscription::orderedBy,
                  Phrase::words("What tells the order: sequence, or a payload field."),
                  Phrase::words("sequence where order is needed")),
            field("onDuplicate", &Subscription::onDuplicate,
                  Phrase::words("What happens when the same event comes twice."),
                  Phrase::words("undeclared")),
            field("onFailure", &Subscription::onFailure,
                  Phrase::words("What happens to an event that cannot be handled: put aside, wait for help, "
                                "or leave it out."),
                  Phrase::words("undeclared"))),
        elementFields);
};

template<>
struct Fields<Freshness> {
    static constexpr auto noun = Phrase::words("A freshness promise");
    static constexpr auto about = Phrase::words("So many of all changes are visible within so much time.");
    static constexpr auto table =
        std::make_tuple(field("within", &Freshness::within,
                              Phrase::words("How much time may pass until a change is visible.")),
                        field("for", &Freshness::forShare,
                              Phrase::words("The share of all changes for which that holds."), "99%"),
                        field("window", &Freshness::window,
                              Phrase::words("The time over which the share is counted."), "28d"),
                        field("from", &Freshness::from,
                              Phrase::words("A fact further upstream from whose change on it is measured."),
                              Phrase::words("the change of what the view shows")));
};

template<>
struct Fields<Reconciliation> {
    static constexpr auto noun = Phrase::words("A reconciliation");
    static constexpr auto about =
        Phrase::words("How a view is compared with its source again and again, and mended.");
    static constexpr auto table = std::make_tuple(
        field("every", &Reconciliation::every, Phrase::words("The time between two runs.")),
        field("against", &Reconciliation::against, Phrase::words("The fact it is compared with.")),
        field("grace", &Reconciliation::grace,
              Phrase::words("How long a difference may last before it counts."), "0s"),
        field("repair", &Reconciliation::repair, Phrase::words("How long a repair takes."), "0s"),
        field("coverage", &Reconciliation::coverage,
              Phrase::words("The share of entries that one run compares."), "100%"),
        field("repairs", &Reconciliation::repairs,
              Phrase::words("Whether differences are mended at once or by people."), "manual"),
        field("upTo", &Reconciliation::upTo, Phrase::words("How many automatic repairs one run may make."),
              Phrase::words("no limit")));
};

template<>
struct Fields<Rebuild> {
    static constexpr auto noun = Phrase::words("A rebuild");
    static constexpr auto about = Phrase::words("How a view is made anew from the beginning.");
    static constexpr auto table = std::make_tuple(
        field("from", &Rebuild::from, Phrase::words("What it is made from: channel, or a name.")),
        field("takes", &Rebuild::takes, Phrase::words("How long that takes.")));
};

template<>
struct Fields<View> {
    static constexpr auto noun = Phrase::words("A view");
    static constexpr auto about = Phrase::words("A read model: a promise to be wrong for a while.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("shows", &View::shows, Phrase::words("The facts that can be read in it.")),
            field("fedBy", &View::fedBy,
                  Phrase::words("The events that keep it up to date, each with the keys of a subscription.")),
            field("freshness", &View::freshness, Phrase::words("How stale it may be.")),
            field("tellsFreshness", &View::tellsFreshness,
                  Phrase::words("Whether it says how old its data are."), "false"),
            field("loss", &View::loss, Phrase::words("The share of changes that never arrive."), "0%"),
            field("reconciled", &View::reconciled,
                  Phrase::words("How it is compared with its source and mended.")),
            field("rebuild", &View::rebuild, Phrase::words("How it is made anew."))),
        elementFields);
};

template<>
struct Fields<Policy> {
    static constexpr auto noun = Phrase::words("A policy");
    static constexpr auto about = Phrase::words("Whenever ... then ...: how an event leads to another one.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field<ListOrMap>(
                "when", &Policy::when,
                Phrase::words(
                    "The events that set it off: a list, or each with the keys of a subscription.")),
            field("then", &Policy::then, Phrase::words("The events that follow.")),
            field("lag", &Policy::lag, Phrase::words("How long it takes from the one to the other.")),
            field("compensatedBy", &Policy::compensatedBy,
                  Phrase::words("The event that undoes what follows.")),
            field("endsWhen", &Policy::endsWhen,
                  Phrase::words("Why a circle through this policy comes to an end."))),
        elementFields);
};

template<>
struct Fields<Read> {
    static constexpr auto noun = Phrase::words("A read");
    static constexpr auto about = Phrase::words("What a decision reads, and how old it may be.");
    static constexpr auto table = std::make_tuple(
        field("tolerates", &Read::tolerates, Phrase::words("How old it may be.")),
        field<AskWord>("ask", &Read::askOwner,
                       Phrase::words("Asked synchronously at the owner: fresh, but coupled.")),
        field("cache", &Read::cache, Phrase::words("How long an answer is kept.")));
};

template<>
struct Fields<Decision> {
    static constexpr auto noun = Phrase::words("A decision");
    static constexpr auto about = Phrase::words("A point where stale data costs money.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(field("means", &Decision::means, Phrase::words("What is decided, as a question.")),
                        field("reads", &Decision::reads,
                              Phrase::words("The views it looks at and the facts it asks for.")),
                        field("reversible", &Decision::reversible,
                              Phrase::words("Whether it can be taken back."), "true"),
                        field("thinkTime", &Decision::thinkTime,
                              Phrase::words("How long it takes from reading to deciding."))),
        elementFields);
};

} // namespace factline::contract
