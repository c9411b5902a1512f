// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace factline::contract {

/// The language as a JSON Schema (draft 2020-12), for editors that complete and check: it accepts what the
/// reader reads without a problem, except for what a schema cannot say (keys given twice, the inside of
/// payload types, dates and durations out of range, which file a key may stand in).
nlohmann::ordered_json jsonSchema();

/// The language's reference page in Markdown: every mapping with its keys, forms, defaults and meanings.
std::string referencePage();

} // namespace factline::contract
