// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace factline::lint {

/// Whether a name without a past tells how something is, not what has happened:
///  - a word for it at the end ("address wrong"), before a tail ("ready for shipping") or in front ("pending
///    change"), or an adjective made of a verb or a noun: -able, -ful, -less, -ous, or that it goes on: -ing;
///  - a preposition without a verb before it: "in transit", "certificate near expiry", "account over limit";
///  - a particle that needs one: "out for delivery", "back in stock"; or at the end: "server down".
bool isCondition(const std::vector<std::string>& words);

/// "file public", "address wrong", "issue change": it begins with a noun that is a verb as well, and only
/// looks like an order. Orders end in what they are about, which is no condition and no state.
bool tellsOfThing(const std::vector<std::string>& words);

/// "request for quote", "transfer of ownership": a noun that is a verb as well, and what it is of; no order.
bool isNounPhrase(const std::vector<std::string>& words);

/// "guest has allergy": has, without a past behind it.
bool isPossession(const std::vector<std::string>& words);

} // namespace factline::lint
