// SPDX-License-Identifier: Apache-2.0
#include "freshness/normal.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace factline::freshness {

namespace {

/// Acklam's approximation for u <= 0.5, relative error 1.15e-9.
double approximately(double u) {
    if (u < 0.02425) {
        const double q = std::sqrt(-2 * std::log(u));
        return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q -
                  2.549732539343734e+00) *
                     q +
                 4.374664141464968e+00) *
                    q +
                2.938163982698783e+00) /
               ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q +
                 3.754408661907416e+00) *
                    q +
                1);
    }
    const double q = u - 0.5;
    const double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
              1.383577518672690e+02) *
                 r -
             3.066479806614716e+01) *
                r +
            2.506628277459239e+00) *
           q /
           (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
              6.680131188771972e+01) *
                 r -
             1.328068155288572e+01) *
                r +
            1);
}

} // namespace

double normalDensity(double z) {
    return std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
}

double normalShare(double z) {
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normalQuantile(double u) {
    if (u <= 0) return -std::numeric_limits<double>::infinity();
    if (u >= 1) return std::numeric_limits<double>::infinity();
    if (u > 0.5) return -normalQuantile(1 - u);
    const double z = approximately(u);
    const double step = (normalShare(z) - u) / normalDensity(z);
    return z - step / (1 + z * step / 2);
}

} // namespace factline::freshness
