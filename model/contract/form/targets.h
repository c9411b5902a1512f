// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "contract/fields/model.h"
#include "contract/form/form.h"
#include "domain/references.h"

namespace factline::contract {

/// Says in every field of T's form what its names may mean. Found out by asking an element whose every field
/// says something for its references: where they stand is known in one place only, domain/references.h.
template<typename T>
void addTargets(std::vector<FormField>& fields);

/// Notes in the field at a key path ("freshness.from") that its names may mean elements of a kind.
void addTarget(std::vector<FormField>& fields, std::string_view path, ElementKind kind);

/// Anything that holds no name says nothing; what has keys of its own says something in each.
template<typename V>
void saySomething(V& value);
template<typename V>
void saySomething(std::optional<V>& value);
template<typename V>
void saySomething(std::vector<V>& values);
template<typename V>
void saySomething(std::vector<Shared<V>>&) {} // elements of their own
template<typename First, typename Second>
void saySomething(std::pair<First, Second>&) {} // scenarios and weights of rules name no element
inline void saySomething(std::string& value) {
    value = "x";
}
inline void saySomething(Ref& value) {
    value = {"x", "x"};
}
inline void saySomething(PayloadType& value) {
    value.kind = PayloadType::Kind::Named;
    value.name = "x";
}
inline void saySomething(Relation& value) {
    value.with = "x";
}

template<typename V>
void saySomething(std::optional<V>& value) {
    saySomething(value.emplace());
}
template<typename V>
void saySomething(std::vector<V>& values) {
    saySomething(values.emplace_back());
}
template<typename V>
void saySomething(V& value) {
    if constexpr (std::same_as<V, Read>) saySomething(value.target);
    if constexpr (Structured<V>)
        std::apply([&](const auto&... field) { (saySomething(value.*(field.member)), ...); },
                   Fields<V>::table);
}

template<typename T>
void addTargets(std::vector<FormField>& fields) {
    T element;
    if constexpr (std::same_as<T, TypeDefinition>)
        saySomething(element.fields);
    else
        saySomething(element);
    if constexpr (std::same_as<T, Subscription>) saySomething(element.event);
    forEachRef(std::as_const(element), Home("x"), [&](const RefUse& use, const Ref&) {
        addTarget(fields, use.field, use.target);
        addTarget(fields, use.field, use.orElse);
    });
}

} // namespace factline::contract
