// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::cpp {

/// A consumer process in C++20 on librdkafka and libpq, one for each context that consumes.
extern const Target target;

} // namespace factline::generate::cpp
