// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "generate/payload_schema.h"

namespace factline::generate {

/// The headers that a relay gives an event (CloudEvents 1.0, binary mode on Kafka), as JSON Schema.
/// `ce_type`, `ce_source` and `ce_schemaversion` are said by value.
OrderedJson headerSchema(const Wire& wire);

/// An example of them for a record with that key.
OrderedJson sampleHeaders(const Wire& wire, const std::string& key);

} // namespace factline::generate
