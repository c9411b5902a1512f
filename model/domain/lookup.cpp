// SPDX-License-Identifier: Apache-2.0
#include "domain/lookup.h"

#include <algorithm>

#include "domain/lookup_block.h"

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
    shareBlocks(nullptr);
    layOut();
    m_index = std::make_shared<const Index>(m_blocks);
    collectIds();
    collectSubscribers();
}

Lookup::Lookup(Model model, const Lookup& before)
    : m_model(std::move(model)) {
    const auto renewed = shareBlocks(&before);
    layOut();
    if (renewed) {
        index(&before, *renewed);
        carryIds(before, *renewed);
        carrySubscribers(before, *renewed);
    } else {
        index(nullptr, {});
        collectIds();
        collectSubscribers();
    }
}

Lookup::~Lookup() = default;

namespace {

/// How many elements two lists share at their beginning.
template<typename T>
std::size_t commonHead(const std::vector<Shared<T>>& one, const std::vector<Shared<T>>& other) {
    const auto same = [](const auto& a, const auto& b) { return a.same(b); };
    const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end(), same);
    return static_cast<std::size_t>(ends.first - one.begin());
}

template<typename T>
bool areSame(const std::vector<Shared<T>>& one, const std::vector<Shared<T>>& other) {
    return one.size() == other.size() && commonHead(one, other) == one.size();
}

/// Not only equal: of the very same objects, for who compares their addresses.
bool areSame(const Model& one, const Model& other) {
    return areSame(one.contexts, other.contexts) && areSame(one.claims, other.claims) &&
           areSame(one.audiences, other.audiences) && one == other;
}

} // namespace

std::shared_ptr<const Lookup> LatestLookup::of(const Model& model) {
    if (!m_latest)
        m_latest = std::make_shared<const Lookup>(model);
    else if (!areSame(m_latest->model(), model))
        m_latest = std::make_shared<const Lookup>(model, *m_latest);
    return m_latest;
}

std::optional<std::vector<Lookup::Number>> Lookup::shareBlocks(const Lookup* before) {
    const auto& contexts = m_model.contexts;
    std::vector<Number> renewed;
    m_blocks.reserve(contexts.size() + 2);
    const auto make = [&](const auto& part) {
        renewed.push_back(static_cast<Number>(m_blocks.size()));
        m_blocks.push_back(std::make_shared<const Block>(part));
    };
    if (before && areSame(before->m_model.claims, m_model.claims))
        m_blocks.push_back(before->m_blocks.front());
    else
        make(m_model.claims);
    const std::vector<Shared<Context>> none;
    const auto& old = before ? before->m_model.contexts : none;
    std::size_t head = commonHead(old, contexts), tail = 0; // between them is what has changed
    while (head + tail < std::min(old.size(), contexts.size()) &&
           old[old.size() - 1 - tail].same(contexts[contexts.size() - 1 - tail]))
        ++tail;
    for (std::size_t i = 0; i < contexts.size(); ++i) {
        const bool isTail = i >= contexts.size() - tail;
        const std::size_t place = isTail ? i + old.size() - contexts.size() : i;
        if (place < old.size() && old[place].same(contexts[i]))
            m_blocks.push_back(before->m_blocks[place + 1]);
        else
            make(*contexts[i]);
    }
    if (before && areSame(before->m_model.audiences, m_model.audiences))
        m_blocks.push_back(before->m_blocks.back());
    else
        make(m_model.audiences);
    if (!before || old.size() != contexts.size()) return std::nullopt;
    return renewed;
}

/// All elements and subscriptions one after another.
void Lookup::layOut() {
    std::size_t elements = 0, subscriptions = 0;
    m_starts.reserve(m_blocks.size());
    for (const auto& block : m_blocks) {
        m_starts.push_back(elements);
        elements += block->elements.size();
        subscriptions += block->subscriptions.size();
    }
    m_all.m_places.reserve(elements);
    m_subscriptions.reserve(subscriptions);
    for (const auto& block : m_blocks) {
        for (const Located& located : block->elements)
            m_all.m_places.push_back(&located);
        m_subscriptions.insert(m_subscriptions.end(), block->subscriptions.begin(),
                               block->subscriptions.end());
    }
}

/// `before`: whose blocks have the same numbers; null: none.
void Lookup::index(const Lookup* before, const std::vector<Number>& renewed) {
    const auto isCalledTheSame = [&](Number i) {
        const Block &now = *m_blocks[i], &then = *before->m_blocks[i];
        const auto* context = i > 0 && i <= m_model.contexts.size() ? m_model.contexts[i - 1].get() : nullptr;
        return now.contexts == then.contexts &&
               (!context || context->name == before->m_model.contexts[i - 1]->name);
    };
    m_index = before && std::ranges::all_of(renewed, isCalledTheSame)
                  ? before->m_index
                  : std::make_shared<const Index>(m_blocks);
}

void Lookup::collectIds() {
    m_byId.reserve(m_all.size());
    for (Number i = 0; i < m_blocks.size(); ++i)
        m_blocks[i]->spots(i, m_byId);
    if (!std::ranges::is_sorted(m_byId)) std::ranges::sort(m_byId);
}

void Lookup::carryIds(const Lookup& before, const std::vector<Number>& renewed) {
    std::vector<bool> isRenewed(m_blocks.size());
    std::vector<Spot> added;
    for (const Number i : renewed) {
        isRenewed[i] = true;
        m_blocks[i]->spots(i, added);
    }
    std::ranges::sort(added);
    m_byId.reserve(before.m_byId.size() + added.size());
    auto next = added.begin();
    for (const Spot& spot : before.m_byId) {
        if (isRenewed[spot.block]) continue;
        for (; next != added.end() && *next < spot; ++next)
            m_byId.push_back(*next);
        m_byId.push_back(spot);
    }
    m_byId.insert(m_byId.end(), next, added.end());
}

void Lookup::collectSubscribers() {
    std::vector<std::vector<Shard::Entry>> shards(Shard::count);
    for (Number i = 0; i < m_blocks.size(); ++i)
        for (const Subscriber& subscriber : m_blocks[i]->subscriptions) {
            const std::size_t hash = Shard::hashOf(subscriber.subscription->event);
            shards[hash % Shard::count].push_back({hash, i, subscriber});
        }
    m_byEvent.resize(Shard::count);
    for (std::size_t i = 0; i < shards.size(); ++i)
        if (!shards[i].empty()) m_byEvent[i] = std::make_shared<const Shard>(std::move(shards[i]));
}

void Lookup::carrySubscribers(const Lookup& before, const std::vector<Number>& renewed) {
    m_byEvent = before.m_byEvent;
    std::vector<bool> isRenewed(m_blocks.size());
    std::unordered_map<std::size_t, std::vector<Shard::Entry>> added; // to the shards that are to be renewed
    for (const Number i : renewed) {
        isRenewed[i] = true;
        for (const Subscriber& subscriber : before.m_blocks[i]->subscriptions)
            added.try_emplace(Shard::hashOf(subscriber.subscription->event) % Shard::count);
        for (const Subscriber& subscriber : m_blocks[i]->subscriptions) {
            const std::size_t hash = Shard::hashOf(subscriber.subscription->event);
            added[hash % Shard::count].push_back({hash, i, subscriber});
        }
    }
    for (auto& [number, entries] : added) {
        auto& shard = m_byEvent[number];
        auto all = shard ? shard->without(isRenewed) : std::vector<Shard::Entry>();
        all.insert(all.end(), entries.begin(), entries.end());
        shard = all.empty() ? nullptr : std::make_shared<const Shard>(std::move(all));
    }
}

std::vector<const Located*> Lookup::mentioning(std::string_view qualifiedName) const {
    std::vector<const Located*> found;
    for (const auto& block : m_blocks)
        if (block->mentions(qualifiedName))
            for (const Located& located : block->elements)
                found.push_back(&located);
    return found;
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
    contextHash = hashOf(context);
    hash = (contextHash * 1000003U ^ hashOf(name)) * 31U + static_cast<std::size_t>(kind);
}

AskedName askedName(ElementKind kind, std::string_view context, std::string_view name) {
    if (context.empty()) return Lookup::split(kind, name).hash;
    if (context.find('/') != std::string_view::npos) return askedName(keyOf(kind, context, name));
    return Lookup::Name{kind, context, name}.hash;
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

const Lookup::Spot* Lookup::spotOf(ElementId id) const {
    const auto found = std::ranges::lower_bound(m_byId, id, {}, &Spot::id);
    return found == m_byId.end() || found->id != id ? nullptr : &*found;
}

const Located* Lookup::find(ElementId id) const {
    const Spot* spot = spotOf(id);
    return spot ? &m_blocks[spot->block]->elements[spot->element] : nullptr;
}

std::optional<std::size_t> Lookup::placeOf(ElementId id) const {
    const Spot* spot = spotOf(id);
    return spot ? std::optional(m_starts[spot->block] + spot->element) : std::nullopt;
}

std::vector<const Located*> Lookup::waived() const {
    std::vector<const Located*> found;
    for (const auto& block : m_blocks)
        for (const Number i : block->waived)
            found.push_back(&block->elements[i]);
    return found;
}

const Located* Lookup::findNamed(const Name& name) const {
    if (Asking::isNoting()) Asking::note(name.hash);
    if (name.kind == ElementKind::Context) {
        const auto& blocks =
            name.context.empty()
                ? m_index->contextsCalled(name.name)
                : m_index->contextsCalled(std::string(name.context) + '/' + std::string(name.name));
        return blocks.empty() ? nullptr : &m_blocks[blocks.front()]->elements.front();
    }
    for (const Number block : m_index->blocksOf(name.context, name.contextHash))
        if (const Located* found = m_blocks[block]->find(name)) return found;
    return nullptr;
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

std::span<const Subscriber> Lookup::subscribers(const Ref& event) const {
    const std::size_t hash = Shard::hashOf(event);
    if (Asking::isNoting()) Asking::note(askedName(ElementKind::Event, event.context, event.name));
    const auto& shard = m_byEvent[hash % Shard::count];
    return shard ? shard->of(event, hash) : std::span<const Subscriber>();
}

} // namespace factline
