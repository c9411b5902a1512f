// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "freshness/arrival.h"
#include "freshness/crossing.h"
#include "freshness/normal.h"

namespace factline::freshness {

namespace {

using Hops = std::vector<Distribution>;

/// The unbounded hops of one way, and the maxima of the others.
struct Split {
    std::vector<const Distribution*> open;
    double rest = 0;

    explicit Split(const Hops& hops) {
        for (const auto& hop : hops)
            if (const auto max = hop.max())
                rest += *max;
            else
                open.push_back(&hop);
    }
};

/// The z at which one more unit of alpha buys less than the price e^lnPrice of time: dQ/dalpha = Q'(z)/phi(z)
/// rises with z, and its logarithm is a parabola on each piece.
double zAtPrice(const Quantiles& q, double lnPrice) {
    for (std::size_t i = 0; i + 1 < q.points.size(); ++i) {
        const auto &a = q.points[i], &b = q.points[i + 1];
        const bool last = i + 2 == q.points.size();
        const double slope = (b.ln - a.ln) / (b.z - a.z);
        if (slope <= 0) {
            if (last) return 40; // no tail at all
            continue;
        }
        const double start = a.ln - slope * a.z;
        const double constant =
            start + std::log(slope) + std::log(2 * std::numbers::pi) / 2 - lnPrice; // + slope z + z^2/2 = 0
        const double root = slope * slope - 2 * constant;
        const double z = root <= 0 ? -slope : -slope + std::sqrt(root);
        if (last || z <= b.z) return std::clamp(i == 0 ? z : std::max(z, a.z), -8.0, 40.0);
    }
    return 40;
}

constexpr double cheapest = -200, dearest = 900; ///< ln of prices
constexpr double hardlyAny = 1e-300;             ///< of alpha, or of a second: so that there is a logarithm

/// The alpha that all hops spend at a price.
double alphaAt(const Split& split, double lnPrice) {
    double alpha = 0;
    for (const Distribution* hop : split.open)
        alpha += normalShare(-zAtPrice(std::get<Quantiles>(hop->varying), lnPrice));
    return alpha;
}

/// The time that they take then.
double timeAt(const Split& split, double lnPrice) {
    double time = split.rest;
    for (const Distribution* hop : split.open)
        time += hop->quantileAtZ(zAtPrice(std::get<Quantiles>(hop->varying), lnPrice));
    return time;
}

/// The price at which `value`, whose logarithm is nearly a line, crosses what is wanted: just below it and
/// just above.
template<typename Value>
std::pair<double, double> priceOf(const Value& falling) {
    const auto ends = crossing(0.0, falling(cheapest), dearest - cheapest, falling(dearest), 1e-13,
                               [&](double above) { return falling(cheapest + above); });
    return {cheapest + ends.first, cheapest + ends.second};
}

/// The price at which hops spend this alpha.
double priceOfAlpha(const Split& split, double alpha) {
    return priceOf([&](double lnPrice) {
               return std::log(std::max(hardlyAny, alphaAt(split, lnPrice))) -
                      std::log(std::max(hardlyAny, alpha));
           })
        .second;
}

/// The time at 1 - alpha, with the alpha split as it is at a price.
double timeOf(const Split& split, double alpha, double lnPrice) {
    double time = split.rest, sum = 0;
    std::vector<double> parts;
    parts.reserve(split.open.size());
    for (const Distribution* hop : split.open) {
        parts.push_back(normalShare(-zAtPrice(std::get<Quantiles>(hop->varying), lnPrice)));
        sum += parts.back();
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double part = sum > 0 ? parts[i] * alpha / sum : alpha / static_cast<double>(parts.size());
        time += split.open[i]->quantile(1 - part);
    }
    return time;
}

/// The bound of one way at 1 - alpha by the best split.
double bestOf(const Split& split, double alpha) {
    if (split.open.empty()) return split.rest;
    if (split.open.size() == 1) return split.rest + split.open.front()->quantile(1 - alpha);
    return timeOf(split, alpha, priceOfAlpha(split, alpha));
}

double equalOf(const Split& split, double each) {
    double time = split.rest;
    for (const Distribution* hop : split.open)
        time += hop->quantile(1 - each);
    return time;
}

/// The price at which hops are done within x, or just before.
double priceWithin(const Split& split, double x) {
    return priceOf([&](double lnPrice) {
               return std::log(std::max(hardlyAny, x)) -
                      std::log(std::max(hardlyAny, timeAt(split, lnPrice)));
           })
        .first;
}

/// The alpha that one way needs to be done within x.
double riskOf(const Split& split, double x) {
    if (split.rest > x) return 1;
    if (split.open.empty()) return 0;
    if (split.open.size() == 1) return 1 - split.open.front()->share(x - split.rest);
    return std::min(1.0, alphaAt(split, priceWithin(split, x)));
}

/// Ways that are alike, once.
struct Ways {
    Split split;
    double count = 1;
};

std::vector<Ways> waysOf(const Arrival& arrival) {
    std::vector<Ways> ways;
    std::vector<const Hops*> seen;
    for (const Hops& hops : arrival.ways) {
        const auto same = std::ranges::find_if(seen, [&](const Hops* other) { return *other == hops; });
        if (same != seen.end()) {
            ways[static_cast<std::size_t>(same - seen.begin())].count += 1;
            continue;
        }
        seen.push_back(&hops);
        ways.push_back({Split(hops)});
    }
    return ways;
}

/// The smallest x for which the ways together spend no more than alpha.
double bestOfWays(const std::vector<Ways>& ways, double alpha) {
    double high = 0, count = 0;
    for (const Ways& alike : ways)
        count += alike.count;
    for (const Ways& alike : ways)
        high = std::max(high, bestOf(alike.split, alpha / count));
    const auto left = [&](double x) {
        double spent = 0;
        for (const Ways& alike : ways)
            spent += alike.count * riskOf(alike.split, x);
        return spent - alpha;
    };
    const double atHigh = left(high);
    return atHigh >= 0 ? high : crossing(0.0, left(0), high, atHigh, 1e-12, left).second;
}

/// Whether a tail grows flatter past a declared share: then prices jump, and several splits may be best.
bool growsFlatter(const Split& split) {
    return std::ranges::any_of(split.open, [](const Distribution* hop) {
        const auto& points = std::get<Quantiles>(hop->varying).points;
        double before = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const double slope = (points[i + 1].ln - points[i].ln) / (points[i + 1].z - points[i].z);
            if (slope < before) return true;
            before = slope;
        }
        return false;
    });
}

/// The least value between two ends by golden section: a sum of tails is convex where both are.
template<typename Function>
double leastOf(const Function& function, double low, double high) {
    constexpr double golden = 0.6180339887498949;
    double a = high - golden * (high - low), b = low + golden * (high - low);
    double atA = function(a), atB = function(b);
    for (int i = 0; i < 22; ++i)
        if (atA < atB) {
            high = b;
            b = a;
            atB = atA;
            a = high - golden * (high - low);
            atA = function(a);
        } else {
            low = a;
            a = b;
            atA = atB;
            b = low + golden * (high - low);
            atB = function(b);
        }
    return std::min(atA, atB);
}

/// The bound at 1 - alpha of hops that all ways share, and then the ways: best where a little more alpha buys
/// as much time in either. Every x that is looked at on the way gives a bound as well.
double bestOfAll(const Split& shared, const std::vector<Ways>& ways, double alpha) {
    double best = std::numeric_limits<double>::infinity();
    const auto gain =
        [&](double x) { // ln of what the shared hops would save by the ways' alpha, and the ways lose
            double spent = 0, perTime = 0;
            for (const Ways& alike : ways) {
                const double risk = riskOf(alike.split, x);
                spent += alike.count * risk;
                if (risk > 0 && !alike.split.open.empty())
                    perTime += alike.count * std::exp(-priceWithin(alike.split, x));
            }
            const double left = alpha - spent;
            if (left <= 0) return std::numeric_limits<double>::infinity();
            const double price = priceOfAlpha(shared, left);
            best = std::min(best, timeOf(shared, left, price) + x);
            return price + std::log(std::max(hardlyAny, perTime));
        };
    constexpr double least = 1e-3;
    const double low = bestOfWays(ways, alpha * (1 - least)), high = bestOfWays(ways, alpha * least);
    const double atLow = gain(low), atHigh = gain(high);
    if (atLow > 0 && atHigh < 0) crossing(low, atLow, high, atHigh, 1e-6, gain);
    const auto isFlatter = [](const Ways& alike) { return growsFlatter(alike.split); };
    if (!growsFlatter(shared) && std::ranges::none_of(ways, isFlatter)) return best;
    const auto byPart = [&](double part) {
        return bestOf(shared, alpha * part) + bestOfWays(ways, alpha * (1 - part));
    };
    return std::min(best, leastOf(byPart, least, 1 - least));
}

} // namespace

double equalSplitBound(const Arrival& arrival, double q) {
    const Split shared(arrival.shared);
    std::size_t open = shared.open.size();
    for (const auto& way : arrival.ways)
        open += Split(way).open.size();
    const double each = open == 0 ? 0 : (1 - q) / static_cast<double>(open);
    double longest = 0;
    for (const auto& way : arrival.ways)
        longest = std::max(longest, equalOf(Split(way), each));
    return equalOf(shared, each) + longest;
}

Guaranteed guaranteed(const Arrival& arrival, double q) {
    const double alpha = 1 - q;
    const Split shared(arrival.shared);
    const auto ways = waysOf(arrival);
    Guaranteed made{.equalSplit = equalSplitBound(arrival, q)};
    made.optimal = made.equalSplit;
    if (ways.empty()) {
        made.optimal = std::min(made.equalSplit, bestOf(shared, alpha));
    } else if (shared.open.empty()) {
        made.optimal = std::min(made.equalSplit, shared.rest + bestOfWays(ways, alpha));
    } else {
        made.optimal = std::min(made.equalSplit, bestOfAll(shared, ways, alpha));
    }
    return made;
}

double riskWithin(const std::vector<Distribution>& hops, double x) {
    return riskOf(Split(hops), x);
}

double impossibleBelow(const Arrival& arrival, double q) {
    const auto ofHops = [&](const Hops& hops, const Hops& others) {
        double minima = 0;
        for (const auto& hop : hops)
            minima += hop.min();
        for (const auto& hop : others)
            minima += hop.min();
        double slowest = minima;
        for (const Hops* list : {&hops, &others})
            for (const auto& hop : *list)
                slowest = std::max(slowest, minima - hop.min() + hop.quantile(q));
        return slowest;
    };
    double slowest = ofHops(arrival.shared, {});
    for (const auto& way : arrival.ways)
        slowest = std::max(slowest, ofHops(arrival.shared, way));
    return slowest;
}

} // namespace factline::freshness
