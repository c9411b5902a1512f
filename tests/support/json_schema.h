// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace factline::support {

/// Says whether a value fits a JSON Schema, as far as Factline's own schema and that of SARIF go: $ref into
/// the schema itself, type, const, enum, pattern, minimum, maximum, items, minItems, uniqueItems, properties,
/// patternProperties, additionalProperties, required, anyOf, oneOf; default and format say nothing. A keyword
/// that it does not know makes every value unfit, so that none is passed over.
class JsonSchema {
public:
    using Json = nlohmann::ordered_json;

    explicit JsonSchema(Json schema)
        : m_schema(std::move(schema)) {}

    bool accepts(const Json& value) const { return fits(m_schema, value); }

private:
    static bool isOfType(const std::string& type, const Json& value) {
        if (type == "string") return value.is_string();
        if (type == "number") return value.is_number();
        if (type == "integer") return value.is_number_integer();
        if (type == "boolean") return value.is_boolean();
        if (type == "null") return value.is_null();
        if (type == "array") return value.is_array();
        return type == "object" && value.is_object();
    }

    static bool areDistinct(const Json& list) {
        std::set<std::string> seen;
        return std::all_of(list.begin(), list.end(),
                           [&](const Json& item) { return seen.insert(item.dump()).second; });
    }

    bool fitsObject(const Json& schema, const Json& value) const {
        if (schema.contains("required"))
            for (const Json& key : schema["required"])
                if (!value.contains(key.get<std::string>())) return false;
        for (const auto& [key, item] : value.items()) {
            if (schema.contains("properties") && schema["properties"].contains(key)) {
                if (!fits(schema["properties"][key], item)) return false;
                continue;
            }
            bool matched = false;
            if (schema.contains("patternProperties"))
                for (const auto& [pattern, rule] : schema["patternProperties"].items())
                    matched = matched || (std::regex_search(key, std::regex(pattern)) && fits(rule, item));
            if (!matched && schema.contains("additionalProperties") &&
                !fits(schema["additionalProperties"], item))
                return false;
        }
        return true;
    }

    bool fits(const Json& schema, const Json& value) const {
        if (schema.is_boolean()) return schema.get<bool>();
        for (const auto& [keyword, rule] : schema.items()) {
            if (keyword == "$schema" || keyword == "title" || keyword == "description" ||
                keyword == "$defs" || keyword == "definitions" || keyword == "id" || keyword == "default" ||
                keyword == "format" || keyword == "properties" || keyword == "patternProperties" ||
                keyword == "additionalProperties" || keyword == "required")
                continue;
            if (!keeps(keyword, rule, value)) return false;
        }
        return !value.is_object() || fitsObject(schema, value);
    }

    bool keeps(const std::string& keyword, const Json& rule, const Json& value) const {
        const auto any = [&](const Json& list, auto&& holds) {
            return std::any_of(list.begin(), list.end(), holds);
        };
        if (keyword == "$ref")
            return fits(m_schema.at(Json::json_pointer(rule.get<std::string>().substr(1))), value);
        if (keyword == "type")
            return rule.is_string() ? isOfType(rule, value)
                                    : any(rule, [&](const Json& type) { return isOfType(type, value); });
        if (keyword == "const") return value == rule;
        if (keyword == "enum") return any(rule, [&](const Json& word) { return word == value; });
        if (keyword == "anyOf") return any(rule, [&](const Json& one) { return fits(one, value); });
        if (keyword == "oneOf")
            return std::count_if(rule.begin(), rule.end(),
                                 [&](const Json& one) { return fits(one, value); }) == 1;
        if (keyword == "minItems") return !value.is_array() || value.size() >= rule.get<std::size_t>();
        if (keyword == "uniqueItems") return !value.is_array() || !rule.get<bool>() || areDistinct(value);
        if (keyword == "pattern")
            return !value.is_string() ||
                   std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
        if (keyword == "minimum") return !value.is_number() || value >= rule;
        if (keyword == "maximum") return !value.is_number() || value <= rule;
        if (keyword == "items")
            return !value.is_array() || std::all_of(value.begin(), value.end(),
                                                    [&](const Json& item) { return fits(rule, item); });
        return false;
    }

    Json m_schema;
};

} // namespace factline::support
