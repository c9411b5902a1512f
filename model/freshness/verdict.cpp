// SPDX-License-Identifier: Apache-2.0
#include "freshness/verdict.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>

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
    const std::size_t open = arrival.openHops();
    const double level = open == 0 ? q : 1 - (1 - q) / static_cast<double>(open);
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        if (!arrival.hop(i).max() && level > arrival.hop(i).declaredUpTo + 1e-12) return true;
    return false;
}

Estimate estimateOf(const Arrival& arrival, double q, Parts parts, BinnedHops& known) {
    return {arrival, std::clamp(q, 0.5, 0.999999), usualBins, parts, &known};
}

/// The value that one hop alone would have to come down to, and the hop as it then is; a little less where it
/// would not do in the numbers that are told of it.
std::optional<std::pair<double, Hop>> shrunkTo(Factors& factors, const std::vector<std::size_t>& copies,
                                               const Shrinkable& part) {
    const auto factor = factors.of(copies, part.own, part.rest);
    double value = factor ? *factor * (part.value + part.subtract) - part.subtract : 0;
    for (int i = 0; i < 20 && value > 0; ++i, value *= 0.999) {
        if (value >= part.value) continue;
        const auto told = shrunk(part, value);
        if (!told) break;
        if (factors.holds(copies, distributionOf(*told).value())) return std::pair(value, *told);
    }
    const auto further = withItsWork(part);
    return further ? shrunkTo(factors, copies, *further) : std::nullopt;
}

/// What is asked of single hops, with all that it takes to answer at any later time.
struct PartsQuestion {
    Arrival arrival;
    std::vector<Shrinkable> shrinkable;
    std::vector<Hop> declared; ///< those that `shrinkable` pointed to
    std::vector<std::vector<std::size_t>> copies;
    double q = 0; ///< of what is delivered
    std::optional<double> within;
    double atObjective = 0;
    bool fails = false;
    std::shared_ptr<BinnedHops> known;
};

std::vector<HopAnswer> answersOf(const PartsQuestion& asked) {
    const Arrival& arrival = asked.arrival;
    const Estimate estimate = estimateOf(arrival, asked.q, Parts::Each, *asked.known);
    constexpr double furthest = 0.999999; // past it hardly anything is left to split by: it is split as there
    auto budget = estimate.budget(std::min(asked.q, furthest));
    const double sum = std::accumulate(budget.begin(), budget.end(), 0.0);
    if (asked.q > furthest && sum > 0)
        for (double& part : budget)
            part *= asked.atObjective / sum;
    double means = 0; // where ways meet, more than the mean of the whole
    for (std::size_t i = 0; i < arrival.hopCount(); ++i)
        means += arrival.hop(i).mean();
    std::optional<Factors> factors;
    if (asked.within) factors.emplace(estimate, asked.q, *asked.within);
    std::vector<HopAnswer> made;
    made.reserve(arrival.hopCount());
    for (std::size_t i = 0; i < arrival.hopCount(); ++i) {
        HopAnswer hop{.budget = budget[i]};
        hop.share = asked.atObjective > 0 ? budget[i] / asked.atObjective : 0;
        hop.meanShare = means > 0 ? arrival.hop(i).mean() / means : 0;
        const auto& copies = asked.copies[i];
        const std::size_t sameAs = *std::ranges::min_element(copies);
        if (sameAs < i) { // the same hop in another way
            hop.slack = made[sameAs].slack;
            hop.shrinkTo = made[sameAs].shrinkTo;
            hop.would = made[sameAs].would;
        } else if (factors) {
            if (asked.atObjective > 0) hop.slack = factors->of(copies, arrival.hop(i), 0);
            if (asked.fails) {
                Shrinkable part = asked.shrinkable[i];
                part.hop = &asked.declared[i];
                if (auto found = shrunkTo(*factors, copies, part))
                    std::tie(hop.shrinkTo, hop.would) = std::move(*found);
            }
        }
        made.push_back(std::move(hop));
    }
    return made;
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

const std::vector<HopAnswer>& HopAnswers::all() const {
    std::call_once(m_once, [this] {
        m_all = m_work();
        m_work = nullptr; // and what it holds
    });
    return m_all;
}

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
    const Estimate estimate = estimateOf(arrival, q, Parts::None, *m_hops);
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
    if (reachable) {
        PartsQuestion parts{.arrival = arrival, .shrinkable = shrinkable, .copies = copies, .q = q};
        for (const Shrinkable& part : shrinkable)
            parts.declared.push_back(*part.hop);
        parts.within = question.within;
        parts.atObjective = *made.atObjective;
        parts.fails = made.verdict == Verdict::AtRisk || made.verdict == Verdict::Impossible;
        parts.known = m_hops;
        made.parts = std::make_shared<HopAnswers>([parts = std::move(parts)] { return answersOf(parts); });
    } else {
        made.parts = std::make_shared<HopAnswers>(
            [count = arrival.hopCount()] { return std::vector<HopAnswer>(count); });
    }
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
