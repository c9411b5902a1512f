// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::debezium {

/// A Debezium connector that publishes the outbox of a context, with what its database needs for it.
extern const Target target;

} // namespace factline::generate::debezium
