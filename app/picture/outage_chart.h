// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freshness/outage_course.h"
#include "picture/chart.h"

namespace factline::picture {

/// How an outage goes: by how much readers are behind, with the promise as a line and what is past it filled,
/// and below it what waits, over the same time.
Chart outageChart(const freshness::ContextOutage& outage, const QSizeF& size);

} // namespace factline::picture
