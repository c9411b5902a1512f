// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "domain/model.h"

namespace factline {

/// Pointer to any named element; valid as long as the Lookup (or the Model snapshot) it came from.
using AnyElement = std::variant<const Claim*, const Context*, const Fact*, const Channel*, const Event*,
                                const TypeDefinition*, const View*, const Subscription*, const Policy*,
                                const Decision*, const Audience*>;

/// An element and where it stands.
struct Located {
    ElementKey key;
    AnyElement element;
    const Context* context =
        nullptr; ///< the context around it; a context's own is itself; null for claims, audiences
    const Element* consumer = nullptr;            ///< a subscription's View or Policy
    ElementKind consumerKind = ElementKind::View; ///< which of them

    const Element& base() const {
        return *std::visit([](const auto* one) -> const Element* { return one; }, element);
    }
    ElementId id() const { return base().id; }
};

/// What a subscription belongs to.
struct Subscriber {
    const Context* context = nullptr;
    const Subscription* subscription = nullptr;
    std::variant<const View*, const Policy*> consumer;

    /// Name of the view or policy.
    const std::string& consumerName() const;
    ElementKey key() const;
};

/// A name as it is asked for; the same whichever way it is said. Two names may share one, which is rare.
using AskedName = std::uint64_t;
AskedName askedName(ElementKind kind, std::string_view context, std::string_view name);
AskedName askedName(const ElementKey& key);

/// While it lives, what this thread asks any Lookup for is noted, found or not: whoever keeps what was worked
/// out from the answers knows which names it hangs on. Not one inside another.
class Asking {
public:
    explicit Asking(std::vector<AskedName>& into);
    ~Asking();
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    /// Notes a name that was asked for elsewhere, where anybody takes notes.
    static void note(AskedName name) {
        if (s_into) s_into->push_back(name);
    }
    static bool isNoting() { return s_into != nullptr; }
    /// All that was noted so far; only while anybody takes notes.
    static const std::vector<AskedName>& noted() { return *s_into; }

private:
    inline static thread_local std::vector<AskedName>* s_into = nullptr;
};

/// The elements of a Lookup, one after another in the order of the model.
class Elements {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Located;
        using difference_type = std::ptrdiff_t;
        using pointer = const Located*;
        using reference = const Located&;

        Iterator() = default;
        explicit Iterator(const Located* const* place)
            : m_place(place) {}
        reference operator*() const { return **m_place; }
        pointer operator->() const { return *m_place; }
        Iterator& operator++() {
            ++m_place;
            return *this;
        }
        Iterator operator++(int) { return Iterator(m_place++); }
        bool operator==(const Iterator&) const = default;

    private:
        const Located* const* m_place = nullptr;
    };

    std::size_t size() const { return m_places.size(); }
    bool empty() const { return m_places.empty(); }
    const Located& operator[](std::size_t i) const { return *m_places[i]; }
    Iterator begin() const { return Iterator(m_places.data()); }
    Iterator end() const { return Iterator(m_places.data() + m_places.size()); }

private:
    friend class Lookup;
    std::vector<const Located*> m_places;
};

/// Finds elements of one Model snapshot by name and by id in constant time. Keeps the snapshot alive. What it
/// knows lies in blocks, one for each context, which the Lookups of later snapshots share where nothing in
/// the context has changed.
class Lookup {
public:
    explicit Lookup(Model model);
    /// The same, and as good as another one in every answer; costs little where `before` is of a snapshot
    /// from which few contexts differ.
    Lookup(Model model, const Lookup& before);
    ~Lookup();
    Lookup(const Lookup&) = delete;
    Lookup& operator=(const Lookup&) = delete;

    const Model& model() const { return m_model; }

    /// The first element of that name, or null.
    const Context* findContext(std::string_view name) const;
    const Claim* findClaim(std::string_view name) const;
    const Fact* findFact(const Ref& ref) const;
    const Event* findEvent(const Ref& ref) const;
    const Channel* findChannel(const Ref& ref) const;
    const View* findView(const Ref& ref) const;
    const TypeDefinition* findType(const Ref& ref) const;
    const Policy* findPolicy(const Ref& ref) const;
    const Decision* findDecision(const Ref& ref) const;

    /// Where an element of this snapshot stands; nothing for a foreign id.
    const Located* find(ElementId id) const;
    /// The first element that answers to a key, or to a reference to that kind.
    const Located* find(const ElementKey& key) const;
    const Located* find(ElementKind kind, const Ref& ref) const;
    /// All elements in the order of the model: claims, contexts with their contents, audiences.
    const Elements& all() const { return m_all; }
    /// Which of all() the element of that id is; nothing for a foreign id.
    std::optional<std::size_t> placeOf(ElementId id) const;
    /// Those of all() that carry waivers.
    std::vector<const Located*> waived() const;

    /// In the order of the model: all whose references may mean something of that name, and others that stand
    /// beside them.
    std::vector<const Located*> mentioning(std::string_view qualifiedName) const;

    /// Every subscription to that event name, in the order of the model.
    std::span<const Subscriber> subscribers(const Ref& event) const;
    /// Every subscription in the model.
    const std::vector<Subscriber>& subscriptions() const { return m_subscriptions; }

private:
    using Number = std::uint32_t; ///< of a block, or of an element in its block

    /// A name in two parts that belong to the model, so that looking it up builds no text.
    struct Name {
        ElementKind kind;
        std::string_view context;
        std::string_view name;
        std::size_t contextHash; ///< kept, so that looking up touches no other names, which may lie far apart
        std::size_t hash;

        Name(ElementKind ofKind, std::string_view inContext, std::string_view bareName);
        bool operator==(const Name& other) const {
            return hash == other.hash && kind == other.kind && context == other.context && name == other.name;
        }
    };
    /// Where an element of an id stands.
    struct Spot {
        ElementId id;
        Number block = 0;
        Number element = 0;
        auto operator<=>(const Spot&) const = default;
    };
    class Block;
    class Index;
    class Shard;
    static Name split(ElementKind kind, std::string_view qualified);
    friend AskedName askedName(ElementKind kind, std::string_view context, std::string_view name);

    /// Blocks of this model, those of `before` where they are the same; gives the numbers of all others, or
    /// nothing where blocks have other numbers than before.
    std::optional<std::vector<Number>> shareBlocks(const Lookup* before);
    void layOut();
    void index(const Lookup* before, const std::vector<Number>& renewed);
    void carryIds(const Lookup& before, const std::vector<Number>& renewed);
    void carrySubscribers(const Lookup& before, const std::vector<Number>& renewed);
    void collectIds();
    void collectSubscribers();
    const Spot* spotOf(ElementId id) const;
    const Located* findNamed(const Name& name) const;
    const Located* find(ElementKind kind, std::string_view context, std::string_view name) const;
    template<typename T>
    const T* findAs(ElementKind kind, std::string_view context, std::string_view name) const;

    Model m_model;
    std::vector<std::shared_ptr<const Block>> m_blocks; ///< claims, each context, audiences
    std::vector<std::size_t> m_starts;                  ///< place in m_all of each block's first element
    Elements m_all;
    std::vector<Subscriber> m_subscriptions;
    std::shared_ptr<const Index> m_index;                ///< in which blocks names may stand
    std::vector<Spot> m_byId;                            ///< sorted
    std::vector<std::shared_ptr<const Shard>> m_byEvent; ///< by the hash of the event's name
};

/// Lookups of one snapshot of a model after another: each costs little, because it shares with the one before
/// what has stayed as it was. For one thread.
class LatestLookup {
public:
    std::shared_ptr<const Lookup> of(const Model& model);
    /// The next one may be made from this.
    void take(std::shared_ptr<const Lookup> lookup) { m_latest = std::move(lookup); }

private:
    std::shared_ptr<const Lookup> m_latest;
};

/// What an element is called. A subscription is named by its consumer: see Subscriber::key.
ElementKey keyOf(ElementKind kind, std::string_view context, std::string_view name);

/// The model as it is in `stage`: elements not yet there or gone are left out; `since` counts, `until` does
/// not. An empty stage means the model's `now`. Without a migration the model comes back as it is. An unknown
/// stage is an error that lists the stages.
Result<Model> atStage(const Model& model, std::string_view stage);

} // namespace factline
