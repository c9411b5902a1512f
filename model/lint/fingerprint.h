// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/finding.h"

namespace factline::lint {

/// What a finding is known by over time, 16 hexadecimal digits: its rule, element and claim, and the payload
/// field where it is about one. Neither lines nor words of the message count, so that it stays the same when
/// a model is moved, formatted or explained better. FNV-1a, 64 bits.
std::string fingerprint(const Finding& finding);

} // namespace factline::lint
