// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "contract/fields/model.h"

namespace factline::contract {

/// What may stand somewhere: as a JSON Schema, and in words for the reference page.
struct Shape {
    nlohmann::ordered_json schema;
    std::string words;
};

/// One key on the reference page.
struct KeyRow {
    std::string key;
    std::string words;
    std::string standard;
    std::string about;
    bool required = false;
};

/// One kind of mapping: a definition in the schema, a section on the page.
struct Definition {
    std::string name;  ///< "payload-field"
    std::string title; ///< "A payload field"
    std::string about;
    std::vector<KeyRow> rows;
    nlohmann::ordered_json schema;
};

/// The kinds of mapping met so far, in the order in which the language brings them up.
class Catalogue {
public:
    const std::vector<Definition>& all() const { return m_all; }
    const Definition* find(std::string_view name) const;
    /// Makes room for a definition before its own fields are looked at; gives its place.
    std::size_t begin(Phrase::Words noun, Phrase::Words about);
    Definition& at(std::size_t place) { return m_all[place]; }

private:
    std::vector<Definition> m_all;
};

/// "A payload field" -> "payload-field"
std::string definitionName(Phrase::Words noun);
Shape textShape(std::string_view words);
Shape patternShape(std::string_view words, std::string_view pattern);
Shape wordsShape(const std::vector<std::string>& words);
/// A list; `nullable` where nothing at all is an empty one, `once` where no item may stand in it twice.
Shape listShape(const Shape& item, bool nullable, bool once = false);
/// A map from names to values; nothing at all is an empty one.
Shape mapShape(std::string_view names, const Shape& value);
Shape either(const Shape& first, const Shape& second);
Shape orNothing(Shape shape);
Shape reference(const Definition& definition);
/// Closes a definition's schema: known keys, x- keys, nothing else.
nlohmann::ordered_json closedObject(nlohmann::ordered_json properties,
                                    const std::vector<std::string>& required);

/// How a value of type T is written: `static Shape make(Catalogue&)`.
template<typename T>
struct ShapeOf;

template<Structured... T>
void addRows(Catalogue& catalogue, std::size_t place, nlohmann::ordered_json& properties,
             std::vector<std::string>& required) {
    const auto add = [&]<typename F>(const F& field) {
        using Form = std::conditional_t<std::is_same_v<typename F::FormTag, ByType>, typename F::MemberType,
                                        typename F::FormTag>;
        const std::string key(field.key);
        Shape shape = ShapeOf<Form>::make(catalogue);
        shape.schema["description"] =
            field.standard.empty()
                ? std::string(field.about.text)
                : fmt::format("{} Default: {}.", field.about.text, field.standard.english());
        properties[key] = std::move(shape.schema);
        if (field.required) required.push_back(key);
        catalogue.at(place).rows.push_back({key, std::move(shape.words),
                                            std::string(field.standard.english()),
                                            std::string(field.about.text), field.required});
    };
    (std::apply([&](const auto&... field) { (add(field), ...); }, Fields<T>::table), ...);
}

/// The definition of T, made on first use.
template<Structured T>
const Definition& define(Catalogue& catalogue) {
    const std::string name = definitionName(Fields<T>::noun);
    if (const Definition* known = catalogue.find(name)) return *known;
    const std::size_t place = catalogue.begin(Fields<T>::noun, Fields<T>::about);
    nlohmann::ordered_json properties = nlohmann::ordered_json::object();
    std::vector<std::string> required;
    if constexpr (std::is_same_v<T, Model>) {
        const std::string about = "The number of the format. Every file begins with it.";
        properties[std::string(formatKey)] = {{"const", formatVersion}, {"description", about}};
        required.emplace_back(formatKey);
        catalogue.at(place).rows.push_back({std::string(formatKey), "1", "", about, true});
    }
    addRows<T>(catalogue, place, properties, required);
    catalogue.at(place).schema = closedObject(std::move(properties), required);
    return catalogue.at(place);
}

} // namespace factline::contract
