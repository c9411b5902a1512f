// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compare/pairing.h"

namespace factline::compare {

/// The model before, with every reference saying what its target is called after: what then still differs is
/// a change of its own. Names themselves are as they were.
Model withNewNames(const Lookup& before, const Pairing& pairs);

} // namespace factline::compare
