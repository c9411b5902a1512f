// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/target.h"
#include "generate/wire.h"

namespace factline::generate::postgresql {

/// The outbox and the consumer's tables of one context on PostgreSQL.
extern const Target target;

/// What the template postgresql/consumer.sql.mustache is filled with: also used by consumers in other
/// languages.
nlohmann::ordered_json consumerSchema(const Context& context, const std::vector<ConsumerPlan>& consumers);

/// The same for postgresql/outbox.sql.mustache; `events` are what outboxEvents gives.
nlohmann::ordered_json outboxSchema(const Request& request, const std::vector<Wire>& events);

} // namespace factline::generate::postgresql
