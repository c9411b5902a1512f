// SPDX-License-Identifier: Apache-2.0
#include "contract/form/form.h"

#include <algorithm>
#include <array>

#include "contract/form/notation.h"
#include "contract/form/targets.h"
#include "contract/writing/render_tree.h"

namespace factline::contract {

namespace {

template<typename T>
std::vector<FormField> formFor() {
    std::vector<FormField> fields;
    if constexpr (std::same_as<T, TypeDefinition>) {
        // A value object is its fields and nothing else: no key of it is fixed.
        fields = {unnamedField<std::vector<PayloadField>>()};
        fields.front().key = "fields";
        fields.front().about = Phrase::words("Its fields, by name; a type, or the keys of a payload field.");
    } else {
        fields = fieldsOf<T>();
    }
    if constexpr (std::same_as<T, Subscription>) {
        // The key that a subscription stands under.
        FormField event{.key = "event", .about = Phrase::words("The event it listens to."), .required = true};
        event.notation = Notation::Reference;
        fields.insert(fields.begin(), std::move(event));
    }
    if constexpr (!std::same_as<T, Model>) addTargets<T>(fields);
    return fields;
}

template<typename T>
const std::vector<FormField>& formOfType() {
    static const auto fields = formFor<T>();
    return fields;
}

} // namespace

const std::vector<FormField>& formOf(ElementKind kind) {
    switch (kind) {
    case ElementKind::Claim:
        return formOfType<Claim>();
    case ElementKind::Context:
        return formOfType<Context>();
    case ElementKind::Fact:
        return formOfType<Fact>();
    case ElementKind::Channel:
        return formOfType<Channel>();
    case ElementKind::Event:
        return formOfType<Event>();
    case ElementKind::Type:
        return formOfType<TypeDefinition>();
    case ElementKind::View:
        return formOfType<View>();
    case ElementKind::Subscription:
        return formOfType<Subscription>();
    case ElementKind::Policy:
        return formOfType<Policy>();
    case ElementKind::Decision:
        return formOfType<Decision>();
    case ElementKind::Audience:
        return formOfType<Audience>();
    case ElementKind::Model:
    case ElementKind::Stage:    // a word in the model's migration
    case ElementKind::Scenario: // a row of the model's scenarios
        break;
    }
    return formOfType<Model>();
}

Tree typed(std::string text) {
    Tree tree;
    tree.kind = Tree::Kind::Word;
    // Everything typed belongs to one value: it has one line.
    std::ranges::replace(text, '\n', ' ');
    tree.text = std::move(text);
    return tree;
}

std::string onOneLine(const Tree& value) {
    return flowText(value);
}

} // namespace factline::contract
