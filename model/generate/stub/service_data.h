// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "generate/stub/dialect.h"
#include "generate/stub/payload_types.h"
#include "generate/wire.h"

namespace factline::generate::stub {

/// The views and policies of a context with what each reads: [{name, class, member, file, methods, topics,
/// streams, declared, inputs, ...}]. Types that they need are added to `types`.
nlohmann::ordered_json consumersData(const Request& request, const Dialect& dialect,
                                     const std::vector<ConsumerPlan>& plans, PayloadTypes& types,
                                     std::vector<Omission>& notes);

/// The events that the context appends to its outbox: [{constant, type, version, aggregatetype, key,
/// comment}].
nlohmann::ordered_json eventsData(const Dialect& dialect, const std::vector<Wire>& events,
                                  std::vector<Omission>& notes);

/// How often a relay looks for new rows, in milliseconds: as the model says, else 500.
long pollOf(const Context& context);

} // namespace factline::generate::stub
