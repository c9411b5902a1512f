// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/element.h"

namespace factline::freshness {

/// What nobody says where a promised view is never reached by the fact it shows (empty: it shows none): "by
/// which event a change of orders/order reaches it", to follow "Nobody says".
Phrase untold(const Ref& fact);

} // namespace factline::freshness
