// SPDX-License-Identifier: Apache-2.0
#include "domain/lookup_block.h"

#include <algorithm>

#include "domain/references.h"
#include "domain/sections.h"

namespace factline {

Lookup::Block::Block(const std::vector<Shared<Claim>>& claims) {
    elements.reserve(claims.size());
    for (const auto& claim : claims)
        add({{ElementKind::Claim, claim->name}, claim.get()}, *claim);
    index();
}

Lookup::Block::Block(const std::vector<Shared<Audience>>& audiences) {
    elements.reserve(audiences.size());
    for (const auto& audience : audiences)
        add({{ElementKind::Audience, audience->name}, audience.get()}, *audience);
    index();
}

Lookup::Block::Block(const Context& context) {
    std::size_t size = 1;
    forEachSection(context, [&](const auto& list) { size += list.size(); });
    for (const auto& view : context.views)
        size += view->fedBy.size();
    for (const auto& policy : context.policies)
        size += policy->when.size();
    elements.reserve(size); // moving what is there already costs more than counting

    add({{ElementKind::Context, context.name}, &context, &context}, context);
    const auto addAll = [&](ElementKind kind, const auto& list) {
        for (const auto& element : list)
            add({keyOf(kind, context.name, element->name), element.get(), &context}, *element);
    };
    addAll(ElementKind::Fact, context.facts);
    addAll(ElementKind::Channel, context.channels);
    addAll(ElementKind::Event, context.events);
    addAll(ElementKind::Type, context.types);
    for (const auto& view : context.views) {
        add({keyOf(ElementKind::View, context.name, view->name), view.get(), &context}, *view);
        for (const auto& subscription : view->fedBy)
            addSubscription(context, subscription, view.get());
    }
    for (const auto& policy : context.policies) {
        add({keyOf(ElementKind::Policy, context.name, policy->name), policy.get(), &context}, *policy);
        for (const auto& subscription : policy->when)
            addSubscription(context, subscription, policy.get());
    }
    addAll(ElementKind::Decision, context.decisions);
    index();
}

void Lookup::Block::add(Located located, const Element& element) {
    if (!element.waivers.empty()) waived.push_back(static_cast<Number>(elements.size()));
    elements.push_back(std::move(located));
}

void Lookup::Block::addSubscription(const Context& context, const Shared<Subscription>& subscription,
                                    std::variant<const View*, const Policy*> consumer) {
    const Subscriber subscriber{&context, subscription.get(), consumer};
    const auto* element = std::visit([](const auto* e) -> const Element* { return e; }, consumer);
    const bool isView = std::holds_alternative<const View*>(consumer);
    add({subscriber.key(), subscription.get(), &context, element,
         isView ? ElementKind::View : ElementKind::Policy},
        *subscription);
    subscriptions.push_back(subscriber);
}

/// Once all elements have their place: the names looked up by are views of what stands there.
void Lookup::Block::index() {
    m_names.reserve(elements.size());
    m_places = PlaceTable(elements.size());
    std::unordered_set<std::string_view> begins;
    for (const Located& located : elements) {
        const auto place = static_cast<Number>(m_names.size());
        const Name& name = m_names.emplace_back(split(located.key.kind, located.key.name));
        if (name.kind == ElementKind::Context) continue; // found by its whole name
        const bool known = !contexts.empty() && contexts.back() == name.context;
        if (!known && begins.insert(name.context).second) contexts.emplace_back(name.context);
        m_places.insert(name.hash, place, [&](Number other) { return m_names[other] == name; });
    }
}

const Located* Lookup::Block::find(const Name& name) const {
    const auto place = m_places.find(name.hash, [&](Number other) { return m_names[other] == name; });
    return place ? &elements[*place] : nullptr;
}

void Lookup::Block::spots(Number ofBlock, std::vector<Spot>& into) const {
    for (Number i = 0; i < elements.size(); ++i)
        if (const ElementId id = elements[i].id()) into.push_back({id, ofBlock, i});
}

namespace {

/// A reference and what it means end alike, however much of the name is said.
std::size_t hashOfEnd(std::string_view name) {
    return std::hash<std::string_view>{}(name.substr(name.rfind('/') + 1));
}

} // namespace

bool Lookup::Block::mentions(std::string_view qualifiedName) const {
    std::call_once(m_mentionsAreKnown, [this] {
        for (const Located& located : elements)
            forEachRef(located,
                       [this](const RefUse&, const Ref& ref) { m_mentions.push_back(hashOfEnd(ref.name)); });
        std::ranges::sort(m_mentions);
        m_mentions.erase(std::unique(m_mentions.begin(), m_mentions.end()), m_mentions.end());
        m_mentions.shrink_to_fit();
    });
    return std::ranges::binary_search(m_mentions, hashOfEnd(qualifiedName));
}

Lookup::Index::Index(const std::vector<std::shared_ptr<const Block>>& blocks) {
    m_blocks.reserve(blocks.size());
    m_contexts.reserve(blocks.size());
    for (Number i = 0; i < blocks.size(); ++i) {
        for (const std::string& context : blocks[i]->contexts)
            note(m_blocks, context, i);
        const auto& elements = blocks[i]->elements;
        if (!elements.empty() && elements.front().key.kind == ElementKind::Context)
            note(m_contexts, elements.front().key.name, i);
    }
}

void Lookup::Index::note(Table& table, std::string_view text, Number block) {
    const std::string_view kept = *m_texts.emplace(text).first;
    table[{kept, std::hash<std::string_view>{}(kept)}].push_back(block);
}

const std::vector<Lookup::Number>& Lookup::Index::blocksOf(std::string_view context, std::size_t hash) const {
    static const std::vector<Number> none;
    const auto found = m_blocks.find({context, hash});
    return found == m_blocks.end() ? none : found->second;
}

const std::vector<Lookup::Number>& Lookup::Index::contextsCalled(std::string_view name) const {
    static const std::vector<Number> none;
    const auto found = m_contexts.find({name, std::hash<std::string_view>{}(name)});
    return found == m_contexts.end() ? none : found->second;
}

std::size_t Lookup::Shard::hashOf(const Ref& event) {
    return Name{ElementKind::Event, event.context, event.name}.hash;
}

Lookup::Shard::Shard(std::vector<Entry> entries) {
    std::ranges::stable_sort(entries, [](const Entry& one, const Entry& other) {
        if (one.hash != other.hash) return one.hash < other.hash;
        const Ref &a = one.subscriber.subscription->event, &b = other.subscriber.subscription->event;
        return a == b ? one.block < other.block : a < b;
    });
    m_keys.reserve(entries.size());
    m_subscribers.reserve(entries.size());
    for (const Entry& entry : entries) {
        m_keys.push_back({entry.hash, entry.block});
        m_subscribers.push_back(entry.subscriber);
    }
}

std::span<const Subscriber> Lookup::Shard::of(const Ref& event, std::size_t hash) const {
    const auto isIt = [&](std::size_t i) {
        return i < m_keys.size() && m_keys[i].hash == hash && m_subscribers[i].subscription->event == event;
    };
    auto first =
        static_cast<std::size_t>(std::ranges::lower_bound(m_keys, hash, {}, &Key::hash) - m_keys.begin());
    while (first < m_keys.size() && m_keys[first].hash == hash && !isIt(first))
        ++first; // another name of the same hash
    std::size_t last = first;
    while (isIt(last))
        ++last;
    return std::span(m_subscribers).subspan(first, last - first);
}

std::vector<Lookup::Shard::Entry> Lookup::Shard::without(const std::vector<bool>& blocks) const {
    std::vector<Entry> left;
    left.reserve(m_keys.size());
    for (std::size_t i = 0; i < m_keys.size(); ++i)
        if (!blocks[m_keys[i].block]) left.push_back({m_keys[i].hash, m_keys[i].block, m_subscribers[i]});
    return left;
}

} // namespace factline
