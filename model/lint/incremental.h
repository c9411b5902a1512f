// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "freshness/breaches.h"
#include "lint/change.h"
#include "lint/looking.h"
#include "lint/run.h"

namespace factline::lint {

/// Judges one snapshot of a model after another. What was said of an element is kept with the names that it
/// hangs on, and found out again only where the element has changed, or something of such a name, or
/// something that refers to such a name. Belongs to one thread.
class Incremental {
public:
    /// The same as lint::inspect of this model, which must have one stage only unless the option says
    /// everyStage; then, as after changes that cannot be told element by element, all is found out anew.
    Outcome inspect(std::shared_ptr<const Lookup> lookup, const Options& options = {});

    /// A Lookup of the next snapshot, which shares with that of the last one what has stayed as it was.
    std::shared_ptr<const Lookup> lookupOf(const Model& next) const;

    /// How many elements were looked at in the last run.
    std::size_t lookedAt() const { return m_lookedAt; }
    /// How many functions looked at the model as a whole in the last run.
    std::size_t looksAtModel() const { return m_looksAtModel; }
    /// How many promises about time were judged when they were last looked at.
    std::size_t promisesJudged() const { return m_breaches.judged(); }

private:
    /// What is kept of one element.
    struct Unit {
        ElementId id;                 ///< none: free for another element
        std::vector<AskedName> asked; ///< each once
        std::vector<Objection> objections;
        std::vector<Dangling> dangling; ///< their holder is filled in when they are used
    };
    bool follow(const Lookup& lookup);
    void forget(ElementId id);
    void forgetAll();
    void look(const Located& located, const Survey& survey);
    void fillInDangling(Survey& survey) const;
    void askAboutModel(Survey& survey);
    bool isToBeAsked(const Look& look) const;
    Outcome collect(Survey& survey, const Options& options);

    std::shared_ptr<const Lookup> m_before; ///< what the units were found out about
    std::shared_ptr<const ClaimGraph> m_claims;
    std::vector<Unit> m_units;
    /// Of each unit a bit for each name that was asked for, as far as bits go; side by side, because all of
    /// them are gone through in each run.
    using Bits = std::array<std::uint64_t, 4>;
    static void set(Bits& bits, AskedName name);
    std::vector<Bits> m_some;
    std::shared_ptr<const FactsByWords> m_facts;
    std::unordered_set<std::size_t> m_telling; ///< units with objections or dangling references
    std::unordered_map<ElementId, std::size_t> m_places;
    std::vector<std::size_t> m_free;
    std::vector<std::vector<Objection>> m_ofModel; ///< by look at the model: what it had to say
    freshness::FollowedBreaches m_breaches;        ///< what is known of the promises about time
    std::optional<Change> m_change;                ///< since the last run; none: anything may have changed
    bool m_danglingChanged = false; ///< whether references that lead nowhere may be others than before
    std::vector<ElementId> m_stale; ///< to be looked at in this run
    std::size_t m_lookedAt = 0;
    std::size_t m_looksAtModel = 0;
};

} // namespace factline::lint
