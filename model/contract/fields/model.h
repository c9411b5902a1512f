// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "contract/fields/consumer.h"
#include "contract/fields/context.h"
#include "contract/fields/event.h"
#include "domain/model.h"

namespace factline::contract {

/// The number of the format that this program reads, under the key that every file begins with.
inline constexpr std::uint32_t formatVersion = 1;
inline constexpr std::string_view formatKey = "factline";

template<>
struct Fields<Audience> {
    static constexpr auto noun = Phrase::words("An audience");
    static constexpr auto about = Phrase::words("One pair of eyes that sees several views of one fact.");
    static constexpr auto table = std::tuple_cat(
        std::make_tuple(
            field("sees", &Audience::sees, Phrase::words("The views it sees, each as context/view.")),
            field("of", &Audience::of, Phrase::words("The fact that all of them show, as context/fact.")),
            field("mayDisagreeFor", &Audience::mayDisagreeFor,
                  Phrase::words("How long two of the views may show different things.")),
            field("for", &Audience::forShare, Phrase::words("The share of changes for which that holds."),
                  "99%")),
        elementFields);
};

template<>
struct Fields<Migration> {
    static constexpr auto noun = Phrase::words("The migration");
    static constexpr auto about = Phrase::words(
        "A move in stages (progressive strangler). Elements say since and until which stage they exist.");
    static constexpr auto table =
        std::make_tuple(field("stages", &Migration::stages, Phrase::words("The stages, in order.")),
                        field("now", &Migration::now, Phrase::words("The stage that holds today."),
                              Phrase::words("the first")));
};

template<>
struct Fields<Scenario> {
    static constexpr auto noun = Phrase::words("A scenario");
    static constexpr auto about = Phrase::words("A what-if: values set and outages assumed.");
    static constexpr auto table = std::make_tuple(
        field("set", &Scenario::set,
              Phrase::words("A path in the model and the value it has in this scenario.")),
        field("outage", &Scenario::outage, Phrase::words("A context and how long it is out of order.")));
};

template<>
struct Fields<Model> {
    static constexpr auto noun = Phrase::words("A model");
    static constexpr auto about =
        Phrase::words("A file begins with `factline: 1`, the number of the format. An included file holds "
                      "claims, contexts, audiences, hotspots and waivers only.");
    static constexpr auto table = std::make_tuple(
        field("model", &Model::name, Phrase::words("The model's name.")),
        field("summary", &Model::summary, Phrase::words("What it is about, in a sentence or two.")),
        field("include", &Model::include,
              Phrase::words("Further files of the model, as patterns (`contexts/*.factline.yaml`) inside the "
                            "model's folder.")),
        field("claims", &Model::claims,
              Phrase::words("What events may assert and consumers rely on, by name (subject.state).")),
        field("contexts", &Model::contexts, Phrase::words("The bounded contexts, by name (kebab-case).")),
        field("audiences", &Model::audiences, Phrase::words("Who sees several views of one fact, by name.")),
        field("migration", &Model::migration,
              Phrase::words("The stages of a move from one owner to another.")),
        field("hotspots", &Model::hotspots,
              Phrase::words("What is not clear about the whole yet, one text each.")),
        field("waivers", &Model::waivers, Phrase::words("Findings that somebody has decided to live with.")),
        field("lint", &Model::lint, Phrase::words("Which rules count, and how much."),
              Phrase::words("preset standard")),
        field("scenarios", &Model::scenarios, Phrase::words("What-ifs, by name.")));
    /// The keys that an included file may have.
    static constexpr std::array<std::string_view, 5> shared = {"claims", "contexts", "audiences", "hotspots",
                                                               "waivers"};
};

} // namespace factline::contract
