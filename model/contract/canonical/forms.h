// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string_view>
#include <type_traits>

#include "contract/fields/model.h"
#include "contract/tree.h"

namespace factline::contract {

/// How a value of type T is written: `static Tree make(const T&, std::string_view context)`.
template<typename T>
struct TreeForm;

template<typename T>
Tree treeOf(const T& value, std::string_view context) {
    return TreeForm<T>::make(value, context);
}

inline Tree textTree(std::string text) {
    Tree tree;
    tree.kind = Tree::Kind::Text;
    tree.text = std::move(text);
    return tree;
}

inline Tree wordTree(std::string text) {
    Tree tree = textTree(std::move(text));
    tree.kind = Tree::Kind::Word;
    return tree;
}

/// A reference as short as its context allows, so that parseRef gives it back.
inline std::string shortest(const Ref& ref, std::string_view context) {
    return unparseRef(ref, context);
}

/// Adds the fields of `value` that say more than their defaults.
template<Structured T>
void addFields(Tree& mapping, const T& value, std::string_view context) {
    static const T standard{};
    const auto add = [&]<typename F>(const F& field) {
        const auto& member = value.*(field.member);
        if (!field.required && member == standard.*(field.member)) return;
        Tree tree;
        if constexpr (std::is_same_v<typename F::FormTag, ByType>)
            tree = treeOf(member, context);
        else
            tree = TreeForm<typename F::FormTag>::make(value, context);
        mapping.entries.push_back({std::string(field.key), std::move(tree), std::nullopt});
    };
    std::apply([&](const auto&... field) { (add(field), ...); }, Fields<T>::table);
}

template<>
struct TreeForm<std::string> {
    static Tree make(const std::string& value, std::string_view) { return textTree(value); }
};
template<>
struct TreeForm<bool> {
    static Tree make(bool value, std::string_view) { return wordTree(value ? "true" : "false"); }
};
template<>
struct TreeForm<std::uint32_t> {
    static Tree make(std::uint32_t value, std::string_view) { return wordTree(std::to_string(value)); }
};
template<>
struct TreeForm<Ref> {
    static Tree make(const Ref& value, std::string_view context) {
        Tree tree = textTree(shortest(value, context));
        tree.meaning = value;
        return tree;
    }
};
template<>
struct TreeForm<Duration> {
    static Tree make(Duration value, std::string_view) { return wordTree(factline::toString(value)); }
};
template<>
struct TreeForm<Rate> {
    static Tree make(const Rate& value, std::string_view) { return wordTree(toString(value)); }
};
template<>
struct TreeForm<Share> {
    static Tree make(Share value, std::string_view) { return wordTree(toString(value)); }
};
template<>
struct TreeForm<PayloadType> {
    static Tree make(const PayloadType& value, std::string_view) { return textTree(toString(value)); }
};
template<>
struct TreeForm<std::chrono::year_month_day> {
    static Tree make(const std::chrono::year_month_day& value, std::string_view);
};
template<typename E>
requires std::is_enum_v<E>
struct TreeForm<E> {
    static Tree make(E value, std::string_view) { return wordTree(std::string(word(value))); }
};
template<>
struct TreeForm<AskWord> {
    static Tree make(const Read&, std::string_view) { return wordTree("owner"); }
};

template<Structured T>
struct TreeForm<T> {
    static Tree make(const T& value, std::string_view context) {
        Tree tree;
        if constexpr (std::is_base_of_v<Element, T>)
            tree.id = value.id;
        else
            tree.flow = true;
        addFields(tree, value, context);
        return tree;
    }
};
template<typename T>
struct TreeForm<std::optional<T>> {
    static Tree make(const std::optional<T>& value, std::string_view context) {
        return value ? treeOf(*value, context) : Tree{};
    }
};
template<typename T>
struct TreeForm<std::vector<T>> {
    static Tree make(const std::vector<T>& values, std::string_view context) {
        Tree tree;
        tree.kind = Tree::Kind::Sequence;
        for (const T& value : values)
            tree.items.push_back(treeOf(value, context));
        tree.flow = !std::is_same_v<T, Waiver>;
        return tree;
    }
};
template<typename V>
struct TreeForm<std::vector<std::pair<std::string, V>>> {
    static Tree make(const std::vector<std::pair<std::string, V>>& values, std::string_view context) {
        Tree tree;
        tree.flow = true;
        for (const auto& [name, value] : values)
            tree.entries.push_back({name, treeOf(value, context), std::nullopt});
        return tree;
    }
};
template<typename T>
struct TreeForm<std::vector<Shared<T>>> {
    static Tree make(const std::vector<Shared<T>>& elements, std::string_view context) {
        Tree tree;
        for (const Shared<T>& element : elements)
            tree.entries.push_back({element->name, treeOf(*element, context), std::nullopt});
        return tree;
    }
};

} // namespace factline::contract
