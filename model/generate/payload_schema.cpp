// SPDX-License-Identifier: Apache-2.0
#include "generate/payload_schema.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "generate/document_text.h"

namespace factline::generate {

namespace {

using Json = OrderedJson;
using Kind = PayloadType::Kind;

Json text(const char* format = nullptr) {
    Json result = objectOf({{"type", "string"}});
    if (format) result["format"] = format;
    return result;
}

template<typename Integer>
Json whole() {
    return objectOf({{"type", "integer"},
                     {"minimum", std::numeric_limits<Integer>::min()},
                     {"maximum", std::numeric_limits<Integer>::max()}});
}

/// A list of two, neither of them copied.
Json either(Json first, Json second) {
    Json list = Json::array();
    list.push_back(std::move(first));
    list.push_back(std::move(second));
    return list;
}

/// A decimal is text, so that no reader rounds it.
Json decimal(const PayloadType& type) {
    const int before = std::max(type.precision - type.scale, 1);
    std::string pattern = fmt::format("^-?[0-9]{{1,{}}}", before);
    if (type.scale > 0) pattern += fmt::format("([.][0-9]{{1,{}}})?", type.scale);
    return objectOf({{"type", "string"}, {"pattern", pattern + '$'}});
}

Json sample(const Lookup& lookup, const PayloadType& type, const std::string& context, int depth) {
    switch (type.kind) {
    case Kind::String:
        return "text";
    case Kind::Integer:
    case Kind::Long:
        return 1;
    case Kind::Decimal:
        return type.scale > 0 ? "1." + std::string(type.scale, '5') : "1";
    case Kind::Boolean:
        return true;
    case Kind::Uuid:
        return "0b0c8a2e-7b3c-4f6e-9d1a-2f4f5c6d7e8f";
    case Kind::Date:
        return "2026-03-01";
    case Kind::Timestamp:
        return "2026-03-01T12:00:00.123456Z";
    case Kind::TimeSpan:
        return "PT30S";
    case Kind::Bytes:
        return "AQID";
    case Kind::Enum:
        return type.options.empty() ? Json("text") : Json(type.options.front());
    case Kind::List:
        if (depth > 3 || type.of.empty()) return Json::array();
        return Json::array({sample(lookup, type.of.front(), context, depth + 1)});
    case Kind::Map:
        if (depth > 3 || type.of.empty()) return Json::object();
        return Json{{"a", sample(lookup, type.of.front(), context, depth + 1)}};
    case Kind::Named: {
        Json value = Json::object();
        const TypeDefinition* definition = lookup.findType({context, type.name});
        if (!definition || depth > 6) return value;
        for (const PayloadField& field : definition->fields)
            if (!field.optional) value[field.name] = sample(lookup, field.type, context, depth + 1);
        return value;
    }
    }
    return nullptr;
}

} // namespace

Json PayloadSchemas::payload(const Context& publisher, const Event& event) {
    return fields(event.payload, publisher.name);
}

/// Whether it asks for a value of a type inside a value of that type: no value would have an end.
bool PayloadSchemas::holdsItself(const PayloadField& field, const std::string& context) const {
    return field.type.kind == Kind::Named && !field.optional &&
           std::ranges::find(m_open, m_lookup.findType({context, field.type.name})) != m_open.end();
}

Json PayloadSchemas::fields(const std::vector<PayloadField>& list, const std::string& context) {
    Json properties = objectFor(list.size());
    Json required = Json::array();
    for (const PayloadField& field : list) {
        Json schema = holdsItself(field, context) ? Json::object() : type(field.type, context);
        if (!field.means.empty()) {
            // Beside a reference draft-07 reads nothing.
            if (schema.contains("$ref")) schema = Json{{"allOf", Json::array({schema})}};
            schema["description"] = field.means;
        }
        if (field.optional)
            schema = objectOf({{"anyOf", either(std::move(schema), objectOf({{"type", "null"}}))}});
        else if (!properties.contains(field.name))
            required.push_back(field.name);
        properties[field.name] = std::move(schema);
    }
    Json result = objectFor(3);
    result["type"] = "object";
    if (!properties.empty()) result["properties"] = std::move(properties);
    if (!required.empty()) result["required"] = std::move(required);
    return result;
}

Json PayloadSchemas::type(const PayloadType& type, const std::string& context) {
    switch (type.kind) {
    case Kind::String:
        return text();
    case Kind::Integer:
        return whole<std::int32_t>();
    case Kind::Long:
        return whole<std::int64_t>();
    case Kind::Decimal:
        return decimal(type);
    case Kind::Boolean:
        return objectOf({{"type", "boolean"}});
    case Kind::Uuid:
        return text("uuid");
    case Kind::Date:
        return text("date");
    case Kind::Timestamp:
        return text("date-time");
    case Kind::TimeSpan:
        return objectOf({{"type", "string"}, {"pattern", "^-?P"}});
    case Kind::Bytes:
        return objectOf({{"type", "string"}, {"contentEncoding", "base64"}});
    case Kind::Enum: {
        if (type.options.empty()) return text();
        Json options = Json::array();
        for (const std::string& option : type.options)
            if (std::ranges::find(options, Json(option)) == options.end()) options.push_back(option);
        return objectOf({{"type", "string"}, {"enum", std::move(options)}});
    }
    case Kind::List: {
        Json result = objectOf({{"type", "array"}});
        if (!type.of.empty()) result["items"] = this->type(type.of.front(), context);
        return result;
    }
    case Kind::Map: {
        Json result = objectOf({{"type", "object"}});
        if (!type.of.empty()) result["additionalProperties"] = this->type(type.of.front(), context);
        return result;
    }
    case Kind::Named: {
        const TypeDefinition* definition = m_lookup.findType({context, type.name});
        if (!definition) return Json::object();
        auto found = m_known.find(definition);
        if (found == m_known.end()) {
            const std::string name = m_names.take(pascalIdentifier(type.name), type.name).identifier;
            found = m_known.emplace(definition, name).first;
            m_definitions[name] = Json::object(); // its place, should it hold itself
            m_open.push_back(definition);
            Json schema = fields(definition->fields, context);
            m_open.pop_back();
            m_definitions[name] = std::move(schema);
        }
        return objectOf({{"$ref", m_place + found->second}});
    }
    }
    return Json::object();
}

Json samplePayload(const Lookup& lookup, const Context& publisher, const Event& event) {
    Json payload = objectFor(event.payload.size());
    for (const PayloadField& field : event.payload)
        if (!field.optional) payload[field.name] = sample(lookup, field.type, publisher.name, 0);
    return payload;
}

std::string sampleKey(const Wire& wire, const Json& payload) {
    std::string key;
    for (const std::string& field : wire.key) {
        if (!payload.contains(field)) return "1";
        const Json& value = payload[field];
        if (!key.empty()) key += '|';
        for (const char c : value.is_string() ? value.get<std::string>() : value.dump()) {
            if (c == '|' || c == '\\') key += '\\';
            key += c;
        }
    }
    return key.empty() ? "1" : key;
}

Result<void> addDocument(const Request& request, const std::string& path, const char* source,
                         const Json& document, Output& output) {
    auto text = request.templates.render(source, objectOf({{"document", documentText(document)}}));
    if (!text) return tl::unexpected(text.error());
    output.files.push_back({request.folder + path, std::move(*text), Ownership::Generated});
    return {};
}

std::vector<Wire> eventsOnChannels(const Request& request, std::string_view target,
                                   std::vector<Omission>& omitted) {
    std::vector<Wire> events;
    for (const auto& event : request.context.events) {
        const auto omit = [&](Phrase reason) {
            omitted.push_back({keyOf(ElementKind::Event, request.context.name, event->name),
                               std::string(target), std::move(reason)});
        };
        Wire wire = wireOf(request.lookup, request.context, *event);
        if (request.lookup.findEvent({request.context.name, event->name}) != event.get())
            omit(Phrase::of("another event before it has the same name; give it a name of its own"));
        else if (event->name.empty())
            omit(Phrase::of("it has no name; give it one"));
        else if (!wire.channel)
            omit(Phrase::of("it has no channel that is declared; say `channel:`"));
        else
            events.push_back(std::move(wire));
    }
    return events;
}

} // namespace factline::generate
