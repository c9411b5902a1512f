// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>
#include <vector>

namespace factline::freshness {

/// Anything between 0 and `width` is as likely: the wait for a poll or the end of a window.
struct Uniform {
    double width = 0;
    bool operator==(const Uniform&) const = default;
};

/// ln Q is linear in z between the declared quantiles, and goes on so past them.
struct Quantiles {
    struct Point {
        double z = 0; ///< of the share
        double ln = 0;
        bool operator==(const Point&) const = default;
    };
    std::vector<Point> points; ///< two or more, rising in z, not falling in ln
    std::optional<double> max; ///< nothing takes longer
    bool operator==(const Quantiles&) const = default;
};

/// The wait for the next run of a schedule, from a moment that is as likely as any other.
struct Waiting {
    struct Gap {
        double length = 0;
        double count = 0;
        bool operator==(const Gap&) const = default;
    };
    std::vector<Gap> gaps; ///< between runs, rising, each length once
    bool operator==(const Waiting&) const = default;
};

/// How long one hop takes, in seconds: a part that is always the same, and one that varies.
struct Distribution {
    double shift = 0;                                                  ///< the fixed part
    std::variant<std::monostate, Uniform, Quantiles, Waiting> varying; ///< monostate: nothing varies
    double declaredUpTo = 1;   ///< the last share that somebody declared; past it the shape is assumed
    bool ratioAssumed = false; ///< p50 was taken as a quarter of p99
    bool operator==(const Distribution&) const = default;

    bool varies() const { return varying.index() != 0; }
    /// Share of changes that take at most x.
    double share(double x) const;
    /// The time within which the share u (0 to 1) is done; infinite at 1 where nothing bounds it.
    double quantile(double u) const;
    /// quantile(normalShare(z)): many times as quick for what its quantiles give.
    double quantileAtZ(double z) const;
    double mean() const;
    double meanBelow(double x) const; ///< E[X; X <= x]
    double min() const;
    std::optional<double> max() const; ///< nothing where nothing bounds it
    /// The same without the fixed part.
    Distribution varyingPart() const;
};

Distribution fixed(double seconds);
Distribution uniform(double width, double shift = 0);
/// mu = ln p50, sigma = ln(p99/p50) / z99. p50 is taken as at least a thousandth of p99.
Distribution lognormal(double p50, double p99);
/// Through p50, p99 and, where given, p99.9; never above max.
Distribution quantiles(std::optional<double> p50, double p99, std::optional<double> p999,
                       std::optional<double> max);
/// The wait for the next run, then `run`. `gaps` in any order.
Distribution waiting(std::vector<double> gaps, double run = 0);

/// Every time multiplied by a factor above 0, the fixed part too.
Distribution scaled(const Distribution& distribution, double factor);

/// Numbers that are the same exactly for the same distribution.
void appendKey(std::vector<double>& key, const Distribution& distribution);

} // namespace factline::freshness
