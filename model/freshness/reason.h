// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freshness/analysis.h"
#include "freshness/journey.h"

namespace factline::freshness {

/// The verdict in the words of every report and window: "kept for certain", "expected to be kept", "at risk",
/// "cannot be kept", "unknown".
std::string_view spoken(Verdict verdict);

/// What bars a promise that cannot be kept.
enum class Obstacle {
    TooSlow,     ///< the share that is asked for is never there in time
    TooManyLost, ///< more are lost, and not mended in time, than may be late
    NoLimit      ///< all that arrive would have to be in time, and nothing bounds a hop
};
Obstacle obstacleOf(const Answer& answer, const Question& question);

/// The first hop that nothing bounds, by its name; empty where there is none.
Phrase hopWithoutLimit(const std::vector<const Step*>& hops);

/// Why a promise fares as it does, a clause without a full stop: "99 % of the changes cannot be visible
/// before 18.9 min, however the hops fall together". `question` has a `within`; `endless`: as above.
Phrase reasonOf(const Answer& answer, const Question& question, const Phrase& endless);

Question questionOf(const Row& row);
/// The same of a row that has an answer and a promise.
Phrase reasonOf(const Row& row);

/// What would prove a promise of a row that is only expected to be kept.
std::optional<Mend> mendToProve(const Row& row);

/// What becomes of the changes that get lost, a clause: "0.4 % of the changes are lost; reconciliation mends
/// them within 43 s". Empty where nothing is declared of it.
std::string fateOfLost(const Answer& answer, const Question& question);

/// A sentence about something that was assumed, by its short name in Row::assumed.
std::string_view spokenAssumption(std::string_view assumed);

/// Consumers on the way of a row that get more than they can do: its lags do not hold there.
std::vector<const ChannelLoad*> overloadedOn(const Row& row, const Analysis& analysis);

} // namespace factline::freshness
