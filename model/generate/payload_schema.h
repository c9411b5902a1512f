// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "generate/names.h"
#include "generate/object_of.h"
#include "generate/target.h"

namespace factline::generate {

using OrderedJson = nlohmann::ordered_json;

/// Writes payloads as JSON Schema (what draft-07 and 2020-12 have in common), and the value objects that they
/// use once each, below one place of the document.
class PayloadSchemas {
public:
    /// `place` is where definitions() will stand: "#/$defs/".
    PayloadSchemas(const Lookup& lookup, std::string place)
        : m_lookup(lookup)
        , m_place(std::move(place)) {}

    OrderedJson payload(const Context& publisher, const Event& event);
    /// A name beside those of the value objects.
    std::string take(const std::string& wish) { return m_names.take(wish, wish).identifier; }
    /// The value objects that payloads referred to, by name; empty: none.
    OrderedJson definitions() const { return m_definitions; }

private:
    OrderedJson fields(const std::vector<PayloadField>& list, const std::string& context);
    bool holdsItself(const PayloadField& field, const std::string& context) const;
    OrderedJson type(const PayloadType& type, const std::string& context);

    const Lookup& m_lookup;
    std::string m_place;
    NameScope m_names;
    std::map<const TypeDefinition*, std::string> m_known;
    std::vector<const TypeDefinition*> m_open; ///< whose fields are being looked at
    OrderedJson m_definitions = OrderedJson::object();
};

/// A payload that fits the schema, the same each time; `nested` limits value objects in value objects.
OrderedJson samplePayload(const Lookup& lookup, const Context& publisher, const Event& event);

/// The aggregate id of a payload, as an outbox has it; "1" where the key is not declared.
std::string sampleKey(const Wire& wire, const OrderedJson& payload);

/// A file that is one JSON document, put through its template, which holds {{{document}}}.
Result<void> addDocument(const Request& request, const std::string& path, const char* source,
                         const OrderedJson& document, Output& output);

/// The context's events that go out on a channel, whatever the mechanism, in the order of the model. Those
/// that have none are added to `omitted`.
std::vector<Wire> eventsOnChannels(const Request& request, std::string_view target,
                                   std::vector<Omission>& omitted);

} // namespace factline::generate
