// SPDX-License-Identifier: Apache-2.0
#include "freshness/journey.h"

#include <algorithm>
#include <map>
#include <utility>

namespace factline::freshness {

Arrival arrivalOf(const std::vector<Path>& paths, std::vector<const Step*>* steps) {
    Arrival arrival;
    const auto take = [&](std::vector<Distribution>& into, const Step& step) {
        into.push_back(step.distribution);
        if (steps) steps->push_back(&step);
    };
    if (paths.empty()) return arrival;
    std::size_t shared = paths.front().size();
    for (const Path& path : paths) {
        std::size_t same = 0;
        while (same < shared && same < path.size() && path[same].identity == paths.front()[same].identity)
            ++same;
        shared = same;
    }
    for (std::size_t i = 0; i < shared; ++i)
        take(arrival.shared, paths.front()[i]);
    if (paths.size() == 1) return arrival;
    for (const Path& path : paths) {
        auto& way = arrival.ways.emplace_back();
        for (std::size_t i = shared; i < path.size(); ++i)
            take(way, path[i]);
    }
    return arrival;
}

Journey journeyOf(const std::vector<Path>& paths, const Path& further) {
    Journey made;
    made.arrival = arrivalOf(paths, &made.hops);
    auto at = static_cast<std::ptrdiff_t>(made.arrival.shared.size());
    for (const Step& step : further) {
        made.arrival.shared.push_back(step.distribution);
        made.hops.insert(made.hops.begin() + at++, &step);
    }
    std::map<std::string_view, std::vector<std::size_t>> same;
    for (std::size_t i = 0; i < made.hops.size(); ++i) {
        const Step& step = *made.hops[i];
        made.shrinkable.push_back(shrinkableOf(step.hop, step.distribution));
        same[step.identity].push_back(i);
        if (!step.missing.empty() && std::ranges::find(made.missing, step.missing) == made.missing.end())
            made.missing.push_back(step.missing);
    }
    for (std::size_t i = 0; i < made.hops.size(); ++i) {
        auto list = same[made.hops[i]->identity];
        made.countsApart = made.countsApart || list.size() > 1;
        std::iter_swap(list.begin(), std::ranges::find(list, i));
        made.copies.push_back(std::move(list));
    }
    return made;
}

namespace {

Mend mendAt(const Journey& journey, const Answer& answer, std::size_t hop, std::optional<Hop> would) {
    const Step& step = *journey.hops[hop];
    return {step.from, step.to, step.identity, step.hop, answer.hops()[hop].budget, std::move(would)};
}

/// Hops by what they take at the objective, the longest first.
std::vector<std::size_t> longestFirst(const Answer& answer) {
    std::vector<std::size_t> order(answer.hops().size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t i) { return answer.hops()[i].budget; });
    return order;
}

/// The hop as it would have to be for the bound to hold.
std::optional<Hop> shrunkForBound(const Journey& journey, std::size_t hop, double q, double x) {
    return shrunkUntil(journey.shrinkable[hop], [&](const Distribution& now) {
        Arrival changed = journey.arrival;
        for (const std::size_t copy : journey.copies[hop])
            changed.hop(copy) = now;
        return guaranteed(changed, q).optimal <= x;
    });
}

} // namespace

std::optional<Mend> mendOf(const Journey& journey, const Answer& answer) {
    const auto order = longestFirst(answer);
    if (order.empty() || order.size() != journey.hops.size()) return std::nullopt;
    for (const std::size_t hop : order)
        if (const auto& would = answer.hops()[hop].would) return mendAt(journey, answer, hop, would);
    return mendAt(journey, answer, order.front(), std::nullopt);
}

std::optional<Mend> mendOfBound(const Journey& journey, const Answer& answer, double q, double x) {
    const auto order = longestFirst(answer);
    if (order.empty() || order.size() != journey.hops.size()) return std::nullopt;
    for (const std::size_t hop : order)
        if (auto would = shrunkForBound(journey, hop, q, x))
            return mendAt(journey, answer, hop, std::move(would));
    return mendAt(journey, answer, order.front(), std::nullopt);
}

std::optional<Hop> shrunkUntil(const Shrinkable& part,
                               const std::function<bool(const Distribution&)>& holds) {
    std::optional<Hop> found;
    double low = 0, high = holds(fixed(part.rest)) ? part.value : 0; // spares a search in vain
    while (high - low > 1e-4 * high && high > 1e-5) {
        const double middle = (low + high) / 2;
        auto hop = shrunk(part, middle);
        if (hop && holds(distributionOf(*hop).value())) {
            low = middle;
            found = std::move(hop);
        } else {
            high = middle;
        }
    }
    if (found) return found;
    const auto further = withItsWork(part);
    return further ? shrunkUntil(*further, holds) : std::nullopt;
}

} // namespace factline::freshness
