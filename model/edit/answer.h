// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "edit/edit.h"

namespace factline::edit {

/// What the publisher of an event says about a claim.
enum class Saying : std::uint8_t {
    Unsaid,  ///< neither
    Asserts, ///< whenever the event comes, it holds
    Denies,  ///< the event does not mean it
};

/// What an event says about a claim itself (not what follows from what it says). An event that both asserts
/// and denies it counts as asserting.
Saying sayingOf(const Event& event, const ClaimName& claim);

/// The one edit after which an event says just that about a claim, and everything else as before: the answer
/// to an open question. Taking the last word back leaves an empty list where one was declared. Errors:
/// NotFound where there is no such event, Refused where it says so already.
Result<Edit> say(const Model& model, ElementId event, const ClaimName& claim, Saying saying);

/// What a consumer relies on a claim for.
enum class Relying : std::uint8_t {
    Not,
    Any,   ///< it holds when the event comes
    Final, ///< and will not be revoked
};
Relying relyingOf(const Subscription& subscription, const ClaimName& claim);

/// The one edit after which a subscription relies so on a claim, and on everything else as before. Errors:
/// NotFound where there is no such subscription, Refused where it does so already.
Result<Edit> rely(const Model& model, ElementId subscription, const ClaimName& claim, Relying relying);

} // namespace factline::edit
