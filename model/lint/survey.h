// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
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

/// What several rules need to know about a model, found out once. Linear in the size of the model.
struct Survey {
    /// `everyStage` is the model before it was cut to one stage; the same Lookup where there is one only.
    Survey(const Lookup& model, const Lookup& everyStage);

    const Lookup& lookup;
    const Lookup& everyStage;
    ClaimGraph claims;
    std::vector<Dangling> dangling;                          ///< in the order of the model
    std::unordered_map<std::string, Succession> successions; ///< of every stage, by qualified name
    std::unordered_map<const View*, std::vector<Reader>> readers;
    /// In the order of the model; a claim that one subscription relies on twice, with one verdict, stands
    /// once.
    std::vector<Judged> judged;

    /// Decisions that read a view; a reading that names an earlier view of the same name means that one.
    const std::vector<Reader>& readersOf(const View& view) const;
    Dependence dependenceOf(const Subscriber& subscriber) const;

    /// What does not hold of what is promised about time; worked out once, when it is first asked for.
    const freshness::Breaches& breaches() const;
    mutable std::shared_ptr<const freshness::Breaches> m_breaches;
};

} // namespace factline::lint
