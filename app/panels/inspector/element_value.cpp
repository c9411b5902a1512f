// SPDX-License-Identifier: Apache-2.0
#include "panels/inspector/element_value.h"

#include "contract/fields/model.h"
#include "domain/sections.h"

namespace factline::panels {

namespace {

using contract::Tree;

template<typename T>
std::optional<FoundElement> foundIn(const Model& model, const T& element, const Context* context) {
    FoundElement found{.kind = kindOf<T>(), .model = &model, .element = &element};
    if (context) found.context = context->name;
    return found;
}

template<typename List>
std::optional<FoundElement> search(const Model& model, const List& list, const Context* context,
                                   ElementId id) {
    for (const auto& element : list) {
        if (element->id == id) return foundIn(model, *element, context);
        if constexpr (Consumer<std::remove_cvref_t<decltype(*element)>>)
            for (const auto& subscription : subscriptionsOf(*element))
                if (subscription->id == id) {
                    auto found = foundIn(model, *subscription, context);
                    found->consumer = element.get();
                    found->consumerKind = kindOf<std::remove_cvref_t<decltype(*element)>>();
                    return found;
                }
    }
    return std::nullopt;
}

template<typename T>
edit::AnyValue named(const std::string& name) {
    T element;
    element.name = name;
    return element;
}

edit::AnyValue newElement(ElementKind kind, const std::string& name, const std::string& context) {
    switch (kind) {
    case ElementKind::Claim:
        return named<Claim>(name);
    case ElementKind::Context:
        return named<Context>(name);
    case ElementKind::Channel:
        return named<Channel>(name);
    case ElementKind::Event:
        return named<Event>(name);
    case ElementKind::Type:
        return named<TypeDefinition>(name);
    case ElementKind::View:
        return named<View>(name);
    case ElementKind::Policy:
        return named<Policy>(name);
    case ElementKind::Decision:
        return named<Decision>(name);
    case ElementKind::Audience:
        return named<Audience>(name);
    case ElementKind::Subscription: {
        Subscription subscription;
        subscription.event = parseRef(name, context);
        return subscription;
    }
    case ElementKind::Fact:
    case ElementKind::Model:
    case ElementKind::Stage:
    case ElementKind::Scenario:
        break;
    }
    return named<Fact>(name);
}

template<typename T>
Result<std::optional<edit::Edit>> change(const T& element, const FoundElement& found, std::string_view key,
                                         const std::optional<Tree>& value) {
    auto changed = contract::withField(element, key, value, found.context);
    if (!changed) return tl::unexpected<Error>(changed.error());
    if (*changed == element) return std::nullopt;
    if constexpr (std::same_as<T, Model>) {
        const edit::Root root = edit::rootOf(*changed);
        if (root == edit::rootOf(element))
            return failure(ErrorCode::Refused,
                           Phrase::of("This can only be changed in the text of the model (YAML)."));
        return edit::Edit(edit::ChangeRoot{root});
    } else {
        return edit::Edit(edit::ReplaceElement{*changed});
    }
}

template<typename T>
std::vector<InnerElement> innerOf(const T& element, std::string_view key, const std::string& context) {
    std::vector<InnerElement> all;
    const auto add = [&]<typename U>(const std::vector<Shared<U>>& list) {
        for (const auto& inner : list) {
            std::string name = inner->name;
            if constexpr (std::same_as<U, Subscription>) name = unparseRef(inner->event, context);
            all.push_back({inner->id, kindOf<U>(), std::move(name)});
        }
    };
    if constexpr (contract::Structured<T>)
        std::apply(
            [&](const auto&... field) {
                const auto look = [&](const auto& one) {
                    if constexpr (requires { add(element.*(one.member)); })
                        if (one.key == key) add(element.*(one.member));
                };
                (look(field), ...);
            },
            contract::Fields<T>::table);
    return all;
}

} // namespace

const Element* FoundElement::base() const {
    if (!element) return nullptr;
    return std::visit([](const auto* some) -> const Element* { return some; }, *element);
}

std::optional<FoundElement> findElement(const Model& model, ElementId id) {
    if (!id) return FoundElement{.model = &model};
    if (auto found = search(model, model.claims, nullptr, id)) return found;
    if (auto found = search(model, model.audiences, nullptr, id)) return found;
    for (const auto& context : model.contexts) {
        if (context->id == id) return foundIn(model, *context, context.get());
        std::optional<FoundElement> found;
        forEachSection(*context, [&](const auto& list) {
            if (!found) found = search(model, list, context.get(), id);
        });
        if (found) return found;
    }
    return std::nullopt;
}

std::optional<Tree> valueOf(const FoundElement& found, std::string_view key) {
    if (!found.element) return contract::fieldOf(*found.model, key, {});
    return std::visit([&](const auto* element) { return contract::fieldOf(*element, key, found.context); },
                      *found.element);
}

Result<std::optional<edit::Edit>> changeOf(const FoundElement& found, std::string_view key,
                                           const std::optional<Tree>& value) {
    if (!found.element) return change(*found.model, found, key, value);
    return std::visit([&](const auto* element) { return change(*element, found, key, value); },
                      *found.element);
}

std::vector<InnerElement> innerElements(const FoundElement& found, std::string_view key) {
    if (!found.element) return innerOf(*found.model, key, {});
    return std::visit([&](const auto* element) { return innerOf(*element, key, found.context); },
                      *found.element);
}

edit::Edit additionOf(const FoundElement& into, ElementKind kind, const std::string& name) {
    return edit::AddElement{newElement(kind, name, into.context), into.base() ? into.base()->id : ElementId{},
                            std::nullopt};
}

} // namespace factline::panels
