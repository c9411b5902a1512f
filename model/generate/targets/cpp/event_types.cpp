// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/cpp/event_types.h"

#include <fmt/format.h>

#include "generate/object_of.h"

namespace factline::generate::cpp {

namespace {

using Json = nlohmann::ordered_json;

constexpr int deepest = 64; ///< value objects inside value objects; below it they stay JSON
constexpr const char* anything = "::consumer::Json";

} // namespace

std::string EventTypes::noted(NameScope::Taken taken, const ElementKey& element, const std::string& field) {
    if (!taken.clash.empty())
        m_notes.push_back({element, "cpp",
                           field.empty() ? taken.clash : Phrase::of("its field `{}`: {}", field, taken.clash),
                           true});
    return std::move(taken.identifier);
}

EventTypes::Publisher& EventTypes::publisher(const std::string& context) {
    const auto [found, isNew] = m_publishers.try_emplace(context);
    if (isNew) {
        found->second.space =
            noted(m_spaces.take(snakeIdentifier(context), context), {ElementKind::Context, context});
        m_order.push_back(context);
    }
    return found->second;
}

EventTypes::Name EventTypes::eventStruct(const Context& publishing, const Event& event) {
    Publisher& home = publisher(publishing.name);
    const auto [found, isNew] = m_events.try_emplace(&event);
    if (isNew) {
        const ElementKey key = keyOf(ElementKind::Event, publishing.name, event.name);
        found->second = noted(home.names.take(pascalIdentifier(event.name), event.name), key);
        auto fields = fieldsOf(key, event.payload, publishing.name, 0);
        home.structs.push_back(structData(
            found->second,
            fmt::format("{}/{}, version {}. {}", publishing.name, event.name, event.version, event.means),
            std::move(fields)));
    }
    return {home.space, found->second};
}

Json EventTypes::publishers() const {
    Json result = Json::array();
    for (const std::string& context : m_order) {
        const Publisher& publisher = m_publishers.at(context);
        Json structs = publisher.structs;
        for (Json& entry : structs)
            entry["namespace"] = publisher.space;
        result.push_back(objectOf({{"namespace", publisher.space}, {"structs", std::move(structs)}}));
    }
    return result;
}

Json EventTypes::structData(const std::string& name, const std::string& comment, Json fields) {
    return objectOf({{"name", name}, {"comment", commentText(comment)}, {"fields", std::move(fields)}});
}

Json EventTypes::fieldsOf(const ElementKey& owner, const std::vector<PayloadField>& fields,
                          const std::string& context, int depth) {
    NameScope members;
    Json result = Json::array();
    for (const PayloadField& field : fields) {
        const std::string bare = typeOf(field.type, context, depth);
        // A field that came with a later version is missing in what was written before.
        const bool optional = field.optional || field.since.value_or(1) > 1;
        const std::string member =
            noted(members.take(memberIdentifier(field.name), field.name), owner, field.name);
        Json data = objectOf({{"type", optional ? fmt::format("std::optional<{}>", bare) : bare},
                              {"bare", bare},
                              {"optional", optional},
                              {"reader", optional ? "optional" : "required"},
                              {"member", member},
                              {"literal", cppLiteral(field.name)},
                              {"comment", commentText(field.means)},
                              {"options", Json::array()}});
        if (field.means.empty()) data["comment"] = false;
        if (field.type.kind == PayloadType::Kind::Enum) {
            std::string list;
            for (const std::string& option : field.type.options)
                list += (list.empty() ? " " : ", ") + cppLiteral(option);
            data["options"].push_back(objectOf({{"list", '{' + list + " }"}}));
        }
        result.push_back(std::move(data));
    }
    return result;
}

std::string EventTypes::typeOf(const PayloadType& type, const std::string& context, int depth) {
    switch (type.kind) {
    case PayloadType::Kind::String:
    case PayloadType::Kind::Enum:
        return "std::string";
    case PayloadType::Kind::Integer:
        return "std::int32_t";
    case PayloadType::Kind::Long:
        return "std::int64_t";
    case PayloadType::Kind::Decimal:
        return "::consumer::Decimal";
    case PayloadType::Kind::Boolean:
        return "bool";
    case PayloadType::Kind::Uuid:
        return "::consumer::Uuid";
    case PayloadType::Kind::Date:
        return "::consumer::Date";
    case PayloadType::Kind::Timestamp:
        return "::consumer::Timestamp";
    case PayloadType::Kind::TimeSpan:
        return "::consumer::TimeSpan";
    case PayloadType::Kind::Bytes:
        return "::consumer::Bytes";
    case PayloadType::Kind::List:
    case PayloadType::Kind::Map: {
        // std::vector<bool> is no vector of bool: its elements stay JSON
        const std::string inner = type.of.empty() || type.of.front().kind == PayloadType::Kind::Boolean
                                      ? anything
                                      : typeOf(type.of.front(), context, depth);
        return fmt::format(fmt::runtime(type.kind == PayloadType::Kind::List ? "std::vector<{}>"
                                                                             : "std::map<std::string, {}>"),
                           inner);
    }
    case PayloadType::Kind::Named:
        return namedType(type.name, context, depth);
    }
    return anything;
}

/// The struct of a value object; JSON where it is declared nowhere, nested too deep, or contains itself.
std::string EventTypes::namedType(const std::string& name, const std::string& context, int depth) {
    const TypeDefinition* type = m_lookup.findType({context, name});
    if (!type || depth > deepest) return anything;
    const auto [found, isNew] = m_types.try_emplace(type);
    if (isNew) {
        Publisher& home = publisher(context);
        const ElementKey key = keyOf(ElementKind::Type, context, name);
        auto fields = fieldsOf(key, type->fields, context, depth + 1);
        found->second = noted(home.names.take(pascalIdentifier(name), name), key);
        home.structs.push_back(structData(found->second, fmt::format("{}/{}, a value object.", context, name),
                                          std::move(fields)));
    }
    if (found->second.empty()) return anything;
    return fmt::format("::events::{}::{}", spaceOf(context), found->second);
}

} // namespace factline::generate::cpp
