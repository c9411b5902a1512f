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

} // namespace factline::generate::postgresql
