// SPDX-License-Identifier: Apache-2.0
#include "freshness/untold.h"

namespace factline::freshness {

std::string untold(const Ref& fact) {
    if (fact.empty()) return "which fact it shows";
    return "by which event a change of " + toString(fact) + " reaches it";
}

} // namespace factline::freshness
