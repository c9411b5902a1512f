// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::go {

/// A service in Go on franz-go and pgx: appends, relays and consumes for one context.
extern const Target target;

} // namespace factline::generate::go
