// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/context.h"

namespace factline::contract {

template<>
struct Fields<CopyOf> {
    static constexpr auto noun = Phrase::words("A copy");
    static constexpr auto about =
        Phrase::words("A payload field's value that is copied from a fact of another context.");
    static constexpr auto table = std::make_tuple(
        field("fact", &CopyOf::fact, Phrase::words("The fact it is copied from, as context/fact.")).need(),
        field("asOf", &CopyOf::asOf, Phrase::words("The payload field that says how old the copy is.")));
};

template<>
struct Fields<PayloadField> {
    static constexpr auto noun = Phrase::words("A payload field");
    static constexpr auto about =
        Phrase::words("One field of a payload or of a value object: its type alone, or these keys.");
    static constexpr auto table = std::make_tuple(
        field("type", &PayloadField::type,
              Phrase::words("string, integer, long, decimal(12,2), boolean, uuid, date, timestamp, duration, "
                            "bytes, enum[A, B], list<T>, map<T>, or a name under types."))
            .need(),
        field("means", &PayloadField::means, Phrase::words("What it means, in a sentence.")),
        field("optional", &PayloadField::optional, Phrase::words("Whether it may be missing."), "false"),
        field("default", &PayloadField::defaultValue,
              Phrase::words("The value that holds where it is missing.")),
        field("sensitivity", &PayloadField::sensitivity,
              Phrase::words("Whether it is about people, or confidential."), Phrase::words("the fact's")),
        field("since", &PayloadField::since, Phrase::words("The event's version that brought it."),
              Phrase::words("the first")),
        field("justifiedBy", &PayloadField::justifiedBy, Phrase::words("Why it may leave its context.")),
        field("copies", &PayloadField::copies,
              Phrase::words("The fact of another context that it is a copy of.")));
};

template<>
struct Fields<TableMapping> {
    static constexpr auto noun = Phrase::words("A table mapping");
    static constexpr auto about = Phrase::words("Where an event of change data capture (cdc) comes from.");
    static constexpr auto table = std::make_tuple(
        field("table", &TableMapping::table, Phrase::words("The table whose changes become the event.")),
        field("when", &TableMapping::when,
              Phrase::words("The condition under which a change becomes the event, in SQL."),
              Phrase::words("every change")));
};

template<>
struct Fields<Event> {
    static constexpr auto noun = Phrase::words("An event");
    static constexpr auto about =
        Phrase::words("What a context announces to others: something that has happened.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("version", &Event::version, Phrase::words("The number of its schema, counted from 1."),
                  "1"),
            field("means", &Event::means, Phrase::words("What has happened, in a sentence.")),
            field("announces", &Event::announces, Phrase::words("The facts whose change it announces.")),
            field("asserts", &Event::asserts,
                  Phrase::words("The claims it makes. An empty list says that it makes none."),
                  Phrase::words("undeclared")),
            field("denies", &Event::denies,
                  Phrase::words(
                      "The claims that it must not be taken for. An empty list says that there are none."),
                  Phrase::words("undeclared")),
            field("finality", &Event::finality, Phrase::words("Whether it can be taken back later."),
                  "revocable"),
            field("revokedBy", &Event::revokedBy, Phrase::words("The events that take it back.")),
            field("visibility", &Event::visibility,
                  Phrase::words("public: other contexts may consume it; private: only its own."), "public"),
            field(
                "compatibility", &Event::compatibility,
                Phrase::words(
                    "What its schema promises from one version to the next; ...-transitive: to all of them."),
                "backward"),
            field("channel", &Event::channel, Phrase::words("The channel it travels on.")),
            field("rate", &Event::rate, Phrase::words("How many there are, as 20/s.")),
            field("peak", &Event::peak, Phrase::words("How many there are in the busiest hour, as 300/s.")),
            field("relays", &Event::relays,
                  Phrase::words("Announces or asserts on purpose what another context owns."), "false"),
            field("mappedFrom", &Event::mappedFrom,
                  Phrase::words("Where it comes from with change data capture (cdc).")),
            field("publishing", &Event::publishing,
                  Phrase::words("How it is published, where it differs from its context."),
                  Phrase::words("the context's")),
            field("payload", &Event::payload,
                  Phrase::words("Its fields, by name; a type, or the keys of a payload field."))),
        elementFields);
};

} // namespace factline::contract
