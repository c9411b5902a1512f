// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/place_table.h"
#include "domain/lookup.h"

namespace factline {

/// A part of a model, its claims, one context or its audiences, with everything that a Lookup knows about it.
/// It depends on nothing outside, hence later Lookups share it as long as the part stays the same object.
class Lookup::Block {
public:
    explicit Block(const std::vector<Shared<Claim>>& claims);
    explicit Block(const Context& context);
    explicit Block(const std::vector<Shared<Audience>>& audiences);

    std::vector<Located> elements;
    std::vector<Subscriber> subscriptions;
    std::vector<Number> waived;        ///< elements that carry waivers
    std::vector<std::string> contexts; ///< what names in here begin with: of a context just its own name

    const Located* find(const Name& name) const;
    /// Adds where elements that have an id stand.
    void spots(Number ofBlock, std::vector<Spot>& into) const;
    /// Whether any reference in here may mean something of that name. Worked out when it is asked first.
    bool mentions(std::string_view qualifiedName) const;

private:
    void add(Located located, const Element& element);
    void addSubscription(const Context& context, const Shared<Subscription>& subscription,
                         std::variant<const View*, const Policy*> consumer);
    void index();

    std::vector<Name> m_names; ///< by element
    PlaceTable m_places;       ///< in elements; of a name the first
    mutable std::once_flag m_mentionsAreKnown;
    mutable std::vector<std::size_t> m_mentions; ///< hashes of the last parts of names, ascending
};

/// In which blocks names may be found, by what they begin with.
class Lookup::Index {
public:
    explicit Index(const std::vector<std::shared_ptr<const Block>>& blocks);

    /// Numbers of blocks, ascending.
    const std::vector<Number>& blocksOf(std::string_view context, std::size_t hash) const;
    const std::vector<Number>& contextsCalled(std::string_view name) const;

private:
    /// The text of a name with its hash.
    struct Text {
        std::string_view text;
        std::size_t hash;
        bool operator==(const Text& other) const { return text == other.text; }
    };
    struct TextHash {
        std::size_t operator()(const Text& text) const noexcept { return text.hash; }
    };
    using Table = std::unordered_map<Text, std::vector<Number>, TextHash>;
    void note(Table& table, std::string_view text, Number block);

    std::unordered_set<std::string> m_texts; ///< blocks may go before this does
    Table m_blocks, m_contexts;
};

/// The subscriptions to the events of some hashes.
class Lookup::Shard {
public:
    struct Entry {
        std::size_t hash = 0; ///< of the event's name
        Number block = 0;     ///< of the subscription
        Subscriber subscriber;
    };
    static constexpr std::size_t count = 256;
    static std::size_t hashOf(const Ref& event);

    /// Entries in the order of the model, but for their blocks.
    explicit Shard(std::vector<Entry> entries);

    std::span<const Subscriber> of(const Ref& event, std::size_t hash) const;
    /// All entries but those of some blocks, given as a flag for each block.
    std::vector<Entry> without(const std::vector<bool>& blocks) const;

private:
    struct Key {
        std::size_t hash;
        Number block;
    };
    std::vector<Key> m_keys; ///< of the subscribers, sorted
    std::vector<Subscriber> m_subscribers;
};

} // namespace factline
