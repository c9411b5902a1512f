// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "contract/read.h"
#include "domain/sections.h"

namespace factline::contract {

namespace {

/// Finds for each element of a list the one it was before: by name, by an earlier name, or by its place.
template<typename T>
class Matching {
public:
    Matching(const std::vector<Shared<T>>& before, const std::vector<Shared<T>>& after)
        : m_before(before) {
        m_found.resize(after.size(), nullptr);
        m_taken.resize(before.size(), false);
        for (std::size_t i = before.size(); i-- > 0;)
            m_byName[before[i]->name].push_back(i);
        for (std::size_t i = 0; i < after.size(); ++i)
            m_found[i] = take(after[i]->name);
        for (std::size_t i = 0; i < after.size(); ++i)
            for (const std::string& name : after[i]->formerly)
                if (!m_found[i]) m_found[i] = take(name);
        // A rename taken back: the new name is an earlier one of the old element.
        for (std::size_t old = 0; old < before.size(); ++old)
            for (const std::string& name : m_taken[old] ? std::vector<std::string>{} : before[old]->formerly)
                takeBack(old, name, after);
        renameOnly(after);
    }
    const T* of(std::size_t index) const { return m_found[index]; }

private:
    // Of several with one name the first that is free.
    const T* take(const std::string& name) {
        const auto found = m_byName.find(name);
        if (found == m_byName.end() || found->second.empty()) return nullptr;
        const std::size_t index = found->second.back();
        found->second.pop_back();
        m_taken[index] = true;
        return m_before[index].get();
    }
    void takeBack(std::size_t old, const std::string& name, const std::vector<Shared<T>>& after) {
        if (m_taken[old]) return;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (m_found[i] || after[i]->name != name) continue;
            m_found[i] = m_before[old].get();
            m_taken[old] = true;
            return;
        }
    }

    // One that is gone and one that is new, at the same place among the others: its name was typed anew.
    void renameOnly(const std::vector<Shared<T>>& after) {
        const auto gone = std::ranges::find(m_taken, false);
        const auto fresh = std::ranges::find(m_found, nullptr);
        if (gone == m_taken.end() || fresh == m_found.end() || m_before.size() != after.size()) return;
        const auto index = gone - m_taken.begin();
        if (index != fresh - m_found.begin() || std::find(gone + 1, m_taken.end(), false) != m_taken.end())
            return;
        *fresh = m_before[static_cast<std::size_t>(index)].get();
    }

    const std::vector<Shared<T>>& m_before;
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_byName; ///< the first one last
    std::vector<const T*> m_found;
    std::vector<bool> m_taken;
};

/// Which id each element of a model gets, by the id it has.
class Ids {
public:
    Ids(const Model& before, const Model& after)
        : m_next(before.nextId) {
        match(before.claims, after.claims);
        match(before.audiences, after.audiences);
        const Matching<Context> contexts(before.contexts, after.contexts);
        static const Context none;
        for (std::size_t i = 0; i < after.contexts.size(); ++i) {
            const Context* old = contexts.of(i);
            give(*after.contexts[i], old);
            old = old ? old : &none;
            const Context& now = *after.contexts[i];
            match(old->facts, now.facts);
            match(old->channels, now.channels);
            match(old->types, now.types);
            match(old->decisions, now.decisions);
            match(old->events, now.events);
            for (const auto& event : now.events)
                m_newEvents.try_emplace(Ref{now.name, event->name}, m_ids[event->id]);
        }
        for (const auto& context : before.contexts)
            noteEvents(*context, m_oldEvents);
        for (std::size_t i = 0; i < after.contexts.size(); ++i) {
            const Context& old = contexts.of(i) ? *contexts.of(i) : none;
            consumers(old.views, after.contexts[i]->views, &View::fedBy);
            consumers(old.policies, after.contexts[i]->policies, &Policy::when);
        }
    }

    ElementId operator()(ElementId id) const { return m_ids.at(id); }
    std::uint32_t next() const { return m_next; }
    std::vector<std::pair<ElementId, ElementId>> pairs() const { return {m_ids.begin(), m_ids.end()}; }

private:
    void give(const Element& now, const Element* old) { m_ids[now.id] = old ? old->id : ElementId{m_next++}; }

    template<typename T>
    void match(const std::vector<Shared<T>>& before, const std::vector<Shared<T>>& after) {
        const Matching<T> matching(before, after);
        for (std::size_t i = 0; i < after.size(); ++i)
            give(*after[i], matching.of(i));
    }

    static void noteEvents(const Context& context, std::unordered_map<Ref, ElementId>& into) {
        for (const auto& event : context.events)
            into.try_emplace(Ref{context.name, event->name}, event->id);
    }

    template<typename T>
    void consumers(const std::vector<Shared<T>>& before, const std::vector<Shared<T>>& after,
                   std::vector<Shared<Subscription>> T::*subscriptions) {
        const Matching<T> matching(before, after);
        static const T none;
        for (std::size_t i = 0; i < after.size(); ++i) {
            give(*after[i], matching.of(i));
            subscribe((matching.of(i) ? *matching.of(i) : none).*subscriptions, (*after[i]).*subscriptions);
        }
    }

    // Subscriptions to the same event, by its name or, where it was renamed, by the event itself.
    void subscribe(const std::vector<Shared<Subscription>>& before,
                   const std::vector<Shared<Subscription>>& after) {
        std::unordered_map<Ref, std::vector<const Subscription*>> byName;
        std::unordered_map<ElementId, std::vector<const Subscription*>> byEvent;
        std::vector<const Subscription*> found;
        found.reserve(after.size());
        for (auto old = before.rbegin(); old != before.rend(); ++old)
            byName[(*old)->event].push_back(old->get());
        for (const auto& now : after)
            found.push_back(takeLast(byName[now->event]));
        for (const auto& [name, rest] : byName)
            if (const auto event = m_oldEvents.find(name); event != m_oldEvents.end())
                byEvent[event->second] = rest;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const auto event = m_newEvents.find(after[i]->event);
            if (!found[i] && event != m_newEvents.end()) found[i] = takeLast(byEvent[event->second]);
            give(*after[i], found[i]);
        }
    }

    static const Subscription* takeLast(std::vector<const Subscription*>& from) {
        if (from.empty()) return nullptr;
        const Subscription* last = from.back();
        from.pop_back();
        return last;
    }

    std::uint32_t m_next;
    std::unordered_map<ElementId, ElementId> m_ids;
    std::unordered_map<Ref, ElementId> m_oldEvents;
    std::unordered_map<Ref, ElementId> m_newEvents;
};

template<typename T>
void renumber(std::vector<Shared<T>>& elements, const Ids& ids);

template<typename T>
T renumbered(T element, const Ids& ids) {
    element.id = ids(element.id);
    if constexpr (std::is_same_v<T, View>) renumber(element.fedBy, ids);
    if constexpr (std::is_same_v<T, Policy>) renumber(element.when, ids);
    if constexpr (std::is_same_v<T, Context>) {
        renumber(element.facts, ids);
        renumber(element.channels, ids);
        renumber(element.events, ids);
        renumber(element.types, ids);
        renumber(element.views, ids);
        renumber(element.policies, ids);
        renumber(element.decisions, ids);
    }
    return element;
}

template<typename T>
void renumber(std::vector<Shared<T>>& elements, const Ids& ids) {
    for (Shared<T>& element : elements)
        element = Shared<T>(renumbered(*element, ids));
}

template<typename T>
void share(const std::vector<Shared<T>>& before, std::vector<Shared<T>>& after);

/// A context that is another than before, with what is in it and is as it was from there.
Context sharing(const Context& before, Context after) {
    forEachSection(after,
                   [&]<typename T>(std::vector<Shared<T>>& list) { share(sectionOf<T>(before), list); });
    return after;
}

/// Takes the elements of a list that are as they were from the list before: who looks at what has changed
/// need not look at them, and they are in memory once.
template<typename T>
void share(const std::vector<Shared<T>>& before, std::vector<Shared<T>>& after) {
    std::unordered_map<ElementId, const Shared<T>*> known;
    known.reserve(before.size());
    for (const Shared<T>& element : before)
        known.try_emplace(element->id, &element);
    for (Shared<T>& element : after) {
        const auto old = known.find(element->id);
        if (old == known.end()) continue;
        if (element == *old->second)
            element = *old->second;
        else if constexpr (std::is_same_v<T, Context>)
            element = Shared<T>(sharing(**old->second, *element));
    }
}

Model carried(const Model& before, Model after, const Ids& ids) {
    renumber(after.claims, ids);
    renumber(after.contexts, ids);
    renumber(after.audiences, ids);
    after.nextId = ids.next();
    share(before.claims, after.claims);
    share(before.contexts, after.contexts);
    share(before.audiences, after.audiences);
    return after;
}

} // namespace

Model carryIds(const Model& before, Model after) {
    const Ids ids(before, after);
    return carried(before, std::move(after), ids);
}

ReadModel carryIds(const Model& before, ReadModel after) {
    const Ids ids(before, after.model);
    after.sources.renumber(ids.pairs());
    after.model = carried(before, std::move(after.model), ids);
    return after;
}

} // namespace factline::contract
