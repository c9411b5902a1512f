// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::cpp {

/// A service in C++20 on librdkafka and libpq: appends, relays and consumes for one context.
extern const Target target;

} // namespace factline::generate::cpp
