// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/context.h"

namespace factline::contract {

template<>
struct Fields<CopyOf> {
    static constexpr std::string_view noun = "a copy";
    static constexpr std::string_view about =
        "A payload field's value that is copied from a fact of another context.";
    static constexpr auto table =
        std::make_tuple(field("fact", &CopyOf::fact, "The fact it is copied from, as context/fact.").need(),
                        field("asOf", &CopyOf::asOf, "The payload field that says how old the copy is."));
};

template<>
struct Fields<PayloadField> {
    static constexpr std::string_view noun = "a payload field";
    static constexpr std::string_view about =
        "One field of a payload or of a value object: its type alone, or these keys.";
    static constexpr auto table = std::make_tuple(
        field("type", &PayloadField::type,
              "string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, bytes, "
              "enum[A, B], "
              "list<T>, map<T>, or a name under types.")
            .need(),
        field("means", &PayloadField::means, "What it means, in a sentence."),
        field("optional", &PayloadField::optional, "Whether it may be missing.", "false"),
        field("default", &PayloadField::defaultValue, "The value that holds where it is missing."),
        field("sensitivity", &PayloadField::sensitivity, "Whether it is about people, or confidential.",
              "the fact's"),
        field("since", &PayloadField::since, "The event's version that brought it.", "the first"),
        field("justifiedBy", &PayloadField::justifiedBy, "Why it may leave its context."),
        field("copies", &PayloadField::copies, "The fact of another context that it is a copy of."));
};

template<>
struct Fields<TableMapping> {
    static constexpr std::string_view noun = "a table mapping";
    static constexpr std::string_view about = "Where an event of change data capture (cdc) comes from.";
    static constexpr auto table = std::make_tuple(
        field("table", &TableMapping::table, "The table whose changes become the event."),
        field("when", &TableMapping::when, "The condition under which a change becomes the event, in SQL.",
              "every change"));
};

template<>
struct Fields<Event> {
    static constexpr std::string_view noun = "an event";
    static constexpr std::string_view about =
        "What a context announces to others: something that has happened.";
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("version", &Event::version, "The number of its schema, counted from 1.", "1"),
            field("means", &Event::means, "What has happened, in a sentence."),
            field("announces", &Event::announces, "The facts whose change it announces."),
            field("asserts", &Event::asserts, "The claims it makes. An empty list says that it makes none.",
                  "undeclared"),
            field("denies", &Event::denies,
                  "The claims that it must not be taken for. An empty list says that there are none.",
                  "undeclared"),
            field("finality", &Event::finality, "Whether it can be taken back later.", "revocable"),
            field("revokedBy", &Event::revokedBy, "The events that take it back."),
            field("visibility", &Event::visibility,
                  "public: other contexts may consume it; private: only its own.", "public"),
            field("compatibility", &Event::compatibility,
                  "What its schema promises from one version to the next; ...-transitive: to all of them.",
                  "backward"),
            field("channel", &Event::channel, "The channel it travels on."),
            field("rate", &Event::rate, "How many there are, as 20/s."),
            field("peak", &Event::peak, "How many there are in the busiest hour, as 300/s."),
            field("relays", &Event::relays, "Announces or asserts on purpose what another context owns.",
                  "false"),
            field("mappedFrom", &Event::mappedFrom, "Where it comes from with change data capture (cdc)."),
            field("publishing", &Event::publishing, "How it is published, where it differs from its context.",
                  "the context's"),
            field("payload", &Event::payload,
                  "Its fields, by name; a type, or the keys of a payload field.")),
        elementFields);
};

} // namespace factline::contract
