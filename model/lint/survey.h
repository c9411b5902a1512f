// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/references.h"
#include "freshness/breaches.h"
#include "lint/lineage.h"
#include "lint/meaning.h"

namespace factline::lint {

/// A reference that leads nowhere.
struct Dangling {
    const Located* holder = nullptr; ///< who refers; null: the model itself
    RefUse use;
    Ref ref;
    std::string field; ///< where in the holder: "announces[1]"
};

/// A relied-on claim and what became of it. Both the event and the claim are declared.
struct Judged {
    const Subscriber* subscriber = nullptr;
    const Event* event = nullptr;
    const Reliance* reliance = nullptr;
    Judgement judgement;
    Dependence dependence = Dependence::None;
};

/// A decision and the context that takes it.
struct Reader {
    const Context* context = nullptr;
    const Decision* decision = nullptr;
};

/// The facts of a model by the words of their names, each list in the order of the model.
using FactsByWords = std::map<std::vector<std::string>, std::vector<Ref>>;

/// What several rules need to know about a model, found out when it is first asked for. Belongs to one
/// thread.
class Survey {
public:
    /// `everyStage` is the model before it was cut to one stage; the same Lookup where there is one only.
    /// `claims` are those of the model; null: to be found out. Keeps references to both Lookups.
    Survey(const Lookup& model, const Lookup& everyStage, std::shared_ptr<const ClaimGraph> claims = nullptr);
    Survey(const Survey&) = delete;
    Survey& operator=(const Survey&) = delete;

private:
    std::shared_ptr<const ClaimGraph> m_claims;

public:
    const Lookup& lookup;
    const Lookup& everyStage;
    const ClaimGraph& claims;
    /// In the order of the model; filled by who lets the rules look (danglingOf), before the first rule that
    /// looks at the whole model.
    std::vector<Dangling> dangling;
    std::unordered_map<std::string, Succession> successions; ///< of every stage, by qualified name

    const std::shared_ptr<const ClaimGraph>& sharedClaims() const { return m_claims; }

    /// Decisions that read a view; a reading that names an earlier view of the same name means that one.
    const std::vector<Reader>& readersOf(const View& view) const;
    Dependence dependenceOf(const Subscriber& subscriber) const;

    /// What does not hold of what is promised about time; worked out once, when it is first asked for.
    const freshness::Breaches& breaches() const;
    /// For who knows already what would be worked out; before anybody asks for it.
    void knowFacts(std::shared_ptr<const FactsByWords> facts) { m_factsByWords = std::move(facts); }
    /// Null where nobody has asked for a fact by its words.
    const std::shared_ptr<const FactsByWords>& sharedFacts() const { return m_factsByWords; }
    void knowBreaches(freshness::Breaches breaches);

    /// What became of what a subscription relies on, in its order; a claim that it relies on twice, with one
    /// verdict, stands once. Empty where the event is not there.
    const std::vector<Judged>& judgedOf(const Subscriber& subscriber) const;

    /// The facts whose names are of these words, in the order of the model.
    const std::vector<Ref>& factsNamed(const std::vector<std::string>& words) const;
    /// What a fact's name is asked for by there.
    static AskedName askedWords(const std::vector<std::string>& words);

    /// The events on a channel, in the order of the model; of channels of one name those on the first.
    const std::vector<const Located*>& eventsOn(const Channel& channel) const;

private:
    struct Relied {
        Subscriber subscriber;
        std::vector<Judged> judged;
        bool isNoted = false;
        std::vector<AskedName> asked; ///< what it hangs on, where notes were taken
    };
    std::vector<Judged> judge(const Subscriber& subscriber) const;

    mutable std::optional<std::unordered_map<const View*, std::vector<Reader>>> m_readers;
    mutable std::unordered_map<const Subscription*, Relied> m_relied;
    mutable std::shared_ptr<const FactsByWords> m_factsByWords;
    using EventsOn = std::unordered_map<const Channel*, std::vector<const Located*>>;
    mutable EventsOn m_fewEventsOn; ///< of the first channels that were asked for
    mutable std::optional<EventsOn> m_eventsOn;
    mutable std::shared_ptr<const freshness::Breaches> m_breaches;
};

/// The references of an element that lead nowhere.
std::vector<Dangling> danglingOf(const Survey& survey, const Located& holder);
/// Those of the model itself.
std::vector<Dangling> danglingOfRoot(const Survey& survey);

} // namespace factline::lint
