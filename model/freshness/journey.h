// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freshness/routes.h"
#include "freshness/verdict.h"

namespace factline::freshness {

/// The hops that all ways begin with are shared, the rest of each is a way of its own. `number` gives for
/// each hop of the arrival its step.
Arrival arrivalOf(const std::vector<Path>& paths, std::vector<const Step*>* steps = nullptr);

/// All ways of a change in the form in which questions about them are answered. Keeps pointers to the steps.
struct Journey {
    Arrival arrival;
    std::vector<const Step*> hops; ///< in the order of the arrival, as the two lists below
    std::vector<Shrinkable> shrinkable;
    std::vector<std::vector<std::size_t>> copies; ///< for each hop the numbers of all that are the same one
    std::vector<Phrase> missing;                  ///< what nobody declared and nothing stands for
    bool countsApart = false;                     ///< a hop stands in several ways and is counted in each
};

/// `further`: hops that follow after all ways have met, as a reader's cache.
Journey journeyOf(const std::vector<Path>& paths, const Path& further = {});

/// The hop to mend first, and what it alone would have to be. Points to nothing in a model.
struct Mend {
    std::string from, to, identity; ///< of its step
    Hop hop;                        ///< as it is
    double takes = 0;               ///< of the whole, at the objective
    std::optional<Hop>
        would; ///< as it would do, in the numbers that are told; nothing: no single hop will do

    /// Whether its work, or its run, has to come down as well.
    bool withWork() const { return would && workOf(*would) != workOf(hop); }
};

/// Among the hops that could mend it alone the one that takes longest; where none could, the longest of all.
std::optional<Mend> mendOf(const Journey& journey, const Answer& answer);

/// The same for a guaranteed bound at q that is to come down to x.
std::optional<Mend> mendOfBound(const Journey& journey, const Answer& answer, double q, double x);

/// The hop with the largest number for which `holds` holds of the hop as it is then told, to a
/// ten-thousandth, and where that will not do with less work as well; nothing where none does.
std::optional<Hop> shrunkUntil(const Shrinkable& part, const std::function<bool(const Distribution&)>& holds);

} // namespace factline::freshness
