// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::typescript {

/// A service in TypeScript on @confluentinc/kafka-javascript and pg: appends, relays and consumes for one
/// context.
extern const Target target;

} // namespace factline::generate::typescript
