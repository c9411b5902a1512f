// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/canonical/forms.h"

namespace factline::contract {

template<>
struct TreeForm<Hop> {
    static Tree make(const Hop& hop, std::string_view context);
};
template<>
struct TreeForm<Lag> {
    static Tree make(const Lag& lag, std::string_view context);
};
template<>
struct TreeForm<Reliance> {
    static Tree make(const Reliance& reliance, std::string_view context);
};
template<>
struct TreeForm<PayloadField> {
    static Tree make(const PayloadField& field, std::string_view context);
};
template<>
struct TreeForm<std::vector<PayloadField>> {
    static Tree make(const std::vector<PayloadField>& fields, std::string_view context);
};
template<>
struct TreeForm<TypeDefinition> {
    static Tree make(const TypeDefinition& type, std::string_view context);
};
template<>
struct TreeForm<std::vector<Shared<Subscription>>> {
    static Tree make(const std::vector<Shared<Subscription>>& subscriptions, std::string_view context);
};
template<>
struct TreeForm<ListOrMap> {
    static Tree make(const Policy& policy, std::string_view context);
};
template<>
struct TreeForm<std::vector<Read>> {
    static Tree make(const std::vector<Read>& reads, std::string_view context);
};
template<>
struct TreeForm<std::vector<Relation>> {
    static Tree make(const std::vector<Relation>& relations, std::string_view context);
};
template<>
struct TreeForm<std::vector<Scenario>> {
    static Tree make(const std::vector<Scenario>& scenarios, std::string_view context);
};
template<>
struct TreeForm<std::vector<Shared<Context>>> {
    static Tree make(const std::vector<Shared<Context>>& contexts, std::string_view context);
};

} // namespace factline::contract
