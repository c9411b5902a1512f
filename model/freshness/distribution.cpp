// SPDX-License-Identifier: Apache-2.0
#include "freshness/distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "freshness/normal.h"

namespace factline::freshness {

namespace {

template<typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template<typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

constexpr double infinite = std::numeric_limits<double>::infinity();

/// ln Q = ln a + slope z between two points; the outer pieces go on to infinity.
struct Piece {
    double from = 0, to = 0;
    double start = 0; ///< ln Q at z = 0
    double slope = 0;
};

Piece pieceAt(const Quantiles& q, std::size_t i) {
    const auto &a = q.points[i], &b = q.points[i + 1];
    const double slope = (b.ln - a.ln) / (b.z - a.z);
    Piece piece{a.z, b.z, a.ln - slope * a.z, slope};
    if (i == 0) piece.from = -infinite;
    if (i + 2 == q.points.size()) piece.to = infinite;
    return piece;
}

double atZ(const Quantiles& q, double z) {
    std::size_t i = 0;
    while (i + 2 < q.points.size() && z > q.points[i + 1].z)
        ++i;
    const Piece piece = pieceAt(q, i);
    const double ln = piece.slope == 0 ? piece.start : piece.start + piece.slope * z;
    return std::min(std::exp(ln), q.max.value_or(infinite));
}

/// The largest z whose quantile is at most x.
double zOf(const Quantiles& q, double x) {
    if (x <= 0) return -infinite;
    if (q.max && x >= *q.max) return infinite;
    const double ln = std::log(x);
    for (std::size_t i = q.points.size() - 1; i-- > 0;) {
        const Piece piece = pieceAt(q, i);
        if (i > 0 && ln < q.points[i].ln) continue;
        if (piece.slope == 0) {
            if (ln >= piece.start) return piece.to;
            return i == 0 ? -infinite : piece.from;
        }
        return std::min((ln - piece.start) / piece.slope, piece.to);
    }
    return -infinite;
}

/// The sum over pieces of the integral of exp(a + b z) phi(z) up to x, cut at max.
double meanOf(const Quantiles& q, double x = infinite) {
    double sum = 0;
    const bool toMax = q.max && x >= *q.max;
    const double cut = toMax ? zOf(q, *q.max * (1 - 1e-15)) : x < infinite ? zOf(q, x) : infinite;
    for (std::size_t i = 0; i + 1 < q.points.size(); ++i) {
        const Piece piece = pieceAt(q, i);
        const double from = piece.from, to = std::min(piece.to, cut);
        if (to <= from) continue;
        sum += std::exp(piece.start + piece.slope * piece.slope / 2) *
               (normalShare(to - piece.slope) - normalShare(from - piece.slope));
    }
    return toMax ? sum + *q.max * normalShare(-cut) : sum;
}

double total(const Waiting& w) {
    double sum = 0;
    for (const auto& gap : w.gaps)
        sum += gap.length * gap.count;
    return sum;
}

double shareOf(const Waiting& w, double x) {
    double sum = 0;
    for (const auto& gap : w.gaps)
        sum += std::min(x, gap.length) * gap.count;
    return sum / total(w);
}

double quantileOf(const Waiting& w, double u) {
    double left = u * total(w); // area still to cover
    double open = 0;            // gaps not yet passed
    for (const auto& gap : w.gaps)
        open += gap.count;
    double at = 0;
    for (const auto& gap : w.gaps) {
        const double area = open * (gap.length - at);
        if (left <= area) return at + left / open;
        left -= area;
        open -= gap.count;
        at = gap.length;
    }
    return w.gaps.back().length;
}

double meanOf(const Waiting& w, double x = infinite) {
    double sum = 0;
    for (const auto& gap : w.gaps)
        sum += std::pow(std::min(x, gap.length), 2) * gap.count;
    return sum / 2 / total(w);
}

} // namespace

double Distribution::share(double x) const {
    const double rest = x - shift;
    if (rest < 0) return 0;
    return std::visit(Overloaded{[](std::monostate) { return 1.0; },
                                 [&](const Uniform& u) { return std::min(1.0, rest / u.width); },
                                 [&](const Quantiles& q) { return normalShare(zOf(q, rest)); },
                                 [&](const Waiting& w) { return shareOf(w, rest); }},
                      varying);
}

double Distribution::quantile(double u) const {
    u = std::clamp(u, 0.0, 1.0);
    return shift + std::visit(Overloaded{[](std::monostate) { return 0.0; },
                                         [&](const Uniform& w) { return u * w.width; },
                                         [&](const Quantiles& q) {
                                             return u <= 0 ? 0.0
                                                           : (u >= 1 ? q.max.value_or(infinite)
                                                                     : atZ(q, normalQuantile(u)));
                                         },
                                         [&](const Waiting& w) { return quantileOf(w, u); }},
                              varying);
}

double Distribution::quantileAtZ(double z) const {
    const auto* quantiles = std::get_if<Quantiles>(&varying);
    return quantiles ? shift + atZ(*quantiles, z) : quantile(normalShare(z));
}

double Distribution::mean() const {
    return shift + std::visit(Overloaded{[](std::monostate) { return 0.0; },
                                         [](const Uniform& w) { return w.width / 2; },
                                         [](const auto& other) { return meanOf(other); }},
                              varying);
}

double Distribution::meanBelow(double x) const {
    const double rest = x - shift;
    if (rest < 0) return 0;
    return shift * share(x) + std::visit(Overloaded{[](std::monostate) { return 0.0; },
                                                    [&](const Uniform& u) {
                                                        const double end = std::min(rest, u.width);
                                                        return end * end / 2 / u.width;
                                                    },
                                                    [&](const auto& other) { return meanOf(other, rest); }},
                                         varying);
}

double Distribution::min() const {
    return shift;
}

std::optional<double> Distribution::max() const {
    if (const auto* q = std::get_if<Quantiles>(&varying); q && !q->max) return std::nullopt;
    return quantile(1);
}

Distribution Distribution::varyingPart() const {
    Distribution part = *this;
    part.shift = 0;
    return part;
}

Distribution fixed(double seconds) {
    return {.shift = seconds};
}

Distribution uniform(double width, double shift) {
    if (width <= 0) return fixed(shift);
    return {.shift = shift, .varying = Uniform{width}};
}

Distribution lognormal(double p50, double p99) {
    return quantiles(p50, p99, std::nullopt, std::nullopt);
}

Distribution quantiles(std::optional<double> p50, double p99, std::optional<double> p999,
                       std::optional<double> max) {
    if (p99 <= 0) return fixed(0);
    Distribution made;
    made.ratioAssumed = !p50;
    made.declaredUpTo = p999 ? 0.999 : 0.99;
    const double median = std::clamp(p50.value_or(p99 / 4), p99 / 1000, p99);
    Quantiles q{{{0, std::log(median)}, {z99, std::log(p99)}}, max};
    if (p999) q.points.push_back({normalQuantile(0.999), std::log(std::max(*p999, p99))});
    const bool alwaysTheSame = q.points.front().ln == q.points.back().ln;
    if (alwaysTheSame) return fixed(median);
    made.varying = std::move(q);
    return made;
}

Distribution waiting(std::vector<double> gaps, double run) {
    std::ranges::sort(gaps);
    Waiting made;
    for (const double gap : gaps) {
        if (gap <= 0) continue;
        if (made.gaps.empty() || made.gaps.back().length != gap) made.gaps.push_back({gap, 0});
        ++made.gaps.back().count;
    }
    if (made.gaps.empty()) return fixed(run);
    return {.shift = run, .varying = std::move(made)};
}

Distribution scaled(const Distribution& distribution, double factor) {
    Distribution made = distribution;
    made.shift *= factor;
    std::visit(Overloaded{[](std::monostate) {}, [&](Uniform& u) { u.width *= factor; },
                          [&](Quantiles& q) {
                              for (auto& point : q.points)
                                  point.ln += std::log(factor);
                              if (q.max) *q.max *= factor;
                          },
                          [&](Waiting& w) {
                              for (auto& gap : w.gaps)
                                  gap.length *= factor;
                          }},
               made.varying);
    return made;
}

void appendKey(std::vector<double>& key, const Distribution& distribution) {
    key.push_back(distribution.shift);
    key.push_back(static_cast<double>(distribution.varying.index()));
    key.push_back(distribution.declaredUpTo + (distribution.ratioAssumed ? 10 : 0));
    if (const auto* u = std::get_if<Uniform>(&distribution.varying)) key.push_back(u->width);
    if (const auto* q = std::get_if<Quantiles>(&distribution.varying)) {
        for (const auto& point : q->points)
            key.insert(key.end(), {point.z, point.ln});
        key.push_back(q->max.value_or(-1));
    }
    if (const auto* w = std::get_if<Waiting>(&distribution.varying))
        for (const auto& gap : w->gaps)
            key.insert(key.end(), {gap.length, gap.count});
    key.push_back(std::numeric_limits<double>::infinity());
}

} // namespace factline::freshness
