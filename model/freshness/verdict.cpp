// SPDX-License-Identifier: Apache-2.0
#include "freshness/verdict.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include "freshness/factors.h"

namespace factline::freshness {

namespace {

Verdict verdictOf(const Answer& answer, double within) {
    if (!answer.atObjective || *answer.impossibleBelow > within) return Verdict::Impossible;
    if (*answer.bound <= within) return Verdict::Proven;
    return *answer.atObjective <= within ? Verdict::Expected : Verdict::AtRisk;
}

/// Whether the bound at q looks at a hop past the last share that somebody declared.
bool looksPastDeclared(const Arrival& arrival, double q) {
    std::size_t open = 0;
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        open += arrival.hop(i).max() ? 0 : 1;
    const double level = open == 0 ? q : 1 - (1 - q) / static_cast<double>(open);
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        if (!arrival.hop(i).max() && level > arrival.hop(i).declaredUpTo + 1e-12) return true;
    return false;
}

/// The value that one hop alone would have to come down to, a little less where it would not do in the
/// numbers that are told of it.
std::optional<double> shrinkTo(Factors& factors, const std::vector<std::size_t>& copies,
                               const Shrinkable& part) {
    const auto factor = factors.of(copies, part.own, part.rest);
    double value = factor ? *factor * (part.value + part.subtract) - part.subtract : 0;
    for (int i = 0; i < 20 && value > 0; ++i, value *= 0.999) {
        if (value >= part.value) continue;
        const auto told = shrunk(*part.hop, value);
        if (!told) return std::nullopt;
        if (factors.holds(copies, distributionOf(*told).value())) return value;
    }
    return std::nullopt;
}

void fillHops(Answer& answer, const Estimate& estimate, const std::vector<Shrinkable>& shrinkable,
              const std::vector<std::vector<std::size_t>>& copies, double q, std::optional<double> within) {
    const Arrival& arrival = estimate.arrival();
    constexpr double furthest = 0.999999; // past it hardly anything is left to split by: it is split as there
    auto budget = estimate.budget(std::min(q, furthest));
    const double sum = std::accumulate(budget.begin(), budget.end(), 0.0);
    if (q > furthest && sum > 0)
        for (double& part : budget)
            part *= *answer.atObjective / sum;
    double means = 0; // where ways meet, more than the mean of the whole
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        means += arrival.hop(i).mean();
    const bool fails =
        answer.verdict && (*answer.verdict == Verdict::AtRisk || *answer.verdict == Verdict::Impossible);
    std::optional<Factors> factors;
    if (within) factors.emplace(estimate, q, *within);
    for (std::size_t i = 0; i < arrival.hopCount(); ++i) {
        HopAnswer hop{.budget = budget[i]};
        hop.share = *answer.atObjective > 0 ? budget[i] / *answer.atObjective : 0;
        hop.meanShare = means > 0 ? arrival.hop(i).mean() / means : 0;
        const std::size_t sameAs = *std::ranges::min_element(copies[i]);
        if (sameAs < i) { // the same hop in another way
            hop.slack = answer.hops[sameAs].slack;
            hop.shrinkTo = answer.hops[sameAs].shrinkTo;
        } else if (within) {
            if (*answer.atObjective > 0) hop.slack = factors->of(copies[i], arrival.hop(i), 0);
            if (fails) {
                hop.shrinkTo = shrinkTo(*factors, copies[i], shrinkable[i]);
            }
        }
        answer.hops.push_back(hop);
    }
}

/// The smallest time x at or above `low` that is no less than what `takes` says of the share of delivered
/// changes that would be needed at x. That share falls as more lost ones are mended, so there is one.
std::optional<double> settled(const Loss& loss, double q, double low,
                              const std::function<double(double)>& takes) {
    const auto holds = [&](double x) {
        const double share = loss.shareOfDelivered(q, x);
        return share <= 1 && takes(std::max(share, 1e-6)) <= x;
    };
    if (holds(low)) return low;
    double high = std::max(low, 1e-3);
    while (!holds(high)) {
        low = high;
        high *= 2;
        if (high > 1e12) return std::nullopt;
    }
    while (high - low > 1e-7 * high) {
        const double middle = (low + high) / 2;
        (holds(middle) ? high : low) = middle;
    }
    return high;
}

/// What becomes of all changes where some are lost, or where rows are looked through again.
Answer::Mended mendedIn(const Estimate& estimate, const Question& question, const Answer& answer) {
    const Loss& loss = question.loss;
    const Arrival& arrival = estimate.arrival();
    const double q = question.q;
    Answer::Mended made{.worstCase = loss.worstCase(q)};
    if (question.within)
        made.meets = (1 - loss.lost) * *answer.meets + loss.lost * loss.repairedWithin(*question.within);
    if (q < 1) {
        made.atObjective = quantileWithLoss(loss, q, [&](double x) { return estimate.share(x); });
    } else { // all of them: the maxima
        const double last = std::max(guaranteed(arrival, 1).optimal, made.worstCase.value_or(0));
        if (std::isfinite(last) && (loss.lost <= 0 || made.worstCase)) made.atObjective = last;
    }
    if (loss.lost <= 0 || !made.atObjective) return made;
    made.bound =
        settled(loss, q, *made.atObjective, [&](double share) { return guaranteed(arrival, share).optimal; });
    made.impossibleBelow = settled(loss, q, 0, [&](double share) { return impossibleBelow(arrival, share); });
    return made;
}

} // namespace

std::string_view word(Verdict verdict) {
    constexpr std::array<std::string_view, 5> words{"proven", "expected", "at-risk", "impossible", "unknown"};
    return words[static_cast<std::size_t>(verdict)];
}

void appendKey(std::vector<double>& key, const Arrival& arrival) {
    key.push_back(static_cast<double>(arrival.shared.size()));
    for (const auto& way : arrival.ways)
        key.push_back(static_cast<double>(way.size()));
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        appendKey(key, arrival.hop(i));
}

std::shared_ptr<const Answer> Judge::answer(const Arrival& arrival, const std::vector<Shrinkable>& shrinkable,
                                            const std::vector<std::vector<std::size_t>>& copies,
                                            const Question& question) {
    const Loss& loss = question.loss;
    std::vector<double> key{question.within.value_or(-1),
                            question.q,
                            loss.lost,
                            loss.reconciled ? 1.0 : 0.0,
                            loss.every,
                            loss.grace,
                            loss.repair,
                            loss.coverage};
    appendKey(key, arrival);
    for (const auto& part : shrinkable)
        key.insert(key.end(), {part.value, part.subtract, part.rest});
    if (!arrival.ways.empty())
        for (const auto& list : copies)
            key.insert(key.end(), list.begin(), list.end());
    Known& known = m_answers[std::move(key)];
    if (known.round != m_round) ++m_asked;
    known.round = m_round;
    if (known.answer) return known.answer;
    ++m_workedOut;

    Answer made;
    const double q = loss.shareOfDelivered(question.q, question.within);
    const Estimate estimate(arrival, std::clamp(q, 0.5, 0.999999), usualBins, Parts::Each, &m_hops);
    made.p50 = estimate.quantile(0.5);
    made.p95 = estimate.quantile(0.95);
    made.p99 = estimate.quantile(0.99);
    made.p999 = estimate.quantile(0.999);
    if (question.within) made.meets = estimate.share(*question.within);
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        made.ratioAssumed = made.ratioAssumed || arrival.hop(i).ratioAssumed;
    const bool reachable =
        q < 1 || (q <= 1 && guaranteed(arrival, 1).optimal < std::numeric_limits<double>::infinity());
    if (reachable) {
        const Guaranteed bound = guaranteed(arrival, q);
        made.atObjective = q < 1 ? estimate.quantile(q) : bound.optimal; // all of them: the maxima
        made.equalSplit = bound.equalSplit;
        made.bound = bound.optimal;
        made.impossibleBelow = impossibleBelow(arrival, q);
        made.bracket = q < 1 ? estimate.bracket(q) : Estimate::Bracket{bound.optimal, bound.optimal};
        made.shapeAssumed = looksPastDeclared(arrival, q);
    }
    if (question.within) made.verdict = verdictOf(made, *question.within);
    if (reachable)
        fillHops(made, estimate, shrinkable, copies, q, question.within);
    else
        made.hops.resize(arrival.hopCount());
    made.lost = loss.lost;
    if (loss.lost > 0 || loss.reconciled) made.mended = mendedIn(estimate, question, made);
    if (question.within)
        made.lateShare =
            (1 - loss.lost) * (1 - *made.meets) + loss.lost * (1 - loss.repairedWithin(*question.within));
    known.answer = std::make_shared<const Answer>(std::move(made));
    return known.answer;
}

void Judge::beginRound() {
    constexpr std::size_t many = 20'000;
    if (m_answers.size() > many)
        std::erase_if(m_answers, [this](const auto& entry) { return entry.second.round != m_round; });
    ++m_round;
    m_asked = 0;
}

} // namespace factline::freshness
