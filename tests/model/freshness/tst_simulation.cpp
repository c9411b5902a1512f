// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <random>
#include <set>

#include "contract/read.h"
#include "freshness/analysis.h"

using namespace factline;
using namespace factline::freshness;

namespace {

constexpr std::size_t changes = 1'000'000;

/// A hop as the language writes it and as it behaves, made without the engine.
struct Hop {
    enum Form { Fixed, Poll, Delayed, Batch, Window, Lognormal, Tailed } form;
    double a = 0, b = 0;         ///< seconds: interval and work, gap and run, p50 and p99
    double slowest = 0, max = 0; ///< p99.9, and what nothing exceeds

    std::string text() const {
        const auto ms = [](double seconds) { return fmt::format("{}ms", std::llround(seconds * 1000)); };
        switch (form) {
        case Fixed:
            return fmt::format("{{fixed: {}}}", ms(a));
        case Poll:
            return fmt::format("{{poll: {}, work: {}}}", ms(a), ms(b));
        case Delayed:
            return fmt::format("{{poll: {}, mode: fixedDelay, work: {}}}", ms(a), ms(b));
        case Batch:
            return fmt::format("{{cron: \"*/{} * * * *\", run: {}}}", std::llround(a / 60), ms(b));
        case Window:
            return fmt::format("{{window: {}}}", ms(a));
        case Tailed:
            return fmt::format("{{p50: {}, p99: {}, p99.9: {}, max: {}}}", ms(a), ms(b), ms(slowest),
                               ms(max));
        default:
            return fmt::format("{{p50: {}, p99: {}}}", ms(a), ms(b));
        }
    }

    /// When a change that arrives at `now` is through; the clock of a poll or a batch runs by itself.
    double through(double now, double phase, std::mt19937_64& random) const {
        static constexpr double z99 = 2.3263478740408408, z999 = 3.0902323061678136;
        switch (form) {
        case Fixed:
            return now + a;
        case Poll:
        case Batch:
            return (std::floor((now - phase * a) / a) + 1 + phase) * a + b;
        case Delayed: // its next round begins a whole interval after it was done
            return (std::floor((now - phase * (a + b)) / (a + b)) + 1 + phase) * (a + b) + b;
        case Tailed: {
            const double z = std::normal_distribution<double>(0, 1)(random);
            const double body = std::log(b / a) / z99, tail = std::log(slowest / b) / (z999 - z99);
            return now + std::min(max, z <= z99 ? a * std::exp(body * z) : b * std::exp(tail * (z - z99)));
        }
        case Window:
            return now + std::uniform_real_distribution<double>(0, a)(random);
        default:
            return now + std::lognormal_distribution<double>(std::log(a), std::log(b / a) / z99)(random);
        }
    }
};

Hop anyHop(std::mt19937_64& random, bool publishing) {
    const auto between = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random) / 1000.0;
    };
    switch (std::uniform_int_distribution<int>(0, 5)(random)) {
    case 0:
        return {Hop::Fixed, between(5, 500)};
    case 1:
        return {Hop::Poll, between(100, 3000), between(1, 100)};
    case 2:
        return {Hop::Window, between(50, 2000)};
    case 3:
        return {Hop::Delayed, between(100, 3000), between(1, 900)};
    case 4:
        return {Hop::Tailed, between(5, 300), between(400, 1500), between(2000, 4000), between(5000, 9000)};
    case 5:
        return publishing ? Hop{Hop::Batch, 60.0 * std::uniform_int_distribution<int>(1, 2)(random) * 5, 30}
                          : Hop{Hop::Lognormal, between(5, 300), between(400, 4000)};
    default:
        return {Hop::Lognormal, between(5, 300), between(400, 4000)};
    }
}

/// A change that reaches a view at once, by way of policies, or both, and the same in numbers.
struct Graph {
    std::string text;
    double objective = 0.95;
    std::vector<Hop> shared;
    std::vector<std::vector<Hop>> ways;
};

constexpr int seeds = 8;
constexpr std::uint64_t firstOfChains = 7; ///< from there on one policy wakes the other

/// All ways begin with the publishing and the channel of the change; each policy adds its own lag and the
/// publishing and channel of its event; each subscription of the view ends one way.
/// `loses`: what else stands at the view.
Graph anyGraph(std::uint64_t seed, std::string_view loses = "") {
    std::mt19937_64 random(seed);
    Graph graph;
    constexpr double objectives[] = {0.95, 0.99, 0.999};
    graph.objective = objectives[seed % 2 + (seed > 3 ? 1 : 0)];
    const auto hop = [&](std::vector<Hop>& into, bool publishing) {
        into.push_back(anyHop(random, publishing));
        return into.back().text();
    };
    const std::string publishing = hop(graph.shared, true), channel = hop(graph.shared, false);
    const bool isChain = seed >= firstOfChains;
    const std::size_t count = isChain ? 2 : seed % 3; // policies
    std::vector<std::string> channels, events, policies, fedBy;
    if (count == 0 || seed % 2 == 0)
        fedBy.push_back(fmt::format("a/Changed: {{lag: {}}}", hop(graph.ways.emplace_back(), false)));
    for (std::size_t i = 0; i < count; ++i) {
        const bool goesOn = isChain && i > 0;
        auto& way = goesOn ? graph.ways.back() : graph.ways.emplace_back();
        policies.push_back(fmt::format("p{}: {{when: [{}], then: [Derived{}], lag: {}}}", i,
                                       goesOn ? fmt::format("Derived{}", i - 1) : "a/Changed", i,
                                       hop(way, false)));
        events.push_back(
            fmt::format("Derived{0}: {{announces: [g], channel: c{0}, publishing: {{through: outbox, "
                        "lag: {1}}}}}",
                        i, hop(way, true)));
        channels.push_back(fmt::format("c{}: {{lag: {}}}", i, hop(way, false)));
        if (!isChain || i + 1 == count)
            fedBy.push_back(fmt::format("b/Derived{}: {{lag: {}}}", i, hop(way, false)));
    }
    graph.text = fmt::format(R"(factline: 1
contexts:
  a:
    publishing: {{through: outbox, lag: {}}}
    facts: {{f: {{}}}}
    channels: {{c: {{lag: {}}}}}
    events: {{Changed: {{announces: [f], channel: c}}}}
  b:
    facts: {{g: {{derivedFrom: [a/f]}}}}
    channels: {{{}}}
    events: {{{}}}
    policies: {{{}}}
    views: {{v: {{shows: [a/f, g], fedBy: {{{}}}, freshness: {{within: 4s, for: {:g}%, from: a/f}}{}}}}}
)",
                             publishing, channel, fmt::join(channels, ", "), fmt::join(events, ", "),
                             fmt::join(policies, ", "), fmt::join(fedBy, ", "), graph.objective * 100, loses);
    return graph;
}

std::set<int> formsIn(const Graph& graph) {
    std::set<int> forms;
    for (const Hop& hop : graph.shared)
        forms.insert(hop.form);
    for (const auto& way : graph.ways)
        for (const Hop& hop : way)
            forms.insert(hop.form);
    return forms;
}

/// What is lost comes with the next run of reconciliation, and takes its time.
struct Lost {
    double share = 0, every = 0, grace = 0, repair = 0;
};

std::vector<double> simulated(const Graph& graph, std::uint64_t seed, const Lost& lost = {}) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> any(0, 1);
    std::vector<double> times(changes);
    for (double& time : times) {
        const double commit = any(random) * 86400;
        double shared = commit;
        for (const Hop& hop : graph.shared)
            shared = hop.through(shared, any(random), random);
        double complete = shared;
        for (const auto& way : graph.ways) {
            double now = shared;
            for (const Hop& hop : way)
                now = hop.through(now, any(random), random);
            complete = std::max(complete, now);
        }
        time = complete - commit;
        if (lost.share > 0 && any(random) < lost.share)
            time = lost.grace + any(random) * lost.every + lost.repair;
    }
    std::ranges::sort(times);
    return times;
}

/// The quantile of a sample at u, moved by so many of its standard errors.
double sampled(const std::vector<double>& times, double u, double errors) {
    const auto n = static_cast<double>(times.size());
    const double moved = u + errors * std::sqrt(u * (1 - u) / n);
    return times[static_cast<std::size_t>(std::clamp(moved * n, 0.0, n - 1))];
}

double shareOf(const std::vector<double>& times, double x) {
    const auto below = std::ranges::upper_bound(times, x) - times.begin();
    return static_cast<double>(below) / static_cast<double>(times.size());
}

} // namespace

/// Whole models against a plain simulation of the same hops, a million changes each.
class SimulationTest : public QObject {
    Q_OBJECT
private slots:
    void graphs_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::newRow(qPrintable(QString("graph %1").arg(seed))) << seed;
    }
    void graphs() {
        QFETCH(int, seed);
        const Graph graph = anyGraph(static_cast<std::uint64_t>(seed));
        const auto read = contract::parseModel({{"graph", graph.text}});
        QVERIFY2(read.problems.empty(), graph.text.c_str());
        const auto made = analyse(Lookup(read.model));
        const auto row = std::ranges::find(made.rows, "a/Changed",
                                           [](const auto& one) { return toString(one->route.change); });
        QVERIFY2(row != made.rows.end() && (*row)->answer, graph.text.c_str());
        QCOMPARE((*row)->route.paths.size(), graph.ways.size());
        const Answer& answer = *(*row)->answer;
        const auto times = simulated(graph, static_cast<std::uint64_t>(seed) * 7919);

        constexpr double errors = 5;
        const double rounding = answer.bracket.high - answer.bracket.low;
        const auto agrees = [&](double u, double estimate) {
            const double low = sampled(times, u, -errors) - rounding,
                         high = sampled(times, u, errors) + rounding;
            const bool fits = low <= estimate && estimate <= high;
            if (!fits) qWarning("%g: %g is not in [%g, %g]", u, estimate, low, high);
            return fits;
        };
        QVERIFY2(agrees(0.5, answer.p50), graph.text.c_str());
        QVERIFY2(agrees(0.95, answer.p95), graph.text.c_str());
        const double q = graph.objective;
        QCOMPARE((*row)->forShare, q);
        QVERIFY2(agrees(q, *answer.atObjective), graph.text.c_str());
        QVERIFY2(agrees(0.99, answer.p99), graph.text.c_str());
        QVERIFY2(sampled(times, q, -errors) <= answer.bracket.high &&
                     sampled(times, q, errors) >= answer.bracket.low,
                 graph.text.c_str());
        // Whatever the dependence, so also where there is none.
        QVERIFY(sampled(times, q, -errors) <= *answer.bound);
        QVERIFY(sampled(times, q, errors) >= *answer.impossibleBelow);
        const double spread = errors * std::sqrt(0.25 / static_cast<double>(changes));
        QVERIFY(*answer.meets >= shareOf(times, 4 - rounding) - spread);
        QVERIFY(*answer.meets <= shareOf(times, 4 + rounding) + spread);
        double budget = 0, means = 0;
        for (const HopAnswer& hop : answer.hops()) {
            budget += hop.budget;
            means += hop.meanShare;
        }
        QVERIFY(std::abs(means - 1) < 1e-9);
        QVERIFY(std::abs(budget - *answer.atObjective) < 1e-6 * *answer.atObjective);
    }

    /// What the graphs are to show: each form of a lag, a fan-in, and a policy behind a policy with and
    /// without one.
    void graphsHoldWhatThereIs() {
        std::set<int> forms;
        std::size_t fanIns = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            const Graph graph = anyGraph(static_cast<std::uint64_t>(seed));
            fanIns += graph.ways.size() > 1 ? 1 : 0;
            forms.merge(formsIn(graph));
        }
        QCOMPARE(forms.size(), std::size_t(7));
        QVERIFY(fanIns >= 3);
        QCOMPARE(anyGraph(firstOfChains).ways.size(), std::size_t(1));
        QCOMPARE(anyGraph(firstOfChains + 1).ways.size(), std::size_t(2));
    }

    /// What is told of a view that loses changes is about all of them.
    void graphsThatLose_data() {
        QTest::addColumn<int>("seed");
        for (const int seed : {3, 5, 8}) // with and without policies, and a chain of them
            QTest::newRow(qPrintable(QString("graph %1").arg(seed))) << seed;
    }
    void graphsThatLose() {
        QFETCH(int, seed);
        const auto number = static_cast<std::uint64_t>(seed);
        const Graph graph =
            anyGraph(number, ", loss: 2%, reconciled: {every: 30s, against: a/f, grace: 2s, repair: 1s}");
        const auto read = contract::parseModel({{"graph", graph.text}});
        QVERIFY2(read.problems.empty(), graph.text.c_str());
        const auto made = analyse(Lookup(read.model));
        const auto row = std::ranges::find(made.rows, "a/Changed",
                                           [](const auto& one) { return toString(one->route.change); });
        QVERIFY2(row != made.rows.end() && (*row)->answer, graph.text.c_str());
        const Answer& answer = *(*row)->answer;
        const auto times = simulated(graph, number * 7919, {0.02, 30, 2, 1});
        constexpr double errors = 5;
        const double q = graph.objective, rounding = answer.bracket.high - answer.bracket.low + 1e-6;
        const double low = sampled(times, q, -errors) - rounding, high = sampled(times, q, errors) + rounding;
        QVERIFY2(low <= *answer.timeOfAll() && *answer.timeOfAll() <= high, graph.text.c_str());
        QVERIFY(low <= *answer.boundOfAll() && *answer.floorOfAll() <= high);
        const double spread = errors * std::sqrt(0.25 / static_cast<double>(changes));
        QVERIFY(*answer.inTimeOfAll() >= shareOf(times, 4 - rounding) - spread);
        QVERIFY(*answer.inTimeOfAll() <= shareOf(times, 4 + rounding) + spread);
    }

    /// Two consumers one after the other; the first comes back after an outage. Messages arrive by chance.
    void tandemAfterAnOutage_data() {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::newRow("the first is slower") << 0.04 << 0.01;
        QTest::newRow("the second is slower") << 0.01 << 0.04;
    }
    void tandemAfterAnOutage() {
        QFETCH(double, first);
        QFETCH(double, second);
        constexpr double rate = 20, outage = 3600;
        std::mt19937_64 random(4711);
        std::exponential_distribution<double> gap(rate);
        double now = 0, freeFirst = outage, freeSecond = 0, caughtUp = 0, late = 0;
        constexpr double within = 60;
        while (true) {
            now += gap(random);
            freeFirst = std::max(now, freeFirst) + first;
            freeSecond = std::max(freeFirst, freeSecond) + second;
            if (freeSecond - now > within) late = now;
            if (freeSecond - now < 5 * (first + second)) {
                caughtUp = now;
                break;
            }
        }
        const std::string text = fmt::format(R"(factline: 1
contexts:
  a:
    publishing: {{through: outbox}}
    facts: {{f: {{}}}}
    events: {{Changed: {{announces: [f], rate: 20/s}}}}
  b:
    publishing: {{through: outbox}}
    facts: {{g: {{derivedFrom: [a/f]}}}}
    events: {{Derived: {{announces: [g]}}}}
    policies:
      p: {{when: {{a/Changed: {{capacity: {{perMessage: {}ms}}}}}}, then: [Derived], lag: {{fixed: 1ms}}}}
  c:
    views:
      v: {{shows: [b/g], fedBy: {{b/Derived: {{capacity: {{perMessage: {}ms}}}}}}, freshness: {{within: 60s}}}}
)",
                                             std::llround(first * 1000), std::llround(second * 1000));
        const auto read = contract::parseModel({{"tandem", text}});
        QVERIFY2(read.problems.empty(), text.c_str());
        const auto made = analyse(Lookup(read.model), {{{"b", std::chrono::hours(1)}}});
        const ContextOutage& told = made.outages.front();
        const LateView* view = hardest(told);
        QVERIFY(told.catchUp && view && view->outOfSlo);
        // A backlog of 72,000 that came by chance: one standard error is 0.4 %, and catching up spreads it.
        QVERIFY2(std::abs(*told.catchUp / (caughtUp - outage) - 1) < 0.06,
                 qPrintable(QString("%1 %2").arg(*told.catchUp).arg(caughtUp - outage)));
        QVERIFY2(std::abs(*view->outOfSlo / late - 1) < 0.06,
                 qPrintable(QString("%1 %2").arg(*view->outOfSlo).arg(late)));
    }
};

QTEST_APPLESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
