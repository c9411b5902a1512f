// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::kafka_topics {

/// The topics of a context as data.
extern const Target target;

} // namespace factline::generate::kafka_topics
