// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::grafana {

/// A dashboard that shows how the promises of one context are kept.
extern const Target target;

} // namespace factline::generate::grafana
