// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
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

/// Finds elements of one Model snapshot by name and by id in constant time. Keeps the snapshot alive.
class Lookup {
public:
    explicit Lookup(Model model);
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
    const std::vector<Located>& all() const { return m_all; }

    /// Every subscription to that event name, in the order of the model.
    const std::vector<Subscriber>& subscribers(const Ref& event) const;
    /// Every subscription in the model.
    const std::vector<Subscriber>& subscriptions() const { return m_subscriptions; }

private:
    /// A name in two parts that belong to the model, so that looking it up builds no text.
    struct Name {
        ElementKind kind;
        std::string_view context;
        std::string_view name;
        std::size_t hash; ///< kept, so that looking up touches no other names, which may lie far apart

        Name(ElementKind ofKind, std::string_view inContext, std::string_view bareName);
        bool operator==(const Name& other) const {
            return hash == other.hash && kind == other.kind && context == other.context && name == other.name;
        }
    };
    struct NameHash {
        std::size_t operator()(const Name& name) const noexcept { return name.hash; }
    };
    static Name split(ElementKind kind, std::string_view qualified);
    friend AskedName askedName(ElementKind kind, std::string_view context, std::string_view name);
    using Number = std::uint32_t; ///< index into m_all

    void add(Located located, ElementId id);
    void index();
    const Located* findNamed(const Name& name) const;
    const Located* find(ElementKind kind, std::string_view context, std::string_view name) const;
    void addSubscription(const Context& context, const Shared<Subscription>& subscription,
                         std::variant<const View*, const Policy*> consumer);
    template<typename T>
    const T* findAs(ElementKind kind, std::string_view context, std::string_view name) const;

    Model m_model;
    std::vector<Located> m_all;
    std::vector<Subscriber> m_subscriptions;
    std::unordered_map<Name, Number, NameHash> m_byName;
    std::vector<std::pair<ElementId, Number>> m_byId; ///< sorted
    std::unordered_map<Name, std::vector<Subscriber>, NameHash> m_byEvent;
};

/// What an element is called. A subscription is named by its consumer: see Subscriber::key.
ElementKey keyOf(ElementKind kind, std::string_view context, std::string_view name);

/// The model as it is in `stage`: elements not yet there or gone are left out; `since` counts, `until` does
/// not. An empty stage means the model's `now`. Without a migration the model comes back as it is. An unknown
/// stage is an error that lists the stages.
Result<Model> atStage(const Model& model, std::string_view stage);

} // namespace factline
