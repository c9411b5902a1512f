// SPDX-License-Identifier: Apache-2.0
#include "compare/united.h"

#include <algorithm>
#include <utility>

#include "compare/new_names.h"
#include "contract/read.h"
#include "domain/sections.h"

namespace factline::compare {

namespace {

/// Puts what is gone from the model before into the model after.
class Uniting {
public:
    Uniting(const Lookup& before, const Lookup& after, const Pairing& pairs)
        : m_before(before)
        , m_after(after)
        , m_pairs(pairs) {}

    void work(United& united) {
        std::vector<Context> contexts;
        contexts.reserve(m_after.model().contexts.size());
        for (const auto& context : m_after.model().contexts)
            contexts.push_back(*context);
        for (const auto& was : withNewNames(m_before, m_pairs).contexts)
            putBack(*was, contexts);
        united.model = m_after.model();
        united.model.contexts.assign(std::make_move_iterator(contexts.begin()),
                                     std::make_move_iterator(contexts.end()));
        united.model.nextId = std::max(m_before.model().nextId, m_after.model().nextId);
        united.goneNow = std::move(m_goneNow);
    }

private:
    void putBack(const Context& was, std::vector<Context>& contexts) {
        const Located* is = m_pairs.after(was.id);
        if (!is) {
            Context empty = was;
            forEachSection(empty, [](auto& list) { list.clear(); });
            contexts.push_back(std::move(empty));
            note(ElementKind::Context, was.name, {}, was.name, {});
        }
        const ElementId home = is ? elementOf(*is).id : was.id;
        Context& to = *std::ranges::find(contexts, home, &Context::id);
        putBack(was, was.facts, to.facts, to.name);
        putBack(was, was.events, to.events, to.name);
        putBack(was, was.views, to.views, to.name);
        putBack(was, was.policies, to.policies, to.name);
        putBack(was, was.decisions, to.decisions, to.name);
        feed(was.views, &View::fedBy, contexts);
        feed(was.policies, &Policy::when, contexts);
    }

    template<typename T>
    void putBack(const Context& was, const std::vector<Shared<T>>& from, std::vector<Shared<T>>& to,
                 const std::string& home) {
        for (const auto& element : from) {
            if (m_pairs.after(element->id)) continue;
            to.push_back(element);
            note(kindOf<T>(), was.name, element->name, home, element->name);
        }
    }

    /// What views or policies that are still there are no longer fed by.
    template<typename T, typename List>
    void feed(const std::vector<Shared<T>>& consumers, List list, std::vector<Context>& contexts) {
        for (const auto& was : consumers) {
            const Located* is = m_pairs.after(was->id);
            if (!is || !is->context) continue;
            std::vector<Shared<Subscription>> gone;
            for (const auto& subscription : (*was).*list)
                if (!m_pairs.after(subscription->id)) gone.push_back(subscription);
            const auto home = std::ranges::find(contexts, is->context->id, &Context::id);
            if (gone.empty() || home == contexts.end()) continue;
            auto& section = sectionOf<T>(*home);
            const auto place = std::ranges::find_if(
                section, [&](const auto& each) { return each->id == elementOf(*is).id; });
            if (place == section.end()) continue;
            T fed = **place;
            (fed.*list).insert((fed.*list).end(), gone.begin(), gone.end());
            *place = std::move(fed);
        }
    }

    void note(ElementKind kind, const std::string& homeBefore, const std::string& name,
              const std::string& homeNow, const std::string& nameNow) {
        const bool context = kind == ElementKind::Context;
        m_goneNow.emplace(context ? ElementKey{kind, homeBefore} : keyOf(kind, homeBefore, name),
                          context ? ElementKey{kind, homeNow} : keyOf(kind, homeNow, nameNow));
    }

    const Lookup& m_before;
    const Lookup& m_after;
    const Pairing& m_pairs;
    std::map<ElementKey, ElementKey> m_goneNow;
};

} // namespace

United unite(const Model& before, const Model& after, Ids ids) {
    United united;
    const Model now = ids == Ids::Shared ? after : contract::carryIds(before, after);
    united.changes = difference(before, now, Ids::Shared);
    const Lookup was(before);
    const Lookup is(now);
    const Pairing pairs(was, is);
    Uniting(was, is, pairs).work(united);
    return united;
}

} // namespace factline::compare
