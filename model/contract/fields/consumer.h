// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/common.h"

namespace factline::contract {

template<>
struct Fields<Reliance> {
    static constexpr std::string_view noun = "a reliance";
    static constexpr std::string_view about =
        "A claim that a consumer takes an event to make: the claim alone, or these keys.";
    static constexpr auto table =
        std::make_tuple(field("claim", &Reliance::claim, "The claim that must hold.").need(),
                        field("finality", &Reliance::finality,
                              "What the consumer needs: final where it cannot take back.", "any"));
};

template<>
struct Fields<Capacity> {
    static constexpr std::string_view noun = "a capacity";
    static constexpr std::string_view about = "How much a consumer can take.";
    static constexpr auto table =
        std::make_tuple(field("perMessage", &Capacity::perMessage, "How long one message takes.").need(),
                        field("consumers", &Capacity::consumers, "How many work side by side.", "1"));
};

template<>
struct Fields<Subscription> {
    static constexpr std::string_view noun = "a subscription";
    static constexpr std::string_view about =
        "One consumer's side of one event: what it takes the event to mean and how it handles it.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("version", &Subscription::version, "The version of the event that it was written for."),
            field("reliesOn", &Subscription::reliesOn,
                  "The claims it takes the event to make. An empty list says that it relies on none.",
                  "undeclared"),
            field("understoodAs", &Subscription::understoodAs, "What the consumer takes the event to mean."),
            field("lag", &Subscription::lag,
                  "How long it takes from the channel until the change has its effect."),
            field("capacity", &Subscription::capacity, "How much it can take."),
            field("needsOrder", &Subscription::needsOrder,
                  "Whether the events of one key must come in order.", "false"),
            field("orderedBy", &Subscription::orderedBy,
                  "What tells the order: sequence, or a payload field.", "sequence where order is needed"),
            field("onDuplicate", &Subscription::onDuplicate, "What happens when the same event comes twice.",
                  "undeclared"),
            field(
                "onFailure", &Subscription::onFailure,
                "What happens to an event that cannot be handled: put aside, wait for help, or leave it out.",
                "undeclared")),
        elementFields);
};

template<>
struct Fields<Freshness> {
    static constexpr std::string_view noun = "a freshness promise";
    static constexpr std::string_view about = "So many of all changes are visible within so much time.";
    static constexpr auto table = std::make_tuple(
        field("within", &Freshness::within, "How much time may pass until a change is visible."),
        field("for", &Freshness::forShare, "The share of all changes for which that holds.", "99%"),
        field("window", &Freshness::window, "The time over which the share is counted.", "28d"),
        field("from", &Freshness::from, "A fact further upstream from whose change on it is measured.",
              "the change of what the view shows"));
};

template<>
struct Fields<Reconciliation> {
    static constexpr std::string_view noun = "a reconciliation";
    static constexpr std::string_view about =
        "How a view is compared with its source again and again, and mended.";
    static constexpr auto table = std::make_tuple(
        field("every", &Reconciliation::every, "The time between two runs."),
        field("against", &Reconciliation::against, "The fact it is compared with."),
        field("grace", &Reconciliation::grace, "How long a difference may last before it counts.", "0s"),
        field("repair", &Reconciliation::repair, "How long a repair takes.", "0s"),
        field("coverage", &Reconciliation::coverage, "The share of entries that one run compares.", "100%"),
        field("repairs", &Reconciliation::repairs, "Whether differences are mended at once or by people.",
              "manual"),
        field("upTo", &Reconciliation::upTo, "How many automatic repairs one run may make.", "no limit"));
};

template<>
struct Fields<Rebuild> {
    static constexpr std::string_view noun = "a rebuild";
    static constexpr std::string_view about = "How a view is made anew from the beginning.";
    static constexpr auto table =
        std::make_tuple(field("from", &Rebuild::from, "What it is made from: channel, or a name."),
                        field("takes", &Rebuild::takes, "How long that takes."));
};

template<>
struct Fields<View> {
    static constexpr std::string_view noun = "a view";
    static constexpr std::string_view about = "A read model: a promise to be wrong for a while.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("shows", &View::shows, "The facts that can be read in it."),
            field("fedBy", &View::fedBy,
                  "The events that keep it up to date, each with the keys of a subscription."),
            field("freshness", &View::freshness, "How stale it may be."),
            field("tellsFreshness", &View::tellsFreshness, "Whether it says how old its data are.", "false"),
            field("loss", &View::loss, "The share of changes that never arrive.", "0%"),
            field("reconciled", &View::reconciled, "How it is compared with its source and mended."),
            field("rebuild", &View::rebuild, "How it is made anew.")),
        elementFields);
};

template<>
struct Fields<Policy> {
    static constexpr std::string_view noun = "a policy";
    static constexpr std::string_view about = "Whenever ... then ...: how an event leads to another one.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field<ListOrMap>("when", &Policy::when,
                             "The events that set it off: a list, or each with the keys of a subscription."),
            field("then", &Policy::then, "The events that follow."),
            field("lag", &Policy::lag, "How long it takes from the one to the other."),
            field("compensatedBy", &Policy::compensatedBy, "The event that undoes what follows."),
            field("endsWhen", &Policy::endsWhen, "Why a circle through this policy comes to an end.")),
        elementFields);
};

template<>
struct Fields<Read> {
    static constexpr std::string_view noun = "a read";
    static constexpr std::string_view about = "What a decision reads, and how old it may be.";
    static constexpr auto table = std::make_tuple(
        field("tolerates", &Read::tolerates, "How old it may be."),
        field<AskWord>("ask", &Read::askOwner, "Asked synchronously at the owner: fresh, but coupled."),
        field("cache", &Read::cache, "How long an answer is kept."));
};

template<>
struct Fields<Decision> {
    static constexpr std::string_view noun = "a decision";
    static constexpr std::string_view about = "A point where stale data costs money.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("means", &Decision::means, "What is decided, as a question."),
            field("reads", &Decision::reads, "The views it looks at and the facts it asks for."),
            field("reversible", &Decision::reversible, "Whether it can be taken back.", "true"),
            field("thinkTime", &Decision::thinkTime, "How long it takes from reading to deciding.")),
        elementFields);
};

} // namespace factline::contract
