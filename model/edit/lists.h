// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include "domain/sections.h"

namespace factline::edit {

/// The element type of a list of shared elements.
template<typename List>
using ElementOf = std::remove_cvref_t<decltype(**std::declval<List>().begin())>;

/// Replaces a shared value by a changed copy.
template<typename T, typename Change>
void change(Shared<T>& shared, Change&& apply) {
    T copy = *shared;
    apply(copy);
    shared = Shared<T>(std::move(copy));
}

/// Calls `visit(list)` for the lists inside an element: sections of a context, subscriptions of a consumer.
template<typename T, typename Visit>
void forEachInnerList(T& element, Visit&& visit) {
    if constexpr (std::same_as<std::remove_const_t<T>, Context>)
        forEachSection(element, visit);
    else if constexpr (Consumer<T>)
        visit(subscriptionsOf(element));
}

/// Calls `visit(list)` for the three lists at the root.
template<typename M, typename Visit>
void forEachRootList(M& model, Visit&& visit) {
    visit(model.claims);
    visit(model.contexts);
    visit(model.audiences);
}

/// Whether an element is, or has somewhere inside, one that `wanted(const Element&)` is true for.
template<typename T, typename Wanted>
bool holds(const T& element, const Wanted& wanted) {
    if (wanted(element)) return true;
    bool found = false;
    forEachInnerList(element, [&](const auto& list) {
        found = found || std::ranges::any_of(list, [&](const auto& inner) { return holds(*inner, wanted); });
    });
    return found;
}

/// Calls `visit(list, index)` with the list that holds the element of that id, which may then be changed.
/// Only what is around it gets copied. False where no element has the id.
template<typename List, typename Visit>
bool atElement(List& list, ElementId id, const Visit& visit) {
    const auto hasId = [id](const Element& element) { return element.id == id; };
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i]->id == id) {
            visit(list, i);
            return true;
        }
        if (!holds(*list[i], hasId)) continue;
        change(list[i], [&](auto& element) {
            bool done = false;
            forEachInnerList(element, [&](auto& inner) { done = done || atElement(inner, id, visit); });
        });
        return true;
    }
    return false;
}

template<typename Visit>
bool atElement(Model& model, ElementId id, const Visit& visit) {
    bool done = false;
    if (id) forEachRootList(model, [&](auto& list) { done = done || atElement(list, id, visit); });
    return done;
}

/// Takes every element away that `unwanted(const Element&)` is true for; the rest stays shared.
template<typename List, typename Unwanted>
void eraseFrom(List& list, const Unwanted& unwanted) {
    std::erase_if(list, [&](const auto& shared) { return unwanted(*shared); });
    for (auto& shared : list)
        if (holds(*shared, unwanted))
            change(shared, [&](auto& element) {
                forEachInnerList(element, [&](auto& inner) { eraseFrom(inner, unwanted); });
            });
}

/// Gives an element and everything inside it ids: `idFor(const Element&)` in the order of the model.
template<typename T, typename IdFor>
void assignIds(T& element, const IdFor& idFor) {
    element.id = idFor(element);
    forEachInnerList(element, [&](auto& list) {
        for (auto& inner : list)
            change(inner, [&](auto& copy) { assignIds(copy, idFor); });
    });
}

} // namespace factline::edit
