// SPDX-License-Identifier: Apache-2.0
#include "compare/compare.h"

#include "compare/fields.h"
#include "compare/new_names.h"
#include "contract/read.h"

namespace factline::compare {

namespace {

ElementId homeOf(const Located& located) {
    return located.context ? located.context->id : ElementId{};
}

/// Compares two models of which the later has the ids of the earlier one.
class Comparison {
public:
    Comparison(const Model& before, const Model& after)
        : m_before(before)
        , m_after(after)
        , m_pairs(m_before, m_after) {}

    std::vector<ElementChange> work() {
        const contract::Tree then = inFull(contract::toTree(withNewNames(m_before, m_pairs)));
        const contract::Tree now = inFull(contract::toTree(m_after.model()));
        m_then = ownTrees(then);
        m_now = ownTrees(now);
        changed({.before = ElementKey{}, .after = ElementKey{}});
        for (const Located& is : m_after.all()) {
            const Located* was = m_pairs.before(elementOf(is).id);
            if (was)
                keptOrChanged(*was, is);
            else if (!isPartOfNew(is))
                m_changes.push_back({.before = {}, .after = is.key, .was = {}, .is = elementOf(is).id});
        }
        for (const Located& was : m_before.all())
            if (!m_pairs.after(elementOf(was).id) && !isPartOfGone(was))
                m_changes.push_back({.before = was.key, .after = {}, .was = elementOf(was).id});
        return std::move(m_changes);
    }

private:
    void keptOrChanged(const Located& was, const Located& is) {
        const bool isNamed = is.key.kind != ElementKind::Subscription;
        const bool isHome = is.key.kind == ElementKind::Context;
        const Located* home = isHome || !was.context ? nullptr : m_pairs.after(was.context->id);
        changed({.before = was.key,
                 .after = is.key,
                 .was = elementOf(was).id,
                 .is = elementOf(is).id,
                 .renamed = isNamed && elementOf(was).name != elementOf(is).name,
                 .moved = isNamed && !isHome && was.context && (!home || elementOf(*home).id != homeOf(is))});
    }

    void changed(ElementChange change) {
        const auto then = m_then.find(change.was);
        const auto now = m_now.find(change.is);
        if (then != m_then.end() && now != m_now.end())
            change.fields = changedFields(change.after->kind, *then->second, *now->second);
        if (change.renamed || change.moved || !change.fields.empty()) m_changes.push_back(std::move(change));
    }

    /// A subscription goes without saying where its view or policy is new, or gone, itself.
    bool isPartOfNew(const Located& is) const { return is.consumer && !m_pairs.before(is.consumer->id); }
    bool isPartOfGone(const Located& was) const { return was.consumer && !m_pairs.after(was.consumer->id); }

    Lookup m_before;
    Lookup m_after;
    Pairing m_pairs;
    OwnTrees m_then;
    OwnTrees m_now;
    std::vector<ElementChange> m_changes;
};

} // namespace

std::vector<ElementChange> difference(const Model& before, const Model& after, Ids ids) {
    return Comparison(before, ids == Ids::Shared ? after : contract::carryIds(before, after)).work();
}

} // namespace factline::compare
