// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::asyncapi {

/// What a context sends and receives, as AsyncAPI 3.0.
extern const Target target;

} // namespace factline::generate::asyncapi
