// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/avro/avro.h"

#include <algorithm>

#include <fmt/format.h>

#include "generate/generate.h"
#include "generate/payload_schema.h"
#include "generate/promises.h"

namespace factline::generate::avro {

namespace {

using Json = OrderedJson;
using Kind = PayloadType::Kind;

bool isAvroName(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !text.empty() && letter(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

/// One event as an Avro record; value objects are defined where they are first met.
class Record {
public:
    Record(const Request& request, std::vector<Omission>& notes)
        : m_request(request)
        , m_notes(notes) {}

    Json of(const Event& event) {
        m_event = &event;
        Json record = objectOf({{"type", "record"},
                                {"name", m_names.take(pascalIdentifier(event.name), event.name).identifier},
                                {"namespace", snakeIdentifier(m_request.context.name)}},
                               2);
        if (!event.means.empty()) record["doc"] = event.means;
        record["fields"] = fields(event.payload, 0);
        return record;
    }

private:
    void note(Phrase reason) {
        m_notes.push_back({keyOf(ElementKind::Event, m_request.context.name, m_event->name), "avro",
                           std::move(reason), true});
    }

    Json fields(const std::vector<PayloadField>& list, int depth) {
        NameScope members;
        Json result = Json::array();
        for (const PayloadField& field : list) {
            const std::string name =
                members.take(isAvroName(field.name) ? field.name : memberIdentifier(field.name), field.name)
                    .identifier;
            if (name != field.name)
                note(Phrase::of("its field `{}` is `{}` in Avro, which takes ASCII letters, digits and `_`",
                                field.name, name));
            Json entry = objectOf({{"name", name}}, 3);
            if (!field.means.empty()) entry["doc"] = field.means;
            Json type = this->type(field.type, name, depth);
            // A reader of this version finds a later field missing in what was written before: null is read
            // then.
            if (field.optional || field.since.value_or(1) > 1) {
                entry["type"] = Json::array({"null", std::move(type)});
                entry["default"] = nullptr;
            } else {
                entry["type"] = std::move(type);
            }
            result.push_back(std::move(entry));
        }
        return result;
    }

    static Json logical(const char* type, const char* meaning) {
        return objectOf({{"type", type}, {"logicalType", meaning}}, 2);
    }

    Json type(const PayloadType& type, const std::string& member, int depth) {
        switch (type.kind) {
        case Kind::String:
            return "string";
        case Kind::TimeSpan:
            return objectOf({{"type", "string"}, {"doc", "ISO 8601"}});
        case Kind::Integer:
            return "int";
        case Kind::Long:
            return "long";
        case Kind::Decimal: {
            Json decimal = logical("bytes", "decimal");
            decimal["precision"] = std::max<int>(type.precision, 1);
            decimal["scale"] = type.scale;
            return decimal;
        }
        case Kind::Boolean:
            return "boolean";
        case Kind::Uuid:
            return logical("string", "uuid");
        case Kind::Date:
            return logical("int", "date");
        case Kind::Timestamp:
            return logical("long", "timestamp-micros");
        case Kind::Bytes:
            return "bytes";
        case Kind::Enum:
            return enumeration(type, member);
        case Kind::List:
            return objectOf({{"type", "array"}, {"items", element(type, member, depth)}});
        case Kind::Map:
            return objectOf({{"type", "map"}, {"values", element(type, member, depth)}});
        case Kind::Named:
            return named(type.name, depth);
        }
        return "string";
    }

    Json element(const PayloadType& type, const std::string& member, int depth) {
        return type.of.empty() ? Json("string") : this->type(type.of.front(), member, depth);
    }

    Json enumeration(const PayloadType& type, const std::string& member) {
        Json symbols = Json::array();
        for (const std::string& option : type.options) {
            if (!isAvroName(option)) {
                note(Phrase::of("`{}` is no symbol of an enum in Avro, so its field `{}` is a string there",
                                option, member));
                return "string";
            }
            if (std::ranges::find(symbols, Json(option)) == symbols.end()) symbols.push_back(option);
        }
        if (symbols.empty()) return "string";
        return objectOf({{"type", "enum"},
                         {"name", m_names.take(pascalIdentifier(member) + "Kind", member).identifier},
                         {"symbols", std::move(symbols)}});
    }

    Json named(const std::string& name, int depth) {
        const TypeDefinition* definition = m_request.lookup.findType({m_request.context.name, name});
        if (!definition || depth > deepest) {
            note(definition
                     ? Phrase::of("the type `{}` is nested too deep, so it is a string of JSON in Avro", name)
                     : Phrase::of("the type `{}` is declared nowhere, so it is a string of JSON in Avro",
                                  name));
            return "string";
        }
        const auto [found, isNew] = m_known.try_emplace(definition);
        if (!isNew) return found->second;
        found->second = m_names.take(pascalIdentifier(name), name).identifier;
        Json record = objectOf({{"type", "record"}, {"name", found->second}});
        record["fields"] = fields(definition->fields, depth + 1);
        return record;
    }

    static constexpr int deepest = 16;
    const Request& m_request;
    std::vector<Omission>& m_notes;
    const Event* m_event = nullptr;
    NameScope m_names;
    std::map<const TypeDefinition*, std::string> m_known;
};

Result<Output> render(const Request& request) {
    Output output;
    for (const auto& event : request.context.events) {
        if (event->name.empty() ||
            request.lookup.findEvent({request.context.name, event->name}) != event.get()) {
            output.omitted.push_back({keyOf(ElementKind::Event, request.context.name, event->name), "avro",
                                      Phrase::of("it has no name of its own; give it one")});
            continue;
        }
        const Json record = Record(request, output.omitted).of(*event);
        if (const auto done =
                addDocument(request, fmt::format("generated/{}.avsc", pathComponent(event->name)),
                            "avro/record.avsc.mustache", record, output);
            !done)
            return tl::unexpected(done.error());
    }
    return output;
}

} // namespace

const Target target{"avro", Phrase::words("An Avro schema (.avsc) for the payload of each event"),
                    neverByDefault, render};

} // namespace factline::generate::avro
