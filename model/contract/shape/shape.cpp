// SPDX-License-Identifier: Apache-2.0
#include "contract/shape/shape.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace factline::contract {

using Json = nlohmann::ordered_json;

const Definition* Catalogue::find(std::string_view name) const {
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const Definition& it) { return it.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

std::size_t Catalogue::begin(Phrase::Words noun, Phrase::Words about) {
    m_all.push_back({definitionName(noun), std::string(noun.text), std::string(about.text), {}, {}});
    return m_all.size() - 1;
}

std::string definitionName(Phrase::Words noun) {
    std::string_view bare = noun.text;
    for (const std::string_view article : {"A ", "An ", "The "})
        if (bare.starts_with(article)) bare.remove_prefix(article.size());
    std::string name(bare);
    name[0] = static_cast<char>(std::tolower(name[0])); // "Publishing" has no article
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

Shape textShape(std::string_view words) {
    return {{{"type", {"string", "number", "boolean"}}}, std::string(words)};
}

Shape patternShape(std::string_view words, std::string_view pattern) {
    return {{{"type", "string"}, {"pattern", pattern}}, std::string(words)};
}

Shape wordsShape(const std::vector<std::string>& words) {
    std::string listed;
    for (const std::string& word : words)
        listed += fmt::format("{}`{}`", listed.empty() ? "" : ", ", word);
    return {{{"enum", words}}, listed};
}

Shape listShape(const Shape& item, bool nullable, bool once) {
    Json type = nullable ? Json{"array", "null"} : Json("array");
    Shape list{{{"type", std::move(type)}, {"items", item.schema}}, "list: " + item.words};
    if (once) list.schema["uniqueItems"] = true;
    return list;
}

Shape mapShape(std::string_view names, const Shape& value) {
    return {{{"type", {"object", "null"}}, {"additionalProperties", value.schema}},
            fmt::format("{}, each with {}", names, value.words)};
}

Shape either(const Shape& first, const Shape& second) {
    return {{{"anyOf", Json::array({first.schema, second.schema})}}, first.words + ", or " + second.words};
}

Shape orNothing(Shape shape) {
    return {{{"anyOf", Json::array({shape.schema, {{"type", "null"}}})}}, std::move(shape.words)};
}

Shape reference(const Definition& definition) {
    std::string anchor = definition.title;
    for (char& c : anchor)
        c = c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    std::string words = definition.title;
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return {{{"$ref", "#/$defs/" + definition.name}}, fmt::format("[{}](#{})", words, anchor)};
}

Json closedObject(Json properties, const std::vector<std::string>& required) {
    Json schema = {{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = required;
    schema["patternProperties"] = {{"^x-", Json::object()}};
    schema["additionalProperties"] = false;
    return schema;
}

} // namespace factline::contract
