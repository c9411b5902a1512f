// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/reading/collections.h"

namespace factline::contract {

/// One hop, or a list of hops one after another.
template<>
struct ReadForm<Lag> {
    static void read(Reading& in, NodeIndex at, Lag& into);
};
/// A claim, or a mapping with claim and finality.
template<>
struct ReadForm<Reliance> {
    static void read(Reading& in, NodeIndex at, Reliance& into);
};
/// Names, each with a type or the keys of a payload field.
template<>
struct ReadForm<std::vector<PayloadField>> {
    static void read(Reading& in, NodeIndex at, std::vector<PayloadField>& into);
};
/// Value objects: names, each with payload fields. No key of it is fixed.
template<>
struct ReadForm<std::vector<Shared<TypeDefinition>>> {
    static void read(Reading& in, NodeIndex at, std::vector<Shared<TypeDefinition>>& into);
};
/// Events, each with the keys of a subscription.
template<>
struct ReadForm<std::vector<Shared<Subscription>>> {
    static void read(Reading& in, NodeIndex at, std::vector<Shared<Subscription>>& into);
};
/// A policy's `when`: a list of events, or as `fedBy`.
template<>
struct ReadForm<ListOrMap> {
    static void read(Reading& in, NodeIndex at, Policy& into);
};
/// Views and facts, each with the keys of a read.
template<>
struct ReadForm<std::vector<Read>> {
    static void read(Reading& in, NodeIndex at, std::vector<Read>& into);
};
/// Contexts, each with a relation.
template<>
struct ReadForm<std::vector<Relation>> {
    static void read(Reading& in, NodeIndex at, std::vector<Relation>& into);
};
/// Names, each with the keys of a scenario.
template<>
struct ReadForm<std::vector<Scenario>> {
    static void read(Reading& in, NodeIndex at, std::vector<Scenario>& into);
};
/// Contexts by name; inside each, a bare name means its own.
template<>
struct ReadForm<std::vector<Shared<Context>>> {
    static void read(Reading& in, NodeIndex at, std::vector<Shared<Context>>& into);
    static void readOne(Reading& in, NodeIndex keyNode, NodeIndex value, std::string_view name,
                        std::vector<Shared<Context>>& into);
};

} // namespace factline::contract
