// SPDX-License-Identifier: Apache-2.0
#include "generate/stub/payload_types.h"

#include <fmt/format.h>

#include "generate/object_of.h"

namespace factline::generate::stub {

namespace {

using Json = nlohmann::ordered_json;

constexpr int deepest = 64; ///< value objects inside value objects; below it they stay JSON

/// A pattern of the dialect with `{0}` filled in.
std::string filled(std::string_view pattern, const std::string& text) {
    std::string result(pattern);
    for (std::size_t at = result.find("{0}"); at != std::string::npos;
         at = result.find("{0}", at + text.size()))
        result.replace(at, 3, text);
    return result;
}

TypeText filled(const TypeText& pattern, const TypeText& inner) {
    return {filled(pattern.type, inner.type), filled(pattern.decode, inner.decode)};
}

} // namespace

std::string PayloadTypes::take(const std::string& context, const std::string& name,
                               const ElementKey& element) {
    std::string wish = m_dialect.typeName(name);
    if (const auto [owner, isNew] = m_owners.try_emplace(wish, context); !isNew && owner->second != context)
        wish = m_dialect.typeName(context + '-' + wish);
    auto [identifier, clash] = m_names.take(wish, name);
    if (!clash.empty()) m_notes.push_back({element, std::string(m_dialect.target), clash, true});
    return identifier;
}

void PayloadTypes::add(const std::string& name, const std::string& comment, Json fields) {
    const bool empty = fields.empty();
    m_types.push_back(objectOf({{"name", name},
                                {"comment", m_dialect.comment(comment)},
                                {"fields", std::move(fields)},
                                {"empty", empty}}));
}

std::string PayloadTypes::eventType(const Context& publisher, const Event& event) {
    const auto [found, isNew] = m_events.try_emplace(&event);
    if (isNew) {
        const ElementKey key = keyOf(ElementKind::Event, publisher.name, event.name);
        found->second = take(publisher.name, event.name, key);
        add(found->second,
            fmt::format("{}/{}, version {}. {}", publisher.name, event.name, event.version, event.means),
            fieldsOf(key, event.payload, publisher.name, 0));
    }
    return found->second;
}

Json PayloadTypes::fieldsOf(const ElementKey& owner, const std::vector<PayloadField>& fields,
                            const std::string& context, int depth) {
    NameScope members;
    Json required = Json::array();
    Json optionals = Json::array();
    for (const PayloadField& field : fields) {
        const TypeText text = textOf(field.type, context, depth);
        // A field that came with a later version is missing in what was written before.
        const bool optional = field.optional || field.since.value_or(1) > 1;
        auto [member, clash] = members.take(m_dialect.memberName(field.name), field.name);
        if (!clash.empty())
            m_notes.push_back({owner, std::string(m_dialect.target),
                               Phrase::of("its field `{}`: {}", field.name, std::move(clash)), true});
        Json data = objectOf({{"type", optional ? filled(m_dialect.optional, text.type) : text.type},
                              {"bare", text.type},
                              {"decode", text.decode},
                              {"optional", optional},
                              {"member", member},
                              {"literal", m_dialect.literal(field.name)},
                              {"comment", m_dialect.comment(field.means)}});
        if (field.means.empty()) data["comment"] = false;
        (optional ? optionals : required).push_back(std::move(data));
    }
    for (Json& field : optionals)
        required.push_back(std::move(field));
    for (std::size_t i = 0; i < required.size(); ++i)
        required[i]["last"] = i + 1 == required.size();
    return required;
}

TypeText PayloadTypes::textOf(const PayloadType& type, const std::string& context, int depth) {
    switch (type.kind) {
    case PayloadType::Kind::Enum: {
        std::string words;
        for (const std::string& option : type.options)
            words += (words.empty() ? "" : ", ") + m_dialect.literal(option);
        return filled(m_dialect.enumeration, {words, words});
    }
    case PayloadType::Kind::List:
    case PayloadType::Kind::Map: {
        const TypeText inner = type.of.empty() ? m_dialect.anything : textOf(type.of.front(), context, depth);
        return filled(type.kind == PayloadType::Kind::List ? m_dialect.list : m_dialect.map, inner);
    }
    case PayloadType::Kind::Named:
        return named(type.name, context, depth);
    default:
        return m_dialect.scalar(type.kind);
    }
}

/// The type of a value object; JSON where it is declared nowhere, nested too deep, or contains itself.
TypeText PayloadTypes::named(const std::string& name, const std::string& context, int depth) {
    const TypeDefinition* type = m_lookup.findType({context, name});
    if (!type || depth > deepest) return m_dialect.anything;
    const auto [found, isNew] = m_objects.try_emplace(type);
    if (isNew) {
        const ElementKey key = keyOf(ElementKind::Type, context, name);
        auto fields = fieldsOf(key, type->fields, context, depth + 1);
        found->second = take(context, name, key);
        add(found->second, fmt::format("{}/{}, a value object.", context, name), std::move(fields));
    }
    if (found->second.empty()) return m_dialect.anything;
    return filled(m_dialect.named, {found->second, found->second});
}

} // namespace factline::generate::stub
