// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::cloudevents {

/// The headers of a context's events as CloudEvents 1.0, with an example of each.
extern const Target target;

} // namespace factline::generate::cloudevents
