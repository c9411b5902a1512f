// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::java {

/// A service in Java on kafka-clients and JDBC: appends, relays and consumes for one context.
extern const Target target;

} // namespace factline::generate::java
