// SPDX-License-Identifier: Apache-2.0
#include "picture/contours.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <string_view>

#include "base/similar.h"
#include "diagram/short_lag.h"
#include "freshness/spoken.h"
#include "picture/painter.h"

namespace factline::picture {

namespace {

using freshness::Delay;

/// Where one band may end and the next begin: always the same, so that two pictures can be compared.
struct Step {
    double upTo;
    std::string_view text; ///< empty: a day
    bool coarse;           ///< stays where there would be too many
};
constexpr double forEver = std::numeric_limits<double>::infinity();
constexpr std::array delaySteps{
    Step{0.1, "0.1 s", false},  Step{0.5, "0.5 s", false}, Step{1, "1 s", true},
    Step{2, "2 s", false},      Step{5, "5 s", false},     Step{10, "10 s", true},
    Step{30, "30 s", false},    Step{60, "1 min", true},   Step{300, "5 min", false},
    Step{900, "15 min", false}, Step{3600, "1 h", true},   Step{21'600, "6 h", false},
    Step{86'400, "", true},     Step{forEver, "", true}};
constexpr std::size_t mostBands = 6; ///< more grounds could not be told apart

/// The ends of the bands that these times fall into, the soonest first.
std::vector<Step> bandsOf(const std::vector<double>& times) {
    std::vector<Step> found;
    for (const bool coarse : {false, true}) {
        found.clear();
        double after = -1;
        for (const Step& step : delaySteps) {
            if (coarse && !step.coarse) continue;
            if (std::ranges::any_of(times, [&](double time) { return after < time && time <= step.upTo; }))
                found.push_back(step);
            after = step.upTo;
        }
        if (found.size() <= mostBands) break;
    }
    return found;
}

std::string spoken(double time) {
    return diagram::shortDuration(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(time)));
}

Phrase textOf(const Step& step) {
    const Phrase day = Phrase::of("1 day");
    if (step.upTo == forEver) return Phrase::of("later than {}", day);
    return Phrase::of("within {}", step.text.empty() ? day : Phrase(step.text));
}

Phrase explanationOf(const Delay& delay, const ElementKey& fact) {
    if (!delay.time && !delay.missing.empty())
        return Phrase::of("Nobody says how long a change to {} takes to here: {} is not declared.", fact.name,
                          delay.missing);
    const Phrase share = freshness::shareInWords(delay.share);
    if (!delay.time)
        return delay.change.empty()
                   ? Phrase::of("{} of the changes to {} never arrive here.", share, fact.name)
                   : Phrase::of("{} of the changes to {} never arrive here after {}.", share, fact.name,
                                toString(delay.change));
    const std::string time = freshness::spokenTime(*delay.time);
    return delay.change.empty()
               ? Phrase::of("{} of the changes to {} are here within {}.", share, fact.name, time)
               : Phrase::of("{} of the changes to {} are here within {} after {}.", share, fact.name, time,
                            toString(delay.change));
}

Phrase noteOf(const std::vector<Delay>& delays) {
    const bool same =
        std::ranges::all_of(delays, [&](const Delay& delay) { return delay.share == delays.front().share; });
    const Phrase share = freshness::shareInWords(delays.front().share);
    return same ? Phrase::of("{} of the changes", share)
                : Phrase::of("{} of the changes; in a view the share that it promises", share);
}

} // namespace

bool Contours::hasConsequences() const {
    return std::ranges::any_of(light.shapes, [&](const ElementKey& shape) {
        return shape.kind != ElementKind::Context && !reached.contains(shape);
    });
}

void Contours::mark(PaintOptions& options) const {
    options.lit = light.shapes;
    options.litEdges = light.edges;
    options.contours = this;
}

std::optional<Contours> contoursOf(const diagram::Diagram& diagram, const std::vector<Delay>& delays) {
    if (delays.empty()) return std::nullopt;
    Contours made;
    made.fact = delays.front().element;
    const auto& nodes = diagram.nodes;
    const auto start = std::ranges::find(nodes, made.fact, &diagram::NodeShape::key);
    if (start == nodes.end()) return std::nullopt;
    made.title = Phrase::of("A change to {} is there", start->fullName);
    made.note = noteOf(delays);
    made.light = downstreamOf(diagram, static_cast<std::size_t>(start - nodes.begin()));
    std::vector<double> times;
    for (const Delay& delay : delays)
        if (delay.time && made.light.shapes.contains(delay.element)) times.push_back(*delay.time);
    const std::vector<Step> bands = bandsOf(times);
    for (const Step& step : bands)
        made.bands.push_back({step.upTo, textOf(step)});
    for (const Delay& delay : delays) {
        if (!made.light.shapes.contains(delay.element)) continue;
        Contours::Reached reached{.time = delay.time, .band = {}, .text = {}, .explanation = {}};
        if (delay.time) {
            const auto band =
                std::ranges::find_if(bands, [&](const Step& step) { return *delay.time <= step.upTo; });
            reached.band = static_cast<std::size_t>(band - bands.begin());
        }
        reached.text = delay.time              ? Phrase(spoken(*delay.time))
                       : delay.missing.empty() ? Phrase::of("never")
                                               : Phrase("?");
        reached.explanation = explanationOf(delay, made.fact);
        made.reached.emplace(delay.element, std::move(reached));
    }
    return made;
}

Result<Contours> contoursFrom(const diagram::Diagram& diagram, const Lookup& lookup, std::string_view fact) {
    const Ref ref = parseRef(fact, {});
    auto made = contoursOf(diagram, freshness::delaysOf(lookup, ref));
    if (made) return *std::move(made);
    if (lookup.findFact(ref) != nullptr)
        return failure(ErrorCode::InvalidArgument,
                       Phrase::of("The fact '{}' is not in this picture. Leave --focus away, or choose one "
                                  "that is near it.",
                                  fact));
    std::vector<std::string> names;
    for (const auto& context : lookup.model().contexts)
        for (const auto& one : context->facts)
            names.push_back(context->name + "/" + one->name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string_view near = mostSimilar(fact, candidates);
    return failure(ErrorCode::NotFound, Phrase::of("No fact of the model is called \"{}\". {}", fact,
                                                   near.empty() ? Phrase::of("Name one as context/name.")
                                                                : Phrase::of("Did you mean \"{}\"?", near)));
}

} // namespace factline::picture
