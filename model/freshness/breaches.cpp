// SPDX-License-Identifier: Apache-2.0
#include "freshness/breaches.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>

#include "freshness/disagreement.h"
#include "freshness/reason.h"
#include "freshness/untold.h"

namespace factline::freshness {

namespace {

bool isProven(const Arrival& arrival, double q, double within) {
    return q < 1 && (equalSplitBound(arrival, q) <= within || guaranteed(arrival, q).optimal <= within);
}

} // namespace

/// Collects the breaches of one model; ways are looked for once a view.
class Prosecutor {
public:
    /// `followed`: what is known of an earlier snapshot; null: all is worked out. `changed` as there.
    Prosecutor(const Lookup& lookup, FollowedBreaches* followed, const std::unordered_set<AskedName>* changed)
        : m_lookup(lookup)
        , m_routes(lookup)
        , m_followed(followed)
        , m_changed(changed) {}

    Breaches work() {
        for (const auto& context : m_lookup.model().contexts) {
            for (const auto& view : context->views)
                if (view->freshness && view->freshness->within) promiseOf(*context, *view);
            for (const auto& decision : context->decisions)
                for (const Read& read : decision->reads)
                    if (read.tolerates && !read.askOwner) readOf(*context, *decision, read);
        }
        for (const auto& audience : m_lookup.model().audiences)
            if (audience->mayDisagreeFor) audienceOf(*audience);
        return std::move(m_made);
    }

private:
    /// The ways into one view, and the names that they hang on.
    struct WaysIn {
        std::vector<Route> routes;
        std::vector<AskedName> asked;
    };

    /// Takes what is known of a place, or judges it and keeps what comes of that. `point` makes what was kept
    /// point into this snapshot.
    template<typename T, typename Judging, typename Point>
    void settle(std::vector<T>& made, FollowedBreaches::KeptAll<T> FollowedBreaches::*list,
                const FollowedBreaches::Place& place, const ElementKey& key, const Judging& judging,
                const Point& point) {
        if (!m_followed) return judging();
        auto [known, isNew] = (m_followed->*list).try_emplace(place);
        auto& kept = known->second;
        kept.run = m_followed->m_run;
        const auto isOut = [&](AskedName name) { return m_changed->contains(name); };
        if (!isNew && m_changed && std::ranges::none_of(kept.asked, isOut)) {
            for (const T& found : kept.found)
                point(made.emplace_back(found));
            return;
        }
        ++m_followed->m_judged;
        const auto before = static_cast<std::ptrdiff_t>(made.size());
        kept.asked.clear();
        {
            const Asking asking(kept.asked);
            Asking::note(askedName(key));
            judging();
        }
        std::ranges::sort(kept.asked);
        kept.asked.erase(std::unique(kept.asked.begin(), kept.asked.end()), kept.asked.end());
        kept.asked.shrink_to_fit();
        kept.found.assign(made.begin() + before, made.end());
    }

    void promiseOf(const Context& context, const View& view) {
        settle(
            m_made.promises, &FollowedBreaches::m_promises, {view.id, 0},
            keyOf(ElementKind::View, context.name, view.name), [&] { judgePromise(context, view); },
            [&](BrokenPromise& known) { known.context = &context, known.view = &view; });
    }

    void readOf(const Context& context, const Decision& decision, const Read& read) {
        settle(
            m_made.decisions, &FollowedBreaches::m_decisions,
            {decision.id, static_cast<std::size_t>(&read - decision.reads.data())},
            keyOf(ElementKind::Decision, context.name, decision.name),
            [&] { judgeRead(context, decision, read); },
            [&](StaleDecision& known) {
                known.context = &context, known.decision = &decision, known.read = &read;
            });
    }

    void audienceOf(const Audience& audience) {
        settle(
            m_made.audiences, &FollowedBreaches::m_audiences, {audience.id, 0},
            keyOf(ElementKind::Audience, {}, audience.name),
            [&] {
                for (std::size_t i = 0; i < audience.sees.size(); ++i)
                    for (std::size_t j = i + 1; j < audience.sees.size(); ++j)
                        judgePair(audience, audience.sees[i], audience.sees[j]);
            },
            [&](LongDisagreement& known) { known.audience = &audience; });
    }

    const std::vector<Route>& routesInto(const Context& context, const View& view) {
        const auto [place, isNew] = m_known.try_emplace(&view);
        auto& [routes, asked] = place->second;
        if (!isNew) {
            for (const AskedName name : asked)
                Asking::note(name); // whoever takes notes hears all that they hang on
            return routes;
        }
        const std::size_t before = Asking::isNoting() ? Asking::noted().size() : 0;
        routes = m_routes.into(context, view);
        if (Asking::isNoting())
            asked.assign(Asking::noted().begin() + static_cast<std::ptrdiff_t>(before),
                         Asking::noted().end());
        return routes;
    }

    const std::vector<Route>* routesInto(const Ref& ref) {
        const Context* context = m_lookup.findContext(ref.context);
        const View* view = m_lookup.findView(ref);
        return context && view ? &routesInto(*context, *view) : nullptr;
    }

    std::shared_ptr<const Answer> answer(const Journey& journey, const Question& question) {
        return m_judge.answer(journey.arrival, journey.shrinkable, journey.copies, question);
    }

    void judgePromise(const Context& context, const View& view) {
        BrokenPromise broken{.context = &context, .view = &view};
        broken.within = toSeconds(*view.freshness->within);
        broken.q = view.freshness->forShare.value;
        const auto& routes = routesInto(context, view);
        if (routes.empty()) {
            broken.fact = !view.freshness->from.empty() ? view.freshness->from
                          : view.shows.empty()          ? Ref{}
                                                        : view.shows.front();
            broken.missing = {untold(broken.fact)};
            m_made.promises.push_back(broken);
        }
        for (const Route& route : routes)
            judgeRoute(route, broken);
    }

    void judgeRoute(const Route& route, BrokenPromise broken) {
        const Question question{broken.within, broken.q, lossOf(*broken.view)};
        const Journey journey = journeyOf(route.paths);
        broken.fact = route.fact;
        broken.change = route.change;
        broken.missing = journey.missing;
        if (broken.missing.empty()) {
            const double q = question.loss.shareOfDelivered(broken.q, broken.within);
            if (isProven(journey.arrival, q, broken.within)) return;
            const auto judged = answer(journey, question);
            broken.verdict = *judged->verdict;
            if (broken.verdict == Verdict::Proven || broken.verdict == Verdict::Expected) return;
            broken.answer = judged;
            broken.loss = question.loss;
            if (judged->atObjective)
                broken.mend = mendOf(journey, *judged);
            else
                broken.endless = hopWithoutLimit(journey.hops);
            if (const auto paths = throughOutbox(route.paths); !paths.empty())
                broken.throughOutbox = answer(journeyOf(paths), question)->timeOfAll();
        }
        m_made.promises.push_back(std::move(broken));
    }

    /// Of all ways to what is read the one that makes it oldest.
    void judgeRead(const Context& context, const Decision& decision, const Read& read) {
        StaleDecision stale{.context = &context, .decision = &decision, .read = &read};
        stale.tolerates = toSeconds(*read.tolerates);
        const std::string name = context.name + "/" + decision.name, reads = toString(read.target);
        Path further = m_routes.decisionSteps(read.cache, reads, name, "cache");
        for (Step& step : m_routes.decisionSteps(decision.thinkTime, reads, name, "think time"))
            further.push_back(std::move(step));
        std::vector<std::vector<Path>> all;
        if (const View* view = m_lookup.findView(read.target)) {
            if (view->freshness) stale.q = view->freshness->forShare.value;
            for (const Route& route : *routesInto(read.target))
                all.push_back(route.paths);
        } else if (m_lookup.findFact(read.target)) {
            all.emplace_back(1);
        }
        bool found = false;
        for (const auto& paths : all) {
            const Journey journey = journeyOf(paths, further);
            if (!journey.missing.empty()) return;
            if (isProven(journey.arrival, stale.q, stale.tolerates)) continue;
            const auto judged = answer(journey, {stale.tolerates, stale.q, {}});
            constexpr double ever = std::numeric_limits<double>::infinity(); // nothing limits it
            const double expected = judged->atObjective.value_or(ever);
            if (judged->bound.value_or(ever) <= stale.tolerates) continue;
            if (found && expected <= stale.expected) continue;
            found = true;
            stale.expected = expected;
            stale.guaranteed = judged->bound.value_or(ever);
            stale.mend = !judged->atObjective ? std::nullopt
                         : stale.isExpected() ? mendOf(journey, *judged)
                                              : mendOfBound(journey, *judged, stale.q, stale.tolerates);
            stale.throughOutbox.reset();
            if (const auto other = stale.isExpected() ? throughOutbox(paths) : std::vector<Path>();
                !other.empty())
                stale.throughOutbox =
                    answer(journeyOf(other, further), {stale.tolerates, stale.q, {}})->atObjective;
        }
        if (found) m_made.decisions.push_back(std::move(stale));
    }

    void judgePair(const Audience& audience, const Ref& first, const Ref& second) {
        const auto *a = routesInto(first), *b = routesInto(second);
        if (!a || !b) return;
        LongDisagreement worst{&audience, first, second};
        worst.allowed = toSeconds(*audience.mayDisagreeFor);
        worst.q = audience.forShare.value;
        bool found = false, together = false; // one event tells both
        for (const Route& x : *a)
            for (const Route& y : *b) {
                if (x.change != y.change) continue;
                together = true;
                found = judgeWays(x.paths, y.paths, worst) || found;
            }
        if (!together && !a->empty() && !b->empty())
            found = judgeWays(slowest(*a).paths, slowest(*b).paths, worst);
        if (found) m_made.audiences.push_back(std::move(worst));
    }

    static const Route& slowest(const std::vector<Route>& routes) {
        if (routes.size() == 1) return routes.front();
        return *std::ranges::max_element(routes, {}, [](const Route& route) {
            return Estimate(arrivalOf(route.paths), 0.99, usualBins, Parts::None).quantile(0.99);
        });
    }

    /// For how long the share q of changes makes two views differ; all of them: without an end where a hop
    /// has none.
    static double differFor(const Arrival& a, const Arrival& b, double q) {
        const Disagreement disagreement(a, b);
        if (q < 1) return disagreement.quantile(q);
        return a.openHops() + b.openHops() == 0 ? disagreement.guaranteed(1)
                                                : std::numeric_limits<double>::infinity();
    }

    /// Whether the two are worse than what is known, which they then replace.
    static bool judgeWays(const std::vector<Path>& a, const std::vector<Path>& b, LongDisagreement& worst) {
        Journey x = journeyOf(a), y = journeyOf(b);
        if (!x.missing.empty() || !y.missing.empty()) return false;
        dropShared(x, y);
        // |A - B| is at most the longer of the two.
        const double each = (1 + worst.q) / 2;
        if (isProven(x.arrival, each, worst.allowed) && isProven(y.arrival, each, worst.allowed))
            return false;
        const double expected = differFor(x.arrival, y.arrival, worst.q);
        if (expected <= std::max(worst.allowed * (1 + disagreementTolerance), worst.expected)) return false;
        worst.expected = expected;
        const double level = std::min(worst.q, 0.9999); // only to tell which of the two is slower
        const double ofX = Estimate(x.arrival, level, usualBins, Parts::None).quantile(level);
        const double ofY = Estimate(y.arrival, level, usualBins, Parts::None).quantile(level);
        worst.mend = ofX >= ofY ? mendOfPair(x, y, worst) : mendOfPair(y, x, worst);
        return true;
    }

    static void dropShared(Journey& x, Journey& y) {
        std::size_t same = 0;
        while (same < x.arrival.shared.size() && same < y.arrival.shared.size() &&
               x.hops[same]->identity == y.hops[same]->identity)
            ++same;
        for (Journey* one : {&x, &y}) {
            const auto cut = static_cast<std::ptrdiff_t>(same);
            one->arrival.shared.erase(one->arrival.shared.begin(), one->arrival.shared.begin() + cut);
            one->hops.erase(one->hops.begin(), one->hops.begin() + cut);
            one->shrinkable.erase(one->shrinkable.begin(), one->shrinkable.begin() + cut);
        }
    }

    /// The hop of the slower view that takes longest, and what it would have to come down to.
    static std::optional<Mend> mendOfPair(const Journey& slow, const Journey& fast,
                                          const LongDisagreement& pair) {
        if (slow.hops.empty()) return std::nullopt;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < slow.hops.size(); ++i)
            if (slow.arrival.hop(i).quantile(0.99) > slow.arrival.hop(longest).quantile(0.99)) longest = i;
        const Step& step = *slow.hops[longest];
        auto would = shrunkUntil(slow.shrinkable[longest], [&](const Distribution& now) {
            Arrival changed = slow.arrival;
            for (std::size_t i = 0; i < slow.hops.size(); ++i)
                if (slow.hops[i]->identity == step.identity) changed.hop(i) = now;
            return differFor(changed, fast.arrival, pair.q) <= pair.allowed;
        });
        return Mend{
            step.from,       step.to, step.identity, step.hop, slow.arrival.hop(longest).quantile(0.99),
            std::move(would)};
    }

    const Lookup& m_lookup;
    Routes m_routes;
    Judge m_judge;
    Breaches m_made;
    std::map<const View*, WaysIn> m_known;
    FollowedBreaches* m_followed;
    const std::unordered_set<AskedName>* m_changed;
};

namespace {

bool promisesAnything(const Model& model) {
    const auto promised = [](const auto& view) {
        return view->freshness && view->freshness->within.has_value();
    };
    const auto tolerant = [](const auto& decision) {
        return std::ranges::any_of(decision->reads,
                                   [](const Read& read) { return read.tolerates.has_value(); });
    };
    return std::ranges::any_of(model.audiences,
                               [](const auto& a) { return a->mayDisagreeFor.has_value(); }) ||
           std::ranges::any_of(model.contexts, [&](const auto& context) {
               return std::ranges::any_of(context->views, promised) ||
                      std::ranges::any_of(context->decisions, tolerant);
           });
}

} // namespace

Breaches breachesOf(const Lookup& lookup) {
    Breaches made =
        promisesAnything(lookup.model()) ? Prosecutor(lookup, nullptr, nullptr).work() : Breaches{};
    made.loads = loadsOf(lookup);
    return made;
}

/// The same as loadsOf; those of one consumer are worked out anew only where something that they hang on has
/// changed.
std::vector<ChannelLoad> FollowedBreaches::loads(const Lookup& lookup,
                                                 const std::unordered_set<AskedName>* changed) {
    std::vector<ChannelLoad> made;
    Flow flow(lookup);
    std::map<Ref, Told> raised; // what comes only because of something else, which may be anywhere
    const auto& all = lookup.subscriptions();
    for (std::size_t i = 0, end = 0; i < all.size(); i = end) {
        const auto of = [](const Subscriber& one) {
            return std::visit([](const auto* consumer) -> const Element* { return consumer; }, one.consumer);
        };
        const Element* consumer = of(all[i]);
        while (end < all.size() && of(all[end]) == consumer)
            ++end;
        const std::span own = std::span(all).subspan(i, end - i);
        if (std::ranges::none_of(own,
                                 [](const Subscriber& s) { return s.subscription->capacity.has_value(); }))
            continue;
        const auto kind = std::holds_alternative<const View*>(own.front().consumer) ? ElementKind::View
                                                                                    : ElementKind::Policy;
        const ElementKey key = keyOf(kind, own.front().context->name, consumer->name);
        const auto* other = lookup.find(
            ElementKey{kind == ElementKind::View ? ElementKind::Policy : ElementKind::View, key.name});
        const auto* first = lookup.find(key);
        if (other || !first || first->id() != consumer->id) { // some share a name
            m_raised.clear();
            return loadsOf(lookup);
        }
        auto [known, isNew] = m_loads.try_emplace(Place{consumer->id, 0});
        auto& kept = known->second;
        kept.run = m_run;
        const auto isOut = [&](AskedName name) { return changed->contains(name); };
        bool comesElse = false;
        for (const Subscriber& subscriber : own) {
            const Ref& ref = subscriber.subscription->event;
            const Event* event = subscriber.subscription->capacity ? lookup.findEvent(ref) : nullptr;
            if (!event || event->rate) continue;
            const Told& told = raised[ref] = flow.of(ref);
            const auto before = m_raised.find(ref);
            comesElse = comesElse || before == m_raised.end() || before->second != told;
        }
        if (isNew || !changed || comesElse || std::ranges::any_of(kept.asked, isOut)) {
            kept.asked.clear();
            const Asking asking(kept.asked);
            Asking::note(askedName(key));
            kept.found = loadsOf(lookup, own, flow);
        }
        made.insert(made.end(), kept.found.begin(), kept.found.end());
    }
    m_raised = std::move(raised);
    return made;
}

Breaches FollowedBreaches::of(const Lookup& lookup, const std::unordered_set<AskedName>* changed) {
    ++m_run;
    m_judged = 0;
    Breaches made = promisesAnything(lookup.model()) ? Prosecutor(lookup, this, changed).work() : Breaches{};
    const auto isGone = [&](const auto& entry) { return entry.second.run != m_run; };
    std::erase_if(m_promises, isGone);
    std::erase_if(m_decisions, isGone);
    std::erase_if(m_audiences, isGone);
    made.loads = loads(lookup, changed);
    std::erase_if(m_loads, isGone);
    return made;
}

} // namespace factline::freshness
