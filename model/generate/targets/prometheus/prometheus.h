// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::prometheus {

/// What an application counts about its promises, and the rules that alert when they are being broken.
extern const Target target;

} // namespace factline::generate::prometheus
