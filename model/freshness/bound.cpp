// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "freshness/arrival.h"
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

struct Spent {
    double alpha = 0;
    double time = 0;
};

Spent atPrice(const Split& split, double lnPrice) {
    Spent spent{0, split.rest};
    for (const Distribution* hop : split.open) {
        const double z = zAtPrice(std::get<Quantiles>(hop->varying), lnPrice);
        const double alpha = normalShare(-z);
        spent.alpha += alpha;
        spent.time += hop->quantile(1 - alpha);
    }
    return spent;
}

constexpr double cheapest = -200, dearest = 900;

/// The bound of one way at 1 - alpha by the best split.
double bestOf(const Split& split, double alpha) {
    if (split.open.empty()) return split.rest;
    if (split.open.size() == 1) return split.rest + split.open.front()->quantile(1 - alpha);
    double low = cheapest, high = dearest;
    for (int i = 0; i < 70; ++i) {
        const double middle = (low + high) / 2;
        (atPrice(split, middle).alpha > alpha ? low : high) = middle;
    }
    double time = split.rest, sum = 0;
    std::vector<double> parts;
    parts.reserve(split.open.size());
    for (const Distribution* hop : split.open) {
        parts.push_back(normalShare(-zAtPrice(std::get<Quantiles>(hop->varying), high)));
        sum += parts.back();
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double part = sum > 0 ? parts[i] * alpha / sum : alpha / static_cast<double>(parts.size());
        time += split.open[i]->quantile(1 - part);
    }
    return time;
}

double equalOf(const Split& split, double each) {
    double time = split.rest;
    for (const Distribution* hop : split.open)
        time += hop->quantile(1 - each);
    return time;
}

/// The alpha that one way needs to be done within x.
double riskOf(const Split& split, double x) {
    if (split.rest > x) return 1;
    if (split.open.empty()) return 0;
    if (split.open.size() == 1) return 1 - split.open.front()->share(x - split.rest);
    double low = cheapest, high = dearest;
    for (int i = 0; i < 70; ++i) {
        const double middle = (low + high) / 2;
        (atPrice(split, middle).time < x ? low : high) = middle;
    }
    return std::min(1.0, atPrice(split, low).alpha);
}

/// The smallest x for which the ways together spend no more than alpha.
double bestOfWays(const std::vector<Split>& ways, double alpha) {
    double high = 0;
    for (const Split& way : ways)
        high = std::max(high, bestOf(way, alpha / static_cast<double>(ways.size())));
    double low = 0;
    for (int i = 0; i < 60 && high - low > 1e-12 * high; ++i) {
        const double middle = (low + high) / 2;
        double spent = 0;
        for (const Split& way : ways)
            spent += riskOf(way, middle);
        (spent > alpha ? low : high) = middle;
    }
    return high;
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
    std::vector<Split> ways;
    ways.reserve(arrival.ways.size());
    for (const auto& way : arrival.ways)
        ways.emplace_back(way);
    Guaranteed made{.equalSplit = equalSplitBound(arrival, q)};
    made.optimal = made.equalSplit;
    if (ways.empty()) {
        made.optimal = std::min(made.equalSplit, bestOf(shared, alpha));
    } else if (shared.open.empty()) {
        made.optimal = std::min(made.equalSplit, shared.rest + bestOfWays(ways, alpha));
    } else {
        const auto at = [&](double part) {
            return bestOf(shared, alpha * part) + bestOfWays(ways, alpha * (1 - part));
        };
        double low = 1e-3, high = 1 - 1e-3; // golden section: the sum is convex where both tails are
        constexpr double golden = 0.6180339887498949;
        for (int i = 0; i < 22; ++i) {
            const double a = high - golden * (high - low), b = low + golden * (high - low);
            (at(a) < at(b) ? high : low) = at(a) < at(b) ? b : a;
        }
        made.optimal = std::min(made.equalSplit, at((low + high) / 2));
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
