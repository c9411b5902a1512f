// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/common.h"

namespace factline::contract {

template<>
struct Fields<Claim> {
    static constexpr auto noun = Phrase::words("A claim");
    static constexpr auto about = Phrase::words("Something that an event may assert and a consumer may rely "
                                                "on. The text explains it; only claims are compared.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("of", &Claim::of,
                  Phrase::words("The fact it is about, as context/fact. That context owns the claim.")),
            field("text", &Claim::text, Phrase::words("The claim in a sentence.")),
            field("implies", &Claim::implies, Phrase::words("Claims that hold whenever this one does.")),
            field("excludes", &Claim::excludes,
                  Phrase::words("Claims that cannot hold together with this one; holds both ways."))),
        elementFields);
};

template<>
struct Fields<Publishing> {
    static constexpr auto noun = Phrase::words("Publishing");
    static constexpr auto about = Phrase::words("How a commit becomes an event.");
    static constexpr auto table = std::make_tuple(
        field("through", &Publishing::through,
              Phrase::words("The mechanism that carries a commit out as an event.")),
        field("lag", &Publishing::lag,
              Phrase::words("How long it takes from the commit until the event is on its channel.")));
};

template<>
struct Fields<Fact> {
    static constexpr auto noun = Phrase::words("A fact");
    static constexpr auto about = Phrase::words("A thing that one bounded context decides about and others "
                                                "learn of. The context it stands in owns it.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("means", &Fact::means, Phrase::words("What it means in this context, in a sentence.")),
            field("key", &Fact::key, Phrase::words("The fields that tell one from another.")),
            field("writers", &Fact::writers, Phrase::words("The contexts that write it."),
                  Phrase::words("the owner")),
            field("derivedFrom", &Fact::derivedFrom,
                  Phrase::words("Facts of others that it is computed from.")),
            field("sensitivity", &Fact::sensitivity,
                  Phrase::words("Whether it is about people, or confidential."), "none"),
            field("retention", &Fact::retention, Phrase::words("How long it is kept.")),
            field("changeRate", &Fact::changeRate,
                  Phrase::words("How often one of them changes; for decisions and audiences.")),
            field("takesOver", &Fact::takesOver,
                  Phrase::words(
                      "The fact of another context that moves here in the course of the migration."))),
        elementFields);
};

template<>
struct Fields<Channel> {
    static constexpr auto noun = Phrase::words("A channel");
    static constexpr auto about = Phrase::words("A stream that events travel on: a topic.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("key", &Channel::key,
                  Phrase::words("The payload fields by which messages are spread over the partitions.")),
            field("partitions", &Channel::partitions, Phrase::words("Into how many parts it is split."), "1"),
            field("retention", &Channel::retention, Phrase::words("How long messages are kept.")),
            field("compacted", &Channel::compacted,
                  Phrase::words("Whether only the last message of each key is kept."), "false"),
            field("hottestKey", &Channel::hottestKey,
                  Phrase::words("The share of all messages that the busiest key has."), "0%"),
            field("lag", &Channel::lag, Phrase::words("How long a message takes through it."))),
        elementFields);
};

template<>
struct Fields<Context> {
    static constexpr auto noun = Phrase::words("A context");
    static constexpr auto about =
        Phrase::words("A bounded context: a border inside which words have one meaning. What stands in it is "
                      "its own; a bare name means its own, context/name another's.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("title", &Context::title, Phrase::words("Its name as people say it.")),
            field("kind", &Context::kind, Phrase::words("What it is to the business."), "supporting"),
            field("team", &Context::team, Phrase::words("Who looks after it.")),
            field("store", &Context::store, Phrase::words("The database it keeps its facts in."), "none"),
            field("relations", &Context::relations,
                  Phrase::words("Its places on the context map: another context and how the two stand to "
                                "each other. This context is downstream, but for open-host-service and "
                                "published-language, which the upstream writes.")),
            field("publishing", &Context::publishing,
                  Phrase::words("How a commit becomes an event; an event may override it.")),
            field("survives", &Context::survives, Phrase::words("The longest outage that it must get over."),
                  "5m"),
            field("lint", &Context::lint, Phrase::words("Which rules count inside it, and how much."),
                  Phrase::words("what holds for the model")),
            field("facts", &Context::facts, Phrase::words("What it decides about, by name (kebab-case).")),
            field("channels", &Context::channels,
                  Phrase::words("The streams its events travel on, by name.")),
            field("events", &Context::events,
                  Phrase::words("What it announces, by name (PascalCase, past tense).")),
            field("types", &Context::types, Phrase::words("Value objects for payloads, by name.")),
            field("views", &Context::views, Phrase::words("Its read models, by name (kebab-case).")),
            field("policies", &Context::policies,
                  Phrase::words("How one event leads to another, by name (kebab-case).")),
            field("decisions", &Context::decisions,
                  Phrase::words("Where stale data costs money, by name (kebab-case)."))),
        elementFields);
};

} // namespace factline::contract
