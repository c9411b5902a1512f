// SPDX-License-Identifier: Apache-2.0
#include "freshness/untold.h"

namespace factline::freshness {

Phrase untold(const Ref& fact) {
    if (fact.empty()) return Phrase::of("which fact it shows");
    return Phrase::of("by which event a change of {} reaches it", toString(fact));
}

} // namespace factline::freshness
