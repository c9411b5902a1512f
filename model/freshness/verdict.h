// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "freshness/estimate.h"
#include "freshness/loss.h"

namespace factline::freshness {

enum class Verdict { Proven, Expected, AtRisk, Impossible, Unknown };

/// "proven", "expected", "at-risk", "impossible", "unknown".
std::string_view word(Verdict verdict);

/// What is asked of an arrival: the share q within a time, or only what the times are.
struct Question {
    std::optional<double> within;
    double q = 0.99;
    Loss loss;
};

/// One hop's part in the answer.
struct HopAnswer {
    double budget = 0;
    double share = 0;               ///< of the whole, at the objective
    double meanShare = 0;           ///< of the mean
    std::optional<double> slack;    ///< the largest factor by which it may grow
    std::optional<double> shrinkTo; ///< the value it alone would have to come down to
    std::optional<Hop> would; ///< the hop as it then is, perhaps with less work, in numbers as they are told
};

/// The answers of single hops. They cost several times what the verdict does and few ask for them, so they
/// are worked out the first time that somebody does, in whichever thread that is.
class HopAnswers {
public:
    explicit HopAnswers(std::function<std::vector<HopAnswer>()> work)
        : m_work(std::move(work)) {}

    const std::vector<HopAnswer>& all() const;

private:
    mutable std::once_flag m_once;
    mutable std::function<std::vector<HopAnswer>()> m_work;
    mutable std::vector<HopAnswer> m_all;
};

/// Everything that numbers say about one arrival and one question. Where changes are lost, what stands at the
/// objective is about the share of the delivered ones that is needed for all.
struct Answer {
    double p50 = 0, p95 = 0, p99 = 0, p999 = 0;
    std::optional<double> atObjective;       ///< nothing: so many never arrive
    std::optional<double> meets;             ///< P(L <= within), of what is delivered
    std::optional<double> equalSplit, bound; ///< guaranteed at the objective
    std::optional<double> impossibleBelow;
    Estimate::Bracket bracket;
    std::optional<Verdict> verdict; ///< nothing: nothing is promised
    bool shapeAssumed = false;
    bool ratioAssumed = false;
    std::shared_ptr<const HopAnswers> parts; ///< never null in what Judge answers
    struct Mended {
        std::optional<double> worstCase, atObjective, meets; ///< of all changes
        std::optional<double> bound, impossibleBelow;        ///< of all changes, where some are lost
    };
    std::optional<Mended> mended;    ///< where changes are lost or rows reconciled
    std::optional<double> lateShare; ///< of all changes: late, or lost and mended too late
    double lost = 0;                 ///< share of all changes

    /// In the order of the arrival.
    const std::vector<HopAnswer>& hops() const { return parts->all(); }

    // What is told of a promise: of all changes, a lost one arrives when it is mended.
    std::optional<double> timeOfAll() const { return lost > 0 ? mended->atObjective : atObjective; }
    std::optional<double> boundOfAll() const { return lost > 0 ? mended->bound : bound; }
    std::optional<double> floorOfAll() const { return lost > 0 ? mended->impossibleBelow : impossibleBelow; }
    std::optional<double> inTimeOfAll() const { return lost > 0 ? mended->meets : meets; }
};

/// Answers questions; a question that was answered is not worked out again. Answers depend on nothing but the
/// numbers of the question, so it may be kept from one analysis to the next.
class Judge {
public:
    /// `shrinkable`: one for each hop. `copies`: for each hop the numbers of all hops that are the same one.
    std::shared_ptr<const Answer> answer(const Arrival& arrival, const std::vector<Shrinkable>& shrinkable,
                                         const std::vector<std::vector<std::size_t>>& copies,
                                         const Question& question);

    /// How many different questions were asked since the last new round.
    std::size_t asked() const { return m_asked; }
    /// How many were worked out, ever.
    std::size_t workedOut() const { return m_workedOut; }
    /// The hops of all that it was asked about, for others that estimate.
    BinnedHops& hops() { return *m_hops; }
    /// Begins to count anew, and forgets what was not asked for lately where that has become much.
    void beginRound();

private:
    struct Known {
        std::shared_ptr<const Answer> answer;
        std::size_t round = 0; ///< in which it was last asked for
    };
    std::map<std::vector<double>, Known> m_answers;
    std::shared_ptr<BinnedHops> m_hops = std::make_shared<BinnedHops>();
    std::size_t m_round = 1, m_asked = 0, m_workedOut = 0;
};

/// A list of numbers that is the same exactly for the same arrival.
void appendKey(std::vector<double>& key, const Arrival& arrival);

} // namespace factline::freshness
