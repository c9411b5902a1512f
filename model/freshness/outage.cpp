// SPDX-License-Identifier: Apache-2.0
#include "freshness/outage.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>
#include <variant>

#include "freshness/analysis.h"
#include "freshness/flow.h"
#include "freshness/queueing.h"
#include "freshness/routes.h"

namespace factline::freshness {

namespace {

std::string nameOf(const Ref& channel) {
    return channel.empty() ? std::string() : toString(channel);
}

/// Whether something named `context/name` is of this context.
bool isOf(const std::string& name, const ContextName& context) {
    return name.size() > context.size() && name.starts_with(context) && name[context.size()] == '/';
}

/// How hard it is on a view, to compare: for ever, for so long, for who knows how long, not at all.
std::pair<int, double> hardship(const LateView& view, double duration) {
    if (view.outOfSlo) return {*view.outOfSlo > 0 ? 2 : 0, *view.outOfSlo};
    if (view.utilisation) return {3, 0};
    return {duration > view.within ? 1 : 0, duration - view.within};
}

/// Whether an event tells of what another does, or of something computed from it: else it has a time of its
/// own.
bool tellsOn(const Event& next, const Event& of, Routes& routes) {
    return std::ranges::any_of(of.announces, [&](const Ref& changed) {
        const std::set<Ref>& derived = routes.derived(changed);
        return std::ranges::any_of(next.announces, [&](const Ref& fact) { return derived.contains(fact); });
    });
}

constexpr Duration usualRetention = std::chrono::hours(7 * 24);

} // namespace

std::optional<Duration> keptBy(const Channel& channel) {
    if (channel.retention) return channel.retention;
    return channel.compacted ? std::nullopt : std::optional(usualRetention);
}

const LateView* hardest(const ContextOutage& outage) {
    return outage.views.empty() ? nullptr : &outage.views.front();
}

bool HeldUp::Slowest::add(const std::optional<double>& other, const std::string& its) {
    if (!other || utilisation.value_or(-1) >= *other) return false;
    utilisation = other;
    name = its;
    return true;
}

HeldUp::HeldUp(const Lookup& lookup, const ContextName& context, Duration duration,
               std::span<const ChannelLoad> loads, Routes& routes)
    : m_lookup(lookup)
    , m_context(context)
    , m_duration(toSeconds(duration)) {
    for (const ChannelLoad& load : loads)
        if (load.utilisation) m_busy.emplace(Consumer(load.consumer, load.channel), *load.utilisation);
    spread(routes);
}

std::optional<double> HeldUp::utilisation(const Consumer& consumer) const {
    const auto found = m_busy.find(consumer);
    return found == m_busy.end() ? std::nullopt : std::optional(found->second);
}

/// From what is stuck to all that comes of it; an event is looked at again where something slower leads to
/// it.
void HeldUp::spread(Routes& routes) {
    std::vector<Ref> open;
    std::set<Ref> reached;
    const auto goOn = [&](const Subscriber& subscriber, const Slowest& before, bool isLate) {
        const Event* event = m_lookup.findEvent(subscriber.subscription->event);
        if (!event) return;
        const Consumer consumer(subscriber.context->name + "/" + subscriber.consumerName(),
                                nameOf(event->channel));
        m_catchingUp.insert(consumer);
        const auto* policy = std::get_if<const Policy*>(&subscriber.consumer);
        if (!policy) return;
        Slowest slowest = before;
        slowest.add(utilisation(consumer), consumer.first);
        for (const Ref& next : (*policy)->then) {
            bool isNew = reached.insert(next).second;
            const Event* told = m_lookup.findEvent(next);
            if (isLate && told && tellsOn(*told, *event, routes)) {
                const auto [known, isBehind] = m_behind.try_emplace(next);
                isNew = known->second.add(slowest.utilisation, slowest.name) || isBehind || isNew;
            }
            if (isNew) open.push_back(next);
        }
    };
    if (const Context* down = m_lookup.findContext(m_context))
        for (const auto& event : down->events)
            open.push_back({m_context, event->name});
    m_stuck.insert(open.begin(), open.end());
    reached = m_stuck;
    for (const Subscriber& subscriber : m_lookup.subscriptions())
        if (subscriber.context->name == m_context) {
            m_stuck.insert(subscriber.subscription->event);
            goOn(subscriber, {}, true);
        }
    while (!open.empty()) {
        const Ref event = open.back();
        open.pop_back();
        const auto behind = m_behind.find(event);
        const bool isBehind = behind != m_behind.end();
        const Slowest before = isBehind ? behind->second : Slowest{};
        for (const Subscriber& subscriber : m_lookup.subscribers(event))
            goOn(subscriber, before, isBehind || event.context == m_context);
    }
}

std::optional<HeldUp::CatchUp> HeldUp::onTheWayOf(const Row& row) const {
    const auto behind = m_behind.find(row.route.change);
    const bool comesLate = behind != m_behind.end();
    const Slowest first = comesLate ? behind->second : Slowest{};
    Slowest slowest = first;
    bool heldUp = comesLate, outlived = false;
    for (const Path& path : row.route.paths) {
        bool waited = comesLate;
        double before = first.utilisation.value_or(0); // of the slowest so far, on this way
        for (const Step& step : path) {
            const bool begins = !waited && (step.takes || step.tells) && isOf(step.to, m_context);
            waited = waited || begins;
            heldUp = heldUp || waited;
            if (!waited || !step.takes) continue;
            const auto rho = utilisation({step.to, nameOf(step.takes->channel)});
            const Channel* channel = m_lookup.findChannel(step.takes->channel);
            const auto kept = channel ? keptBy(*channel) : std::nullopt;
            double wait = begins ? m_duration : 0;
            if (!begins && rho && before < 1) wait = std::max(0.0, *rho - before) / (1 - before) * m_duration;
            if (kept && wait > toSeconds(*kept)) outlived = true;
            before = std::max(before, rho.value_or(0));
            slowest.add(rho, step.to);
        }
    }
    if (!heldUp) return std::nullopt;
    return CatchUp{slowest.utilisation, slowest.name, outlived};
}

std::vector<LateView> HeldUp::views(std::span<const std::unique_ptr<Row>> rows, Flow& flow,
                                    bool& lost) const {
    std::vector<LateView> made;
    for (const auto& row : rows) {
        const auto catchUp = onTheWayOf(*row);
        if (!catchUp) continue;
        lost = lost || catchUp->outlived;
        if (!row->within) continue;
        LateView late{.view = toString(row->route.viewRef),
                      .within = *row->within,
                      .utilisation = catchUp->utilisation,
                      .slowest = catchUp->slowest};
        if (late.utilisation) {
            const auto rate = flow.of(row->route.change).rate;
            const Outage outage = outageOf(m_duration, rate.value_or(0), *late.utilisation, late.within);
            late.outOfSlo = outage.outOfSlo;
            if (rate) late.lateChanges = outage.lateChanges;
        }
        // A view that several changes reach: the one that takes longest rules, and all that is late counts.
        const auto known = std::ranges::find(made, late.view, &LateView::view);
        if (known == made.end()) {
            made.push_back(std::move(late));
            continue;
        }
        if (known->lateChanges || late.lateChanges)
            late.lateChanges = known->lateChanges.value_or(0) + late.lateChanges.value_or(0);
        known->lateChanges = late.lateChanges;
        if (hardship(late, m_duration) > hardship(*known, m_duration)) *known = std::move(late);
    }
    std::ranges::stable_sort(made, [&](const LateView& a, const LateView& b) {
        const auto first = hardship(a, m_duration), second = hardship(b, m_duration);
        return first != second ? first > second : a.within < b.within;
    });
    return made;
}

ContextOutage HeldUp::told(std::span<const std::unique_ptr<Row>> rows) const {
    ContextOutage made{.context = m_context, .duration = m_duration};
    Flow flow(m_lookup);
    auto& rate = made.rate;
    for (const Ref& ref : m_stuck) {
        const Event* event = m_lookup.findEvent(ref);
        if (!event) continue;
        // What the context only tells because of what waits for it does not wait itself.
        const bool follows = ref.context == m_context && flow.hasCauses(ref);
        if (const auto told = follows ? flow.ofItself(ref) : flow.of(ref).rate)
            rate = rate.value_or(0) + *told;
        else if (!follows)
            made.uncounted.push_back(toString(ref));
        // What the context tells itself waits in its outbox; in a channel waits what others tell it.
        const Channel* channel = m_lookup.findChannel(event->channel);
        const auto kept = channel && ref.context != m_context ? keptBy(*channel) : std::nullopt;
        if (kept && toSeconds(*kept) < m_duration) made.lost = true;
    }
    Slowest slowest;
    for (const Consumer& consumer : m_catchingUp) {
        const auto rho = utilisation(consumer);
        slowest.add(rho, consumer.first);
        if (!rho && (made.unmeasured.empty() || made.unmeasured.back() != consumer.first))
            made.unmeasured.push_back(consumer.first);
    }
    made.utilisation = slowest.utilisation;
    made.slowest = slowest.name;
    made.views = views(rows, flow, made.lost);
    if (rate) made.backlog = *rate * m_duration;
    if (rate && made.utilisation) made.catchUp = outageOf(m_duration, *rate, *made.utilisation, 0).catchUp;
    if (made.utilisation && *made.utilisation >= 1) made.lost = true;
    return made;
}

} // namespace factline::freshness
