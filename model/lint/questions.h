// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "domain/lookup.h"

namespace factline::lint {

/// Who waits for an answer.
struct Asker {
    ElementKey subscription;
    ElementId id;             ///< of the subscription
    std::string understoodAs; ///< in the consumer's words; mostly empty
    bool operator==(const Asker&) const = default;
};

/// What somebody takes an event to mean and its publisher has neither asserted nor denied.
struct Question {
    ElementKey event;
    ElementId id; ///< of the event, to be answered with edit::say
    ClaimName claim;
    std::string claimText;                 ///< what the claim says of itself; may be empty
    Severity severity = Severity::Warning; ///< the most that hangs on it
    std::vector<Asker> askers;             ///< in the order of the findings
    bool operator==(const Question&) const = default;
};

/// The open questions to one context.
struct OwnerQuestions {
    ContextName context;
    std::string title; ///< of the context; its name where it has none
    std::string team;  ///< empty: not told
    std::vector<Question> questions;
    bool operator==(const OwnerQuestions&) const = default;
};

/// What is open between teams: the meaning-unspecified findings as questions to the publishers, each asked
/// once however many wait for it. Contexts of one team stand together; beyond that contexts in the order of
/// the model, the questions of one by what hangs on them, then in the order of the findings. `findings` are
/// those of the model of `lookup`, or of a stage of it.
std::vector<OwnerQuestions> openQuestions(const std::vector<Finding>& findings, const Lookup& lookup);

/// "Does OrderPaid mean order.paid-in-full?"
Phrase textOf(const Question& question);

} // namespace factline::lint
