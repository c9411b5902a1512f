// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/lookup.h"
#include "edit/answer.h"
#include "lint/meaning.h"

namespace factline::lint {

/// One claim between a publisher and a consumer.
struct ClaimBetween {
    ClaimName claim;
    std::string text;  ///< what it says of itself; may be empty
    ContextName owner; ///< who decides about it; empty: nobody is named, or it is not declared
    edit::Saying saying = edit::Saying::Unsaid;
    edit::Relying relying = edit::Relying::Not;
    std::optional<Verdict> verdict; ///< none where nobody relies on it
    Phrase because;                 ///< the verdict in a sentence to be read aloud; else empty
    bool operator==(const ClaimBetween&) const = default;
};

/// The meaning of a subscription from both sides.
struct SideBySide {
    ElementKey subscription, event;
    ElementId id, eventId; ///< of the event: none where it is not there
    std::string consumer;  ///< "finance/completed-orders"
    std::string publisher; ///< "orders"
    std::string means;     ///< what the event means, in the publisher's words
    std::string understoodAs;
    bool isDeclared = false; ///< whether the consumer says what it relies on at all
    /// What is relied on first, then what only the publisher speaks of, each as written.
    std::vector<ClaimBetween> claims;
    bool operator==(const SideBySide&) const = default;
};

/// What follows from what, for as long as nobody changes a claim: to find it out takes far longer than to
/// look at a subscription.
class LatestClaims {
public:
    const ClaimGraph& of(const Model& model);

private:
    std::vector<Shared<Claim>> m_claims; ///< that the graph was made of
    std::optional<ClaimGraph> m_graph;
};

/// Both sides of a subscription; nothing where there is none of that id.
std::optional<SideBySide> sideBySide(const Lookup& lookup, ElementId subscription);
std::optional<SideBySide> sideBySide(const Lookup& lookup, ElementId subscription, LatestClaims& known);

/// The subscriptions that an element has to do with: itself, those of a view or policy, or those to an event.
std::vector<ElementId> subscriptionsAbout(const Lookup& lookup, ElementId element);

/// Claims whose words are like those with which the consumer understands the event, most alike first, three
/// at the most, none that stands between the two already. Only a hint: a misreading is written in the
/// publisher's own words.
std::vector<ClaimName> claimsThatSound(const Lookup& lookup, const SideBySide& sides);

} // namespace factline::lint
