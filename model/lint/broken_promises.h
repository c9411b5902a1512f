// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lint/report.h"
#include "lint/survey.h"

namespace factline::lint {

/// Reports, once for each view, the worst change for which its promise has this verdict. Where another change
/// makes it worse still, that one is told instead, by its own rule.
void reportBrokenPromises(freshness::Verdict verdict, const Survey& survey, Report& report);

} // namespace factline::lint
