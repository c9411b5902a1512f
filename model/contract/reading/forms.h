// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <type_traits>
#include <utility>

#include "contract/fields/model.h"
#include "contract/reading/reading.h"

namespace factline::contract {

/// How a value of type T is read from a node: `static void read(Reading&, NodeIndex, T&)`. It reports what is
/// wrong and leaves the value as it was.
template<typename T>
struct ReadForm;

template<typename T>
void readValue(Reading& in, NodeIndex at, T& into) {
    ReadForm<T>::read(in, at, into);
}

namespace detail {

template<typename Field, typename T>
void readField(Reading& in, NodeIndex value, const Field& field, T& into) {
    using Form = typename Field::FormTag;
    if constexpr (std::is_same_v<Form, ByType>)
        readValue(in, value, into.*(field.member));
    else
        ReadForm<Form>::read(in, value, into);
}

// Reads the value if `key` is one of T's; gives false for an unknown key.
template<typename T, std::size_t N>
bool readMatching(Reading& in, std::string_view key, NodeIndex keyNode, NodeIndex value, T& into,
                  std::array<NodeIndex, N>& seen) {
    const auto take = [&](const auto& field, std::size_t index) {
        if (field.key != key) return false;
        if (seen[index] != noNode) {
            in.givenTwice(keyNode, seen[index]);
            return true;
        }
        seen[index] = keyNode;
        in.key = field.key;
        readField(in, value, field, into);
        return true;
    };
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return (take(std::get<I>(Fields<T>::table), I) || ...);
    }
    (std::make_index_sequence<N>());
}

template<typename T, std::size_t N>
void reportMissing(Reading& in, NodeIndex mapping, Phrase::Words noun, const std::array<NodeIndex, N>& seen) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((std::get<I>(Fields<T>::table).required && seen[I] == noNode
              ? in.missingKey(mapping, noun, std::get<I>(Fields<T>::table).key)
              : void()),
         ...);
    }
    (std::make_index_sequence<N>());
}

template<std::size_t N>
std::array<NodeIndex, N> noneSeen() {
    std::array<NodeIndex, N> seen{};
    seen.fill(noNode);
    return seen;
}

} // namespace detail

/// The keys of T in canonical order.
template<Structured T>
constexpr auto keysOf() {
    return std::apply(
        [](const auto&... field) { return std::array<std::string_view, sizeof...(field)>{field.key...}; },
        Fields<T>::table);
}

/// Reads the keys of a mapping into T.
template<Structured T>
void readFields(Reading& in, NodeIndex mapping, T& into) {
    auto seen = detail::noneSeen<fieldCount<T>>();
    const std::string_view outer = in.key;
    in.eachEntry(mapping, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
        if (detail::readMatching(in, key, keyNode, value, into, seen) || key.starts_with("x-")) return;
        static constexpr auto known = keysOf<T>();
        in.unknownKey(keyNode, Fields<T>::noun, known);
    });
    in.key = outer;
    detail::reportMissing<T>(in, mapping, Fields<T>::noun, seen);
}

} // namespace factline::contract
