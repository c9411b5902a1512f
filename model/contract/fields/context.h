// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/common.h"

namespace factline::contract {

template<>
struct Fields<Claim> {
    static constexpr std::string_view noun = "a claim";
    static constexpr std::string_view about = "Something that an event may assert and a consumer may rely "
                                              "on. The text explains it; only claims are "
                                              "compared.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("of", &Claim::of, "The fact it is about, as context/fact. That context owns the claim."),
            field("text", &Claim::text, "The claim in a sentence."),
            field("implies", &Claim::implies, "Claims that hold whenever this one does."),
            field("excludes", &Claim::excludes,
                  "Claims that cannot hold together with this one; holds both ways.")),
        elementFields);
};

template<>
struct Fields<Publishing> {
    static constexpr std::string_view noun = "publishing";
    static constexpr std::string_view about = "How a commit becomes an event.";
    static constexpr auto table = std::make_tuple(
        field("through", &Publishing::through, "The mechanism that carries a commit out as an event."),
        field("lag", &Publishing::lag,
              "How long it takes from the commit until the event is on its channel."));
};

template<>
struct Fields<Fact> {
    static constexpr std::string_view noun = "a fact";
    static constexpr std::string_view about = "A thing that one bounded context decides about and others "
                                              "learn of. The context it stands in owns it.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("means", &Fact::means, "What it means in this context, in a sentence."),
            field("key", &Fact::key, "The fields that tell one from another."),
            field("writers", &Fact::writers, "The contexts that write it.", "the owner"),
            field("derivedFrom", &Fact::derivedFrom, "Facts of others that it is computed from."),
            field("sensitivity", &Fact::sensitivity, "Whether it is about people, or confidential.", "none"),
            field("retention", &Fact::retention, "How long it is kept."),
            field("changeRate", &Fact::changeRate,
                  "How often one of them changes; for decisions and audiences."),
            field("takesOver", &Fact::takesOver,
                  "The fact of another context that moves here in the course of the migration.")),
        elementFields);
};

template<>
struct Fields<Channel> {
    static constexpr std::string_view noun = "a channel";
    static constexpr std::string_view about = "A stream that events travel on: a topic.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(field("key", &Channel::key,
                              "The payload fields by which messages are spread over the partitions."),
                        field("partitions", &Channel::partitions, "Into how many parts it is split.", "1"),
                        field("retention", &Channel::retention, "How long messages are kept."),
                        field("compacted", &Channel::compacted,
                              "Whether only the last message of each key is kept.", "false"),
                        field("hottestKey", &Channel::hottestKey,
                              "The share of all messages that the busiest key has.", "0%"),
                        field("lag", &Channel::lag, "How long a message takes through it.")),
        elementFields);
};

template<>
struct Fields<Context> {
    static constexpr std::string_view noun = "a context";
    static constexpr std::string_view about = "A bounded context: a border inside which words have one "
                                              "meaning. What stands in it is its own; a bare name "
                                              "means its own, context/name another's.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("title", &Context::title, "Its name as people say it."),
            field("kind", &Context::kind, "What it is to the business.", "supporting"),
            field("team", &Context::team, "Who looks after it."),
            field("store", &Context::store, "The database it keeps its facts in.", "none"),
            field("relations", &Context::relations,
                  "Its places on the context map: another context and how the two stand to each other. This "
                  "context "
                  "is downstream, but for open-host-service and published-language, which the upstream "
                  "writes."),
            field("publishing", &Context::publishing,
                  "How a commit becomes an event; an event may override it."),
            field("survives", &Context::survives, "The longest outage that it must get over.", "5m"),
            field("lint", &Context::lint, "Which rules count inside it, and how much.",
                  "what holds for the model"),
            field("facts", &Context::facts, "What it decides about, by name (kebab-case)."),
            field("channels", &Context::channels, "The streams its events travel on, by name."),
            field("events", &Context::events, "What it announces, by name (PascalCase, past tense)."),
            field("types", &Context::types, "Value objects for payloads, by name."),
            field("views", &Context::views, "Its read models, by name (kebab-case)."),
            field("policies", &Context::policies, "How one event leads to another, by name (kebab-case)."),
            field("decisions", &Context::decisions, "Where stale data costs money, by name (kebab-case).")),
        elementFields);
};

} // namespace factline::contract
