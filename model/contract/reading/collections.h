// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "contract/fields/named.h"
#include "contract/reading/scalars.h"

namespace factline::contract {

/// A mapping with keys of its own; nothing at all says nothing and is a problem.
template<Structured T>
struct ReadForm<T> {
    static void read(Reading& in, NodeIndex at, T& into) {
        if (in.isNull(at))
            in.wrong(at, Phrase::words("keys of its own"));
        else if (in.mapping(at, Phrase::words("keys of its own")))
            readFields(in, at, into);
    }
};

template<typename T>
struct ReadForm<std::optional<T>> {
    static void read(Reading& in, NodeIndex at, std::optional<T>& into) {
        const std::size_t before = in.failures;
        T value{};
        readValue(in, at, value);
        if constexpr (Structured<T>) {
            if (in.node(at).kind == NodeKind::Mapping) into = std::move(value); // what could be read of it
        } else if (in.failures == before) {
            into = std::move(value);
        }
    }
};

/// A list that counts as declared as soon as it is there, even empty; so nothing at all is a problem.
template<typename T>
struct ReadForm<std::optional<std::vector<T>>> {
    static void read(Reading& in, NodeIndex at, std::optional<std::vector<T>>& into) {
        if (in.isNull(at)) return in.wrong(at, Phrase::words("a list ([] where there is none)"));
        if (!in.sequence(at, Phrase::words("a list"))) return;
        into.emplace();
        readValue(in, at, *into);
    }
};

/// Objects to each item that names what one before it names. `nodes`: where the items stand.
template<Named T>
void findListedTwice(Reading& in, const std::vector<T>& items, const std::vector<NodeIndex>& nodes) {
    if (items.size() < 2) return;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(nameOf(items[i])).second) in.listedTwice(nodes[i], nameOf(items[i]));
}

template<typename T>
struct ReadForm<std::vector<T>> {
    static void read(Reading& in, NodeIndex at, std::vector<T>& into) {
        if (!in.sequence(at, Phrase::words("a list"))) return;
        std::vector<NodeIndex> nodes;
        for (NodeIndex item = in.node(at).first; item != noNode; item = in.node(item).next) {
            const std::size_t before = in.failures;
            T value{};
            readValue(in, item, value);
            const bool partly = Structured<T> && in.node(item).kind == NodeKind::Mapping;
            if (!partly && in.failures != before) continue;
            into.push_back(std::move(value));
            nodes.push_back(item);
        }
        if constexpr (Named<T>) findListedTwice(in, into, nodes);
    }
};

/// A map from names to values.
template<typename V>
struct ReadForm<std::vector<std::pair<std::string, V>>> {
    static void read(Reading& in, NodeIndex at, std::vector<std::pair<std::string, V>>& into) {
        if (!in.mapping(at, Phrase::words("a map of names and values"))) return;
        in.eachEntry(at, [&](std::string_view key, NodeIndex, NodeIndex value) {
            const std::size_t before = in.failures;
            const std::string_view outer = std::exchange(in.key, key);
            V item{};
            readValue(in, value, item);
            in.key = outer;
            if (in.failures == before) into.emplace_back(std::string(key), std::move(item));
        });
    }
};

/// Elements by name. Two of one name are both kept; nothing below the name is an element that says nothing.
template<typename T>
requires Structured<T> && std::is_base_of_v<Element, T>
struct ReadForm<std::vector<Shared<T>>> {
    static void read(Reading& in, NodeIndex at, std::vector<Shared<T>>& into) {
        if (!in.mapping(at, Phrase::words("names, each with its own keys"))) return;
        in.eachEntry(at, [&](std::string_view key, NodeIndex keyNode, NodeIndex value) {
            T element;
            element.id = in.enter(keyNode, value);
            element.name = key;
            if constexpr (!std::is_same_v<T, Channel>)
                in.checkName(keyNode); // a topic's name is the broker's
            const std::string_view outer = std::exchange(in.key, key);
            if (in.mapping(value, Phrase::words("keys of its own"))) readFields(in, value, element);
            in.key = outer;
            into.push_back(Shared<T>(std::move(element)));
        });
    }
};

} // namespace factline::contract
