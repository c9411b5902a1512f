// SPDX-License-Identifier: Apache-2.0
#include "compare/compare.h"

#include "compare/fields.h"
#include "compare/pairing.h"
#include "contract/read.h"
#include "edit/renames.h"

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
        const contract::Tree then = inFull(contract::toTree(withNewNames()));
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

    /// The model before, with every reference saying what its target is called after: what then still differs
    /// is a change of its own.
    Model withNewNames() const {
        edit::Renames renames(m_before);
        for (const auto& context : m_before.model().contexts)
            if (const Located* is = m_pairs.after(context->id); is && elementOf(*is).name != context->name)
                renames.context(*context, elementOf(*is).name);
        for (const Located& was : m_before.all()) {
            const Located* is = m_pairs.after(elementOf(was).id);
            if (!is || is->key == was.key || was.key.kind == ElementKind::Subscription ||
                was.key.kind == ElementKind::Context)
                continue;
            const std::string home = is->context ? is->context->name : std::string();
            renames.element(was, {home, elementOf(*is).name});
            renames.home(elementOf(was).id, home);
        }
        Model model = m_before.model();
        // A payload that cannot say the new name of a type says something else after, too.
        return edit::rewrite(model, renames) ? model : m_before.model();
    }

    Lookup m_before;
    Lookup m_after;
    Pairing m_pairs;
    OwnTrees m_then;
    OwnTrees m_now;
    std::vector<ElementChange> m_changes;
};

} // namespace

std::vector<ElementChange> difference(const Model& before, const Model& after) {
    return Comparison(before, contract::carryIds(before, after)).work();
}

} // namespace factline::compare
