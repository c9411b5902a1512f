// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "domain/lookup.h"
#include "generate/file.h"
#include "generate/names.h"

namespace factline::generate::cpp {

/// Collects the C++ structs for events and the value objects that they use, in an order in which each is
/// defined before it is used, one namespace for each publishing context.
class EventTypes {
public:
    /// Two names that meet in the code are told in `notes`.
    EventTypes(const Lookup& lookup, std::vector<Omission>& notes)
        : m_lookup(lookup)
        , m_notes(notes) {}

    /// The name of a struct, and the namespace below `events::` that it is in.
    struct Name {
        std::string space;
        std::string type;
    };

    /// The struct of an event, added on first use.
    Name eventStruct(const Context& publisher, const Event& event);

    /// `publishers` of cpp/events.h.mustache: [{namespace, structs: [...]}].
    nlohmann::ordered_json publishers() const;

private:
    struct Publisher {
        std::string space;
        NameScope names;
        nlohmann::ordered_json structs = nlohmann::ordered_json::array();
    };
    Publisher& publisher(const std::string& context);
    std::string spaceOf(const std::string& context) { return publisher(context).space; }
    std::string typeOf(const PayloadType& type, const std::string& context, int depth);
    std::string namedType(const std::string& name, const std::string& context, int depth);
    nlohmann::ordered_json fieldsOf(const ElementKey& owner, const std::vector<PayloadField>& fields,
                                    const std::string& context, int depth);
    std::string noted(NameScope::Taken taken, const ElementKey& element, const std::string& field = {});
    static nlohmann::ordered_json structData(const std::string& name, const std::string& comment,
                                             nlohmann::ordered_json fields);

    const Lookup& m_lookup;
    std::vector<Omission>& m_notes;
    NameScope m_spaces;
    std::vector<std::string> m_order; ///< contexts in the order of first use
    std::map<std::string, Publisher> m_publishers;
    std::map<const Event*, std::string> m_events;
    std::map<const TypeDefinition*, std::string> m_types; ///< empty while its fields are being looked at
};

} // namespace factline::generate::cpp
