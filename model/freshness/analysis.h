// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/lookup.h"
#include "freshness/outage.h"
#include "freshness/queueing.h"
#include "freshness/routes.h"
#include "freshness/verdict.h"

namespace factline::freshness {

/// One view and one change that reaches it.
struct Row {
    Route route; ///< its paths' steps are those of `hops`; no path where a promised view is never reached
    std::optional<double> within;
    double forShare = 0.99;
    std::vector<Phrase> missing;          ///< what nobody declared and nothing stands for
    std::vector<const Step*> hops;        ///< in the order of answer->hops; they point into route
    std::shared_ptr<const Answer> answer; ///< null where something is missing
    std::vector<std::string> assumed;     ///< "shape", "ratio", "shared hops counted apart", ...
    std::optional<Verdict> verdict;       ///< nothing: nothing is promised
    std::optional<double> errorBudgetUsed;
    /// Where a schedule stands in the way of a promise: what it would take, at the objective, if the events
    /// were told through an outbox with its usual relay instead.
    std::optional<double> throughOutbox;
};

class Flow;

/// How busy one consumer is with one channel.
struct ChannelLoad {
    std::string channel, consumer;
    Spread spread;
    double hottestKey = 0;
    std::uint32_t partitions = 1, consumers = 1;
    double service = 0, peakService = 0; ///< seconds a message, on average
    std::optional<double> rate, utilisation, peakUtilisation, meanWait, growthPerSecond;
};

/// How old something is when it is decided on; nothing of it is known, or all that can be.
struct AgeNumbers {
    std::optional<double> p50, p99, mean;
    std::optional<double> atObjective, guaranteed; ///< at the share that is asked about
    std::optional<double> missesLatest, inFlight;
    std::optional<double> tooOld; ///< the chance that it rests on something older than is tolerated
};

struct DecisionAge : AgeNumbers {
    std::string decision, reads;
    bool asks = false;
    std::optional<double> tolerates;
    double share = 0.99; ///< the objective of the view
    double lost = 0;     ///< share of changes that the view loses: all this is about the others
};

/// For how long two views differ.
struct PairNumbers {
    std::optional<double> p50, p99, mean, shareOfTimeDiffering;
    /// At the share that is asked about; at 100 % infinite where a hop has no longest time.
    std::optional<double> atObjective, guaranteed;
};

struct AudiencePair : PairNumbers {
    std::string audience, first, second;
    double share = 0.99; ///< the objective of the audience
    std::optional<double> mayDisagreeFor;
};

struct Analysis {
    std::vector<std::unique_ptr<Row>> rows; ///< never null; in the order of views, then changes
    std::vector<ChannelLoad> load;
    std::vector<ContextOutage> outages;
    std::vector<DecisionAge> decisions;
    std::vector<AudiencePair> audiences;
    std::size_t workedOut = 0; ///< different questions among those of the rows; the others share an answer
};

struct Assumptions {
    std::vector<std::pair<ContextName, Duration>> outages;
};

/// What analyses have worked out, by the numbers that it hangs on: the next one, of a model that differs a
/// little, works out only what is new. For one thread at a time.
class Memory {
public:
    Memory();
    ~Memory();
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    /// How many questions about arrivals were worked out, ever.
    std::size_t workedOut() const;

private:
    friend class Analyst;
    struct Kept;
    std::unique_ptr<Kept> m_kept;
};

/// The whole analysis of a model at one stage.
Analysis analyse(const Lookup& lookup, const Assumptions& assumptions = {});
/// The same, with what is known already.
Analysis analyse(const Lookup& lookup, const Assumptions& assumptions, Memory& memory);

/// The same, to be kept and passed on: it holds on to the model, which its rows point into.
std::shared_ptr<const Analysis> keptAnalysis(const std::shared_ptr<const Lookup>& lookup,
                                             const Assumptions& assumptions = {});

/// How busy each consumer is that says what it can do; in the order of the model. Events whose rate nobody
/// declares come as often as what causes them.
std::vector<ChannelLoad> loadsOf(const Lookup& lookup);
/// The same as if these were all subscriptions.
std::vector<ChannelLoad> loadsOf(const Lookup& lookup, std::span<const Subscriber> subscribers, Flow& flow);

} // namespace factline::freshness
