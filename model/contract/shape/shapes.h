// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/fields/named.h"
#include "contract/shape/shape.h"

namespace factline::contract {

template<>
struct ShapeOf<std::string> {
    static Shape make(Catalogue&) { return textShape("text"); }
};
template<>
struct ShapeOf<bool> {
    static Shape make(Catalogue&) { return {{{"type", "boolean"}}, "`true` or `false`"}; }
};
template<>
struct ShapeOf<std::uint32_t> {
    static Shape make(Catalogue&) {
        return {{{"type", "integer"}, {"minimum", 1}, {"maximum", UINT32_MAX}}, "whole number"};
    }
};
template<>
struct ShapeOf<Ref> {
    static Shape make(Catalogue&) { return textShape("reference"); }
};
template<>
struct ShapeOf<Duration> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<Rate> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<Share> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<PayloadType> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::chrono::year_month_day> {
    static Shape make(Catalogue&);
};
template<typename E>
requires std::is_enum_v<E>
struct ShapeOf<E> {
    static Shape make(Catalogue&) {
        std::vector<std::string> words;
        for (const auto& [value, word] : Words<E>::list)
            words.emplace_back(word);
        return wordsShape(words);
    }
};
template<>
struct ShapeOf<AskWord> {
    static Shape make(Catalogue&) { return {{{"const", "owner"}}, "`owner`"}; }
};
template<Structured T>
struct ShapeOf<T> {
    static Shape make(Catalogue& catalogue) { return reference(define<T>(catalogue)); }
};
template<typename T>
struct ShapeOf<std::optional<T>> {
    static Shape make(Catalogue& catalogue) { return ShapeOf<T>::make(catalogue); }
};
template<typename T>
struct ShapeOf<std::optional<std::vector<T>>> {
    static Shape make(Catalogue& catalogue) {
        return listShape(ShapeOf<T>::make(catalogue), false, Named<T>);
    }
};
template<typename T>
struct ShapeOf<std::vector<T>> {
    static Shape make(Catalogue& catalogue) { return listShape(ShapeOf<T>::make(catalogue), true, Named<T>); }
};
template<typename V>
struct ShapeOf<std::vector<std::pair<std::string, V>>> {
    static Shape make(Catalogue& catalogue) { return mapShape("names", ShapeOf<V>::make(catalogue)); }
};
template<typename T>
struct ShapeOf<std::vector<Shared<T>>> {
    static Shape make(Catalogue& catalogue) {
        return mapShape("names", orNothing(ShapeOf<T>::make(catalogue)));
    }
};

template<>
struct ShapeOf<Lag> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<Reliance> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<PayloadField>> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<Shared<TypeDefinition>>> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<Shared<Subscription>>> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<ListOrMap> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<Read>> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<Relation>> {
    static Shape make(Catalogue&);
};
template<>
struct ShapeOf<std::vector<Scenario>> {
    static Shape make(Catalogue&);
};

} // namespace factline::contract
