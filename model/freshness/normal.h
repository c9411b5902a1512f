// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace factline::freshness {

/// z at 99 % of the standard normal distribution.
inline constexpr double z99 = 2.3263478740408408;

/// Density of the standard normal distribution.
double normalDensity(double z);
/// Share of the standard normal distribution up to z; exact to the last digits in both tails.
double normalShare(double z);
/// The z up to which the share `u` lies, 0 < u < 1. Acklam's rational approximation with one step of Halley,
/// relative error about 1e-15.
double normalQuantile(double u);

} // namespace factline::freshness
