// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::openslo {

/// The promises of one context as OpenSLO v1.
extern const Target target;

} // namespace factline::generate::openslo
