// SPDX-License-Identifier: Apache-2.0
#include "domain/lookup.h"

namespace factline {

const std::string& Subscriber::consumerName() const {
    return std::visit([](const auto* element) -> const std::string& { return element->name; }, consumer);
}

ElementKey Subscriber::key() const {
    return {ElementKind::Subscription,
            context->name + '/' + consumerName() + "<-" + toString(subscription->event)};
}

ElementKey keyOf(ElementKind kind, std::string_view context, std::string_view name) {
    ElementKey key{kind, {}};
    key.name.reserve(context.size() + 1 + name.size()); // this is asked for very often
    if (!context.empty()) key.name.append(context) += '/';
    key.name.append(name);
    return key;
}

Lookup::Lookup(Model model)
    : m_model(std::move(model)) {
    for (const auto& claim : m_model.claims)
        add({{ElementKind::Claim, claim->name}, claim.get()}, claim->id);
    for (const auto& shared : m_model.contexts) {
        const Context& context = *shared;
        add({{ElementKind::Context, context.name}, &context, &context}, context.id);
        const auto addAll = [&](ElementKind kind, const auto& elements) {
            for (const auto& element : elements)
                add({keyOf(kind, context.name, element->name), element.get(), &context}, element->id);
        };
        addAll(ElementKind::Fact, context.facts);
        addAll(ElementKind::Channel, context.channels);
        addAll(ElementKind::Event, context.events);
        addAll(ElementKind::Type, context.types);
        for (const auto& view : context.views) {
            add({keyOf(ElementKind::View, context.name, view->name), view.get(), &context}, view->id);
            for (const auto& subscription : view->fedBy)
                addSubscription(context, subscription, view.get());
        }
        for (const auto& policy : context.policies) {
            add({keyOf(ElementKind::Policy, context.name, policy->name), policy.get(), &context}, policy->id);
            for (const auto& subscription : policy->when)
                addSubscription(context, subscription, policy.get());
        }
        addAll(ElementKind::Decision, context.decisions);
    }
    for (const auto& audience : m_model.audiences)
        add({{ElementKind::Audience, audience->name}, audience.get()}, audience->id);
}

void Lookup::add(Located located, ElementId id) {
    const std::size_t index = m_all.size();
    m_byKey.try_emplace(located.key, index); // the first of a name is the one a reference means
    if (id) m_byId.try_emplace(id, index);
    m_all.push_back(std::move(located));
}

void Lookup::addSubscription(const Context& context, const Shared<Subscription>& subscription,
                             std::variant<const View*, const Policy*> consumer) {
    const Subscriber subscriber{&context, subscription.get(), consumer};
    const auto* element = std::visit([](const auto* e) -> const Element* { return e; }, consumer);
    add({subscriber.key(), subscription.get(), &context, element}, subscription->id);
    m_subscriptions.push_back(subscriber);
    m_byEvent[subscription->event].push_back(subscriber);
}

template<typename T>
const T* Lookup::findAs(ElementKind kind, const Ref& ref) const {
    const auto found = m_byKey.find(keyOf(kind, ref.context, ref.name));
    return found == m_byKey.end() ? nullptr : std::get<const T*>(m_all[found->second].element);
}

const Context* Lookup::findContext(std::string_view name) const {
    return findAs<Context>(ElementKind::Context, {{}, std::string(name)});
}
const Claim* Lookup::findClaim(std::string_view name) const {
    return findAs<Claim>(ElementKind::Claim, {{}, std::string(name)});
}
const Fact* Lookup::findFact(const Ref& ref) const {
    return findAs<Fact>(ElementKind::Fact, ref);
}
const Event* Lookup::findEvent(const Ref& ref) const {
    return findAs<Event>(ElementKind::Event, ref);
}
const Channel* Lookup::findChannel(const Ref& ref) const {
    return findAs<Channel>(ElementKind::Channel, ref);
}
const View* Lookup::findView(const Ref& ref) const {
    return findAs<View>(ElementKind::View, ref);
}
const TypeDefinition* Lookup::findType(const Ref& ref) const {
    return findAs<TypeDefinition>(ElementKind::Type, ref);
}
const Policy* Lookup::findPolicy(const Ref& ref) const {
    return findAs<Policy>(ElementKind::Policy, ref);
}
const Decision* Lookup::findDecision(const Ref& ref) const {
    return findAs<Decision>(ElementKind::Decision, ref);
}

const Located* Lookup::find(ElementId id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_all[found->second];
}

const Located* Lookup::find(const ElementKey& key) const {
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : &m_all[found->second];
}

const std::vector<Subscriber>& Lookup::subscribers(const Ref& event) const {
    static const std::vector<Subscriber> none;
    const auto found = m_byEvent.find(event);
    return found == m_byEvent.end() ? none : found->second;
}

} // namespace factline
