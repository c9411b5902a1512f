// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <type_traits>

#include "domain/model.h"

namespace factline {

/// The kind that a C++ element type stands for.
template<typename T>
constexpr ElementKind kindOf() {
    if constexpr (std::same_as<T, Claim>)
        return ElementKind::Claim;
    else if constexpr (std::same_as<T, Context>)
        return ElementKind::Context;
    else if constexpr (std::same_as<T, Fact>)
        return ElementKind::Fact;
    else if constexpr (std::same_as<T, Channel>)
        return ElementKind::Channel;
    else if constexpr (std::same_as<T, Event>)
        return ElementKind::Event;
    else if constexpr (std::same_as<T, TypeDefinition>)
        return ElementKind::Type;
    else if constexpr (std::same_as<T, View>)
        return ElementKind::View;
    else if constexpr (std::same_as<T, Subscription>)
        return ElementKind::Subscription;
    else if constexpr (std::same_as<T, Policy>)
        return ElementKind::Policy;
    else if constexpr (std::same_as<T, Decision>)
        return ElementKind::Decision;
    else {
        static_assert(std::same_as<T, Audience>, "no element of the model");
        return ElementKind::Audience;
    }
}

/// Calls `visit(list)` for every list of elements of a context, in the order of the language. The lists are
/// vectors of Shared<T>; they are const where the context is.
template<typename C, typename Visit>
requires std::same_as<std::remove_const_t<C>, Context>
void forEachSection(C& context, Visit&& visit) {
    visit(context.facts);
    visit(context.channels);
    visit(context.events);
    visit(context.types);
    visit(context.views);
    visit(context.policies);
    visit(context.decisions);
}

/// The list of a context that holds elements of type T.
template<typename T, typename C>
auto& sectionOf(C& context) {
    if constexpr (std::same_as<T, Fact>)
        return context.facts;
    else if constexpr (std::same_as<T, Channel>)
        return context.channels;
    else if constexpr (std::same_as<T, Event>)
        return context.events;
    else if constexpr (std::same_as<T, TypeDefinition>)
        return context.types;
    else if constexpr (std::same_as<T, View>)
        return context.views;
    else if constexpr (std::same_as<T, Policy>)
        return context.policies;
    else {
        static_assert(std::same_as<T, Decision>, "does not stand in a context");
        return context.decisions;
    }
}

/// The subscriptions of a view (`fedBy`) or policy (`when`).
template<typename T>
requires std::same_as<std::remove_const_t<T>, View>
auto& subscriptionsOf(T& view) {
    return view.fedBy;
}
template<typename T>
requires std::same_as<std::remove_const_t<T>, Policy>
auto& subscriptionsOf(T& policy) {
    return policy.when;
}

/// True for views and policies, the elements that subscribe to events.
template<typename T>
concept Consumer = std::same_as<std::remove_const_t<T>, View> || std::same_as<std::remove_const_t<T>, Policy>;

} // namespace factline
