// SPDX-License-Identifier: Apache-2.0
#include "freshness/analysis.h"

#include <algorithm>
#include <limits>
#include <map>

#include "freshness/decision.h"
#include "freshness/disagreement.h"
#include "freshness/journey.h"
#include "freshness/untold.h"

namespace factline::freshness {

namespace {

double shareOf(const View& view) {
    return view.freshness ? view.freshness->forShare.value : 0.99;
}

constexpr std::size_t manyKept = 4'000; ///< of ages or pairs; past that they are worked out anew

} // namespace

struct Memory::Kept {
    Judge judge;
    Schedules schedules;
    std::map<std::vector<double>, AgeNumbers> ages;
    std::map<std::vector<double>, PairNumbers> pairs;
};

Memory::Memory()
    : m_kept(std::make_unique<Kept>()) {}

Memory::~Memory() = default;

std::size_t Memory::workedOut() const {
    return m_kept->judge.workedOut();
}

/// Collects one analysis; numbers that come up again are not worked out again.
class Analyst {
public:
    Analyst(const Lookup& lookup, const Assumptions& assumptions, Memory& memory)
        : m_lookup(lookup)
        , m_assumptions(assumptions)
        , m_kept(*memory.m_kept)
        , m_routes(lookup, &m_kept.schedules) {}

    Analysis work() {
        m_kept.judge.beginRound();
        if (m_kept.ages.size() > manyKept) m_kept.ages.clear();
        if (m_kept.pairs.size() > manyKept) m_kept.pairs.clear();
        for (const auto& context : m_lookup.model().contexts)
            for (const auto& view : context->views)
                addView(*context, *view);
        m_made.load = loadsOf(m_lookup);
        std::vector<HeldUp> outages;
        for (const auto& [context, duration] : m_assumptions.outages) {
            outages.emplace_back(m_lookup, context, duration, m_made.load, m_routes);
            m_made.outages.push_back(outages.back().told(m_made.rows));
        }
        for (const auto& row : m_made.rows)
            fillErrorBudget(*row, outages);
        for (const auto& context : m_lookup.model().contexts)
            for (const auto& decision : context->decisions)
                for (const Read& read : decision->reads)
                    addRead(*context, *decision, read);
        for (const auto& audience : m_lookup.model().audiences)
            for (std::size_t i = 0; i < audience->sees.size(); ++i)
                for (std::size_t j = i + 1; j < audience->sees.size(); ++j)
                    addPair(*audience, audience->sees[i], audience->sees[j]);
        m_made.workedOut = m_kept.judge.asked();
        return std::move(m_made);
    }

private:
    void addView(const Context& context, const View& view) {
        auto routes = m_routes.into(context, view);
        const bool promised = view.freshness && view.freshness->within;
        if (routes.empty() && promised) {
            Route none{&view, {context.name, view.name}};
            none.fact = !view.freshness->from.empty() ? view.freshness->from
                        : view.shows.empty()          ? Ref{}
                                                      : view.shows.front();
            addRow(std::move(none));
        }
        for (Route& route : routes)
            addRow(std::move(route));
    }

    void addRow(Route route) {
        auto row = std::make_unique<Row>();
        row->route = std::move(route);
        const View& view = *row->route.view;
        if (view.freshness && view.freshness->within) row->within = toSeconds(*view.freshness->within);
        row->forShare = shareOf(view);
        if (row->route.paths.empty()) row->missing.push_back(untold(row->route.fact));
        Journey journey = journeyOf(row->route.paths);
        row->hops = journey.hops;
        row->missing.insert(row->missing.end(), journey.missing.begin(), journey.missing.end());
        if (!row->missing.empty()) {
            if (row->within) row->verdict = Verdict::Unknown;
        } else {
            row->answer = m_kept.judge.answer(journey.arrival, journey.shrinkable, journey.copies,
                                              {row->within, row->forShare, lossOf(view)});
            row->verdict = row->answer->verdict;
            if (row->answer->shapeAssumed) row->assumed.emplace_back("shape");
            if (row->answer->ratioAssumed) row->assumed.emplace_back("ratio");
            if (journey.countsApart) row->assumed.emplace_back("shared hops counted apart");
            row->throughOutbox = withoutSchedules(*row);
        }
        if (row->route.circle) row->assumed.emplace_back("circle cut");
        if (row->route.cut) row->assumed.emplace_back("further paths left out");
        const auto [place, isNew] = m_byView.try_emplace(row->route.viewRef);
        place->second.push_back(row.get());
        m_made.rows.push_back(std::move(row));
    }

    /// What a broken promise would come to if a relay took over from the schedules on its way.
    std::optional<double> withoutSchedules(const Row& row) {
        if (row.verdict != Verdict::AtRisk && row.verdict != Verdict::Impossible) return std::nullopt;
        const auto paths = throughOutbox(row.route.paths);
        if (paths.empty()) return std::nullopt;
        const Journey journey = journeyOf(paths);
        return m_kept.judge
            .answer(journey.arrival, journey.shrinkable, journey.copies,
                    {row.within, row.forShare, lossOf(*row.route.view)})
            ->timeOfAll();
    }

    /// P(late) + p [mended too late] + outages (D - T) / ((1 - rho) W), by 1 - q.
    static void fillErrorBudget(Row& row, const std::vector<HeldUp>& outages) {
        if (!row.within || !row.answer || !row.answer->lateShare || row.forShare >= 1) return;
        double used = *row.answer->lateShare;
        const double window = toSeconds(row.route.view->freshness->window);
        bool unknown = false;
        for (const HeldUp& outage : outages) {
            const auto catchUp = outage.onTheWayOf(row);
            if (!catchUp || window <= 0) continue;
            const auto& rho = catchUp->utilisation;
            if (rho && *rho >= 1) { // sooner or later everything is late
                used = 1;
                break;
            }
            unknown = unknown || !rho; // nobody says what they can do
            used += std::max(0.0, outage.duration() - *row.within) / ((1 - rho.value_or(0)) * window);
        }
        if (unknown) row.assumed.emplace_back("catching up takes no time");
        row.errorBudgetUsed = used / (1 - row.forShare);
    }

    /// The row of a view that takes longest; null where one of them is not known, or there is none.
    const Row* worst(const Ref& view) const {
        const auto found = m_byView.find(view);
        if (found == m_byView.end()) return nullptr;
        const Row* slowest = nullptr;
        for (const Row* row : found->second) {
            if (!row->answer) return nullptr;
            if (!slowest || row->answer->p99 > slowest->answer->p99) slowest = row;
        }
        return slowest;
    }

    std::optional<double> changeRate(const Ref& ref) const {
        const Fact* fact = m_lookup.findFact(ref);
        return fact && fact->changeRate ? std::optional(fact->changeRate->perSecond()) : std::nullopt;
    }

    void addRead(const Context& context, const Decision& decision, const Read& read) {
        DecisionAge made;
        made.decision = context.name + "/" + decision.name;
        made.reads = toString(read.target);
        if (read.tolerates) made.tolerates = toSeconds(*read.tolerates);
        made.asks = read.askOwner;
        if (read.askOwner) {
            made.p50 = made.p99 = made.mean = made.atObjective = made.guaranteed = 0;
            made.missesLatest = made.inFlight = made.tooOld = 0;
            m_made.decisions.push_back(std::move(made));
            return;
        }
        std::vector<std::pair<std::vector<Path>, Ref>> ways; // to what is read, and of which fact
        bool known = true;
        double q = 0.99;
        if (const View* view = m_lookup.findView(read.target)) {
            q = shareOf(*view);
            made.lost = view->loss.value;
            const auto rows = m_byView.find(read.target);
            known = rows != m_byView.end();
            for (std::size_t i = 0; known && i < rows->second.size(); ++i) {
                known = rows->second[i]->answer != nullptr;
                ways.emplace_back(rows->second[i]->route.paths, rows->second[i]->route.fact);
            }
        } else {
            known = m_lookup.findFact(read.target) != nullptr;
            ways.emplace_back(std::vector<Path>(1), read.target);
        }
        made.share = q;
        std::vector<Distribution> further;
        for (const auto& [lag, what] :
             {std::pair(&read.cache, "cache"), std::pair(&decision.thinkTime, "think time")})
            for (const Step& step : m_routes.decisionSteps(*lag, made.reads, made.decision, what)) {
                known = known && step.missing.empty();
                further.push_back(step.distribution);
            }
        for (std::size_t i = 0; known && i < ways.size(); ++i) {
            Arrival arrival = arrivalOf(ways[i].first);
            arrival.shared.insert(arrival.shared.end(), further.begin(), further.end());
            const AgeNumbers& age = ageOf(arrival, q, made.tolerates, changeRate(ways[i].second));
            if (!made.atObjective || *made.atObjective < *age.atObjective)
                static_cast<AgeNumbers&>(made) = age; // the oldest counts
        }
        m_made.decisions.push_back(std::move(made));
    }

    const AgeNumbers& ageOf(const Arrival& arrival, double q, std::optional<double> tolerates,
                            std::optional<double> rate) {
        std::vector<double> key{rate.value_or(-1), q, tolerates.value_or(-1)};
        appendKey(key, arrival);
        auto [place, isNew] = m_kept.ages.try_emplace(std::move(key));
        AgeNumbers& age = place->second;
        if (!isNew) return age;
        const Estimate estimate(arrival, q, usualBins, Parts::None, &m_kept.judge.hops());
        age.p50 = estimate.quantile(0.5);
        age.p99 = estimate.quantile(0.99);
        age.mean = estimate.mean();
        age.guaranteed = guaranteed(arrival, q).optimal;
        age.atObjective = q < 1 ? estimate.quantile(q) : *age.guaranteed; // all of them: the maxima
        if (tolerates) age.tooOld = 1 - estimate.share(*tolerates);
        if (rate) age.missesLatest = missesLatest(estimate, *rate);
        if (rate) age.inFlight = anyInFlight(estimate, *rate);
        return age;
    }

    /// Arrivals of both views without the hops that both begin with.
    static std::pair<Arrival, Arrival> apart(const Row& a, const Row& b) {
        std::pair made(arrivalOf(a.route.paths), arrivalOf(b.route.paths));
        if (!(a.route.change == b.route.change)) return made;
        std::size_t same = 0;
        while (same < made.first.shared.size() && same < made.second.shared.size() &&
               a.hops[same]->identity == b.hops[same]->identity)
            ++same;
        for (Arrival* arrival : {&made.first, &made.second})
            arrival->shared.erase(arrival->shared.begin(),
                                  arrival->shared.begin() + static_cast<std::ptrdiff_t>(same));
        return made;
    }

    const PairNumbers& differing(const Row& x, const Row& y, double q, std::optional<double> rate) {
        const auto [a, b] = apart(x, y);
        std::vector<double> key{q, rate.value_or(-1)};
        appendKey(key, a);
        appendKey(key, b);
        auto [place, isNew] = m_kept.pairs.try_emplace(std::move(key));
        PairNumbers& made = place->second;
        if (!isNew) return made;
        const Disagreement disagreement(a, b, &m_kept.judge.hops());
        made.p50 = disagreement.quantile(0.5);
        made.p99 = disagreement.quantile(0.99);
        made.mean = disagreement.mean();
        if (q < 1) made.atObjective = q == 0.99 ? *made.p99 : disagreement.quantile(q);
        const bool ends = q < 1 || a.openHops() + b.openHops() == 0;
        made.guaranteed = ends ? disagreement.guaranteed(q) : std::numeric_limits<double>::infinity();
        if (q >= 1) made.atObjective = made.guaranteed; // of all of them: the longest there is
        if (rate) made.shareOfTimeDiffering = disagreement.shareOfTime(*rate);
        return made;
    }

    void addPair(const Audience& audience, const Ref& first, const Ref& second) {
        AudiencePair made;
        made.audience = audience.name;
        made.first = toString(first);
        made.second = toString(second);
        made.share = audience.forShare.value;
        if (audience.mayDisagreeFor) made.mayDisagreeFor = toSeconds(*audience.mayDisagreeFor);
        std::vector<std::pair<const Row*, const Row*>> pairs;
        const auto a = m_byView.find(first), b = m_byView.find(second);
        bool known = a != m_byView.end() && b != m_byView.end();
        if (known) {
            for (const Row* x : a->second)
                for (const Row* y : b->second)
                    if (!x->route.change.empty() && x->route.change == y->route.change)
                        pairs.emplace_back(x, y);
            if (pairs.empty()) pairs.emplace_back(worst(first), worst(second)); // told by different events
            known = std::ranges::all_of(pairs, [](const auto& pair) {
                return pair.first && pair.second && pair.first->answer && pair.second->answer;
            });
        }
        if (known) {
            const auto rate = changeRate(audience.of);
            for (const auto& [x, y] : pairs) {
                const PairNumbers& apart = differing(*x, *y, audience.forShare.value, rate);
                if (!made.p99 ||
                    apart.atObjective.value_or(*apart.p99) > made.atObjective.value_or(*made.p99))
                    static_cast<PairNumbers&>(made) = apart; // the longest counts
            }
        }
        m_made.audiences.push_back(std::move(made));
    }

    const Lookup& m_lookup;
    const Assumptions& m_assumptions;
    Memory::Kept& m_kept;
    Routes m_routes;
    Analysis m_made;
    std::map<Ref, std::vector<const Row*>> m_byView;
};

Analysis analyse(const Lookup& lookup, const Assumptions& assumptions) {
    Memory memory;
    return analyse(lookup, assumptions, memory);
}

Analysis analyse(const Lookup& lookup, const Assumptions& assumptions, Memory& memory) {
    return Analyst(lookup, assumptions, memory).work();
}

std::shared_ptr<const Analysis> keptAnalysis(const std::shared_ptr<const Lookup>& lookup,
                                             const Assumptions& assumptions) {
    struct Kept {
        std::shared_ptr<const Lookup> lookup;
        Analysis analysis;
    };
    auto kept = std::make_shared<const Kept>(Kept{lookup, analyse(*lookup, assumptions)});
    return {kept, &kept->analysis};
}

} // namespace factline::freshness
