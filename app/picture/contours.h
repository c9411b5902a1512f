// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/phrase.h"
#include "domain/lookup.h"
#include "freshness/delays.h"
#include "picture/light.h"

namespace factline::picture {

struct PaintOptions;

/// Contours of equal delay: what a change to one fact reaches, and after how long.
struct Contours {
    struct Band {
        double upTo = 0; ///< seconds; infinite for the last step
        Phrase text;     ///< "within 10 s", "later than 1 day"
    };
    struct Reached {
        std::optional<double> time;      ///< seconds; nothing: nobody knows, or never
        std::optional<std::size_t> band; ///< index into bands; nothing as above
        Phrase text;                     ///< "1.7 s", "?", "never"
        Phrase explanation;              ///< one sentence
    };

    ElementKey fact;
    Phrase title;                          ///< "A change to stock on hand is there"
    Phrase note;                           ///< which share of the changes that is said of
    Light light;                           ///< everything downstream, timed or not
    std::vector<Band> bands;               ///< those that occur, the soonest first; at most eight
    std::map<ElementKey, Reached> reached; ///< by node; consequences of the change are lit and not in here

    /// Whether something is lit of which no time is told.
    bool hasConsequences() const;
    /// Lights it and has its bands drawn; the options must not outlive it.
    void mark(PaintOptions& options) const;
};

/// Contours around a fact, as far as the diagram shows what is reached; nothing where it does not show the
/// fact, or where there are no delays.
std::optional<Contours> contoursOf(const diagram::Diagram& diagram,
                                   const std::vector<freshness::Delay>& delays);

/// The same for a fact by its name: `erp/stock-on-hand`. Errors: no such fact, or it is not drawn.
Result<Contours> contoursFrom(const diagram::Diagram& diagram, const Lookup& lookup, std::string_view fact);

} // namespace factline::picture
