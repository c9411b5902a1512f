// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace factline::lint {

/// Which of the words is the past predicate of a name:
///  1. the last one, particles and adverbs behind it left out ("order placed", "book checked out", "train
///  arrived
///     late");
///  2. one before a preposition or particle ("placed | on hold"), the last such;
///  3. one in the middle, with a subject before it and at most two words behind ("member left group"), unless
///     the name begins with an order ("send attendee added email"); words behind a preposition do not count.
/// A participle that follows "as" is what an order is to reach ("mark fee as paid"), and one that follows
/// "changed to" the state that was reached; neither is the predicate.
std::optional<std::size_t> findPredicate(const std::vector<std::string>& words);

/// Whether the predicate has not happened, or not yet to its end: "not yet shipped", "being shipped".
bool isHeldBack(const std::vector<std::string>& words, std::size_t predicate);

} // namespace factline::lint
