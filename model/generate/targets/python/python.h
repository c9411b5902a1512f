// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::python {

/// A service in Python on confluent-kafka and psycopg: appends, relays and consumes for one context.
extern const Target target;

} // namespace factline::generate::python
