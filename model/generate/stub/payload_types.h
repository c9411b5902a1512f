// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "domain/lookup.h"
#include "generate/file.h"
#include "generate/names.h"
#include "generate/stub/dialect.h"

namespace factline::generate::stub {

/// Collects the types of events and of the value objects that they use, each behind those it is made of, in
/// one scope: where two contexts give the same name, the later one has its context's name in front.
class PayloadTypes {
public:
    /// Two names that meet in the code are told in `notes`.
    PayloadTypes(const Lookup& lookup, const Dialect& dialect, std::vector<Omission>& notes)
        : m_lookup(lookup)
        , m_dialect(dialect)
        , m_notes(notes) {}

    /// The name of an event's type, added on first use.
    std::string eventType(const Context& publisher, const Event& event);

    /// [{name, comment, fields: [{type, decode, optional, member, literal, comment}], empty}]
    nlohmann::ordered_json types() && { return std::move(m_types); }

private:
    std::string take(const std::string& context, const std::string& name, const ElementKey& element);
    void add(const std::string& name, const std::string& comment, nlohmann::ordered_json fields);
    nlohmann::ordered_json fieldsOf(const ElementKey& owner, const std::vector<PayloadField>& fields,
                                    const std::string& context, int depth);
    TypeText textOf(const PayloadType& type, const std::string& context, int depth);
    TypeText named(const std::string& name, const std::string& context, int depth);

    const Lookup& m_lookup;
    const Dialect& m_dialect;
    std::vector<Omission>& m_notes;
    NameScope m_names;
    std::map<std::string, std::string> m_owners; ///< type -> the context that has it
    std::map<const Event*, std::string> m_events;
    std::map<const TypeDefinition*, std::string> m_objects; ///< empty while its fields are being looked at
    nlohmann::ordered_json m_types = nlohmann::ordered_json::array();
};

} // namespace factline::generate::stub
