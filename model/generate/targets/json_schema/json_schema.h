// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::json_schema {

/// A JSON Schema for each event of a context.
extern const Target target;

} // namespace factline::generate::json_schema
