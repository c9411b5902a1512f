// SPDX-License-Identifier: Apache-2.0
#include "domain/lookup.h"

#include <algorithm>

#include "domain/sections.h"

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

namespace {

std::size_t sizeOf(const Model& model) {
    std::size_t size = model.claims.size() + model.contexts.size() + model.audiences.size();
    for (const auto& context : model.contexts) {
        forEachSection(*context, [&](const auto& list) { size += list.size(); });
        for (const auto& view : context->views)
            size += view->fedBy.size();
        for (const auto& policy : context->policies)
            size += policy->when.size();
    }
    return size;
}

} // namespace

Lookup::Lookup(Model model)
    : m_model(std::move(model)) {
    m_all.reserve(sizeOf(m_model)); // moving what is there already costs more than counting
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
    index();
}

void Lookup::add(Located located, ElementId id) {
    if (id) m_byId.emplace_back(id, static_cast<Number>(m_all.size()));
    m_all.push_back(std::move(located));
}

/// Once all elements have their place: the names looked up by are views of what stands there.
void Lookup::index() {
    std::ranges::sort(m_byId);
    m_byName.reserve(m_all.size());
    for (std::size_t i = 0; i < m_all.size(); ++i) // the first of a name is the one a reference means
        m_byName.try_emplace(split(m_all[i].key.kind, m_all[i].key.name), static_cast<Number>(i));
}

/// A context ends at the first '/', so that names given whole and names given in parts meet.
Lookup::Name Lookup::split(ElementKind kind, std::string_view qualified) {
    const auto slash = qualified.find('/');
    if (slash == std::string_view::npos || slash == 0) return {kind, {}, qualified};
    return {kind, qualified.substr(0, slash), qualified.substr(slash + 1)};
}

Lookup::Name::Name(ElementKind ofKind, std::string_view inContext, std::string_view bareName)
    : kind(ofKind)
    , context(inContext)
    , name(bareName) {
    const std::hash<std::string_view> hashOf;
    hash = (hashOf(context) * 1000003U ^ hashOf(name)) * 31U + static_cast<std::size_t>(kind);
}

AskedName askedName(ElementKind kind, std::string_view context, std::string_view name) {
    if (context.empty()) return Lookup::NameHash{}(Lookup::split(kind, name));
    if (context.find('/') != std::string_view::npos) return askedName(keyOf(kind, context, name));
    return Lookup::NameHash{}(Lookup::Name{kind, context, name});
}

AskedName askedName(const ElementKey& key) {
    return askedName(key.kind, {}, key.name);
}

Asking::Asking(std::vector<AskedName>& into) {
    s_into = &into;
}

Asking::~Asking() {
    s_into = nullptr;
}

void Lookup::addSubscription(const Context& context, const Shared<Subscription>& subscription,
                             std::variant<const View*, const Policy*> consumer) {
    const Subscriber subscriber{&context, subscription.get(), consumer};
    const auto* element = std::visit([](const auto* e) -> const Element* { return e; }, consumer);
    const bool isView = std::holds_alternative<const View*>(consumer);
    add({subscriber.key(), subscription.get(), &context, element,
         isView ? ElementKind::View : ElementKind::Policy},
        subscription->id);
    m_subscriptions.push_back(subscriber);
    const Ref& event = subscription->event;
    m_byEvent[{ElementKind::Event, event.context, event.name}].push_back(subscriber);
}

template<typename T>
const T* Lookup::findAs(ElementKind kind, std::string_view context, std::string_view name) const {
    const Located* found = find(kind, context, name);
    return found ? std::get<const T*>(found->element) : nullptr;
}

const Context* Lookup::findContext(std::string_view name) const {
    return findAs<Context>(ElementKind::Context, {}, name);
}
const Claim* Lookup::findClaim(std::string_view name) const {
    return findAs<Claim>(ElementKind::Claim, {}, name);
}
const Fact* Lookup::findFact(const Ref& ref) const {
    return findAs<Fact>(ElementKind::Fact, ref.context, ref.name);
}
const Event* Lookup::findEvent(const Ref& ref) const {
    return findAs<Event>(ElementKind::Event, ref.context, ref.name);
}
const Channel* Lookup::findChannel(const Ref& ref) const {
    return findAs<Channel>(ElementKind::Channel, ref.context, ref.name);
}
const View* Lookup::findView(const Ref& ref) const {
    return findAs<View>(ElementKind::View, ref.context, ref.name);
}
const TypeDefinition* Lookup::findType(const Ref& ref) const {
    return findAs<TypeDefinition>(ElementKind::Type, ref.context, ref.name);
}
const Policy* Lookup::findPolicy(const Ref& ref) const {
    return findAs<Policy>(ElementKind::Policy, ref.context, ref.name);
}
const Decision* Lookup::findDecision(const Ref& ref) const {
    return findAs<Decision>(ElementKind::Decision, ref.context, ref.name);
}

const Located* Lookup::find(ElementId id) const {
    const auto found = std::ranges::lower_bound(m_byId, id, {}, &std::pair<ElementId, Number>::first);
    return found == m_byId.end() || found->first != id ? nullptr : &m_all[found->second];
}

const Located* Lookup::findNamed(const Name& name) const {
    if (Asking::isNoting()) Asking::note(NameHash{}(name));
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : &m_all[found->second];
}

const Located* Lookup::find(const ElementKey& key) const {
    return findNamed(split(key.kind, key.name));
}

const Located* Lookup::find(ElementKind kind, const Ref& ref) const {
    return find(kind, ref.context, ref.name);
}

const Located* Lookup::find(ElementKind kind, std::string_view context, std::string_view name) const {
    if (context.empty()) return findNamed(split(kind, name));
    if (context.find('/') != std::string_view::npos) return find(keyOf(kind, context, name));
    return findNamed(Name{kind, context, name});
}

const std::vector<Subscriber>& Lookup::subscribers(const Ref& event) const {
    static const std::vector<Subscriber> none;
    if (Asking::isNoting()) Asking::note(askedName(ElementKind::Event, event.context, event.name));
    const auto found = m_byEvent.find({ElementKind::Event, event.context, event.name});
    return found == m_byEvent.end() ? none : found->second;
}

} // namespace factline
