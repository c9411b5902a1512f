// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"

namespace factline::generate::reconcile {

/// The job that compares views with their owners and repairs them.
extern const Target target;

} // namespace factline::generate::reconcile
