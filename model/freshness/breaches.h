// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "domain/lookup.h"
#include "freshness/analysis.h"
#include "freshness/flow.h"
#include "freshness/journey.h"

namespace factline::freshness {

/// A promise of a view that does not hold for one change, or of which nobody can say whether it holds.
struct BrokenPromise {
    const Context* context = nullptr;
    const View* view = nullptr;
    Ref fact, change;
    double within = 0, q = 0.99;
    Verdict verdict = Verdict::Unknown;   ///< AtRisk, Impossible or Unknown
    std::vector<Phrase> missing;          ///< Unknown: what nobody declared
    std::shared_ptr<const Answer> answer; ///< null: Unknown
    Loss loss;
    std::optional<Mend> mend;
    Phrase endless;                      ///< the hop that bars a promise of all changes: nothing bounds it
    std::optional<double> throughOutbox; ///< what it came to if a relay took over from the schedules

    /// What is to be expected of all changes, at the objective.
    std::optional<double> expected() const { return answer ? answer->timeOfAll() : std::nullopt; }
};

/// A decision that may rest on something older than it tolerates.
struct StaleDecision {
    const Context* context = nullptr;
    const Decision* decision = nullptr;
    const Read* read = nullptr;
    double tolerates = 0, q = 0.99;
    double expected = 0;   ///< the estimate at q
    double guaranteed = 0; ///< the bound at q
    std::optional<Mend> mend;
    std::optional<double> throughOutbox; ///< what is expected if a relay took over from the schedules

    bool isExpected() const { return expected > tolerates; } ///< else only the bound is past it
};

/// Two views that an audience sees differ for longer than it is told.
struct LongDisagreement {
    const Audience* audience = nullptr;
    Ref first, second;
    double allowed = 0, q = 0.99;
    double expected = 0; ///< of the disagreement, at q
    std::optional<Mend> mend;
};

/// Everything that is to be objected to in what a model promises about time.
struct Breaches {
    std::vector<BrokenPromise> promises; ///< in the order of views, then changes
    std::vector<StaleDecision> decisions;
    std::vector<LongDisagreement> audiences;
    std::vector<ChannelLoad> loads; ///< of every consumer that says what it can do, busy or not
};

/// The same verdicts as analyse(), without the numbers of what holds: a promise that the guaranteed bound
/// proves costs no estimate, and what promises nothing costs nothing.
Breaches breachesOf(const Lookup& lookup);

/// The breaches of one snapshot of a model after another. What was found of a view, of what a decision reads
/// and of an audience is kept with the names that it hangs on, and worked out again only where one of them
/// has changed.
class FollowedBreaches {
public:
    /// The same as breachesOf(lookup), in which each element has an id of its own. `changed`: all names of
    /// elements that are new, gone or different since the last time, and all names that these refer or
    /// referred to, as far as they count for time; null: anything may have changed.
    Breaches of(const Lookup& lookup, const std::unordered_set<AskedName>* changed);

    /// How many views, readings and audiences were judged in the last run.
    std::size_t judged() const { return m_judged; }

private:
    friend class Prosecutor;
    using Place = std::pair<ElementId, std::size_t>; ///< an element, and which of its readings
    /// What is kept of one place; it points to nothing in the model.
    template<typename T>
    struct Kept {
        std::vector<AskedName> asked; ///< each once
        std::vector<T> found;
        std::size_t run = 0; ///< the last one that had such a place
    };
    template<typename T>
    using KeptAll = std::map<Place, Kept<T>>;

    std::vector<ChannelLoad> loads(const Lookup& lookup, const std::unordered_set<AskedName>* changed);

    KeptAll<BrokenPromise> m_promises;
    KeptAll<StaleDecision> m_decisions;
    KeptAll<LongDisagreement> m_audiences;
    KeptAll<ChannelLoad> m_loads; ///< by consumer
    std::map<Ref, Told> m_raised; ///< how often events come that nobody gives a rate
    std::size_t m_run = 0, m_judged = 0;
};

} // namespace factline::freshness
