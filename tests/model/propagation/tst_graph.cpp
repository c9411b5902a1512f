// SPDX-License-Identifier: Apache-2.0
#include "propagation/graph.h"

#include <QTest>
#include <algorithm>
#include <deque>
#include <rapidcheck.h>

using namespace factline;
using namespace factline::propagation;

namespace {

/// Builds small models by hand; every element gets an id.
struct Builder {
    Model model;
    std::uint32_t id = 1;

    Context& context(const std::string& name) {
        contexts.push_back({});
        contexts.back().name = name;
        contexts.back().id = {id++};
        return contexts.back();
    }
    Fact fact(const std::string& name, std::vector<Ref> derivedFrom = {}) {
        Fact f;
        f.name = name, f.id = {id++}, f.derivedFrom = std::move(derivedFrom);
        return f;
    }
    Event event(const std::string& name, std::vector<Ref> announces = {}) {
        Event e;
        e.name = name, e.id = {id++}, e.announces = std::move(announces);
        return e;
    }
    Subscription on(const Ref& event) {
        Subscription s;
        s.id = {id++}, s.event = event;
        return s;
    }
    View view(const std::string& name, std::vector<Ref> shows, const std::vector<Ref>& events) {
        View v;
        v.name = name, v.id = {id++}, v.shows = std::move(shows);
        for (const auto& e : events)
            v.fedBy.emplace_back(on(e));
        return v;
    }
    Policy policy(const std::string& name, const std::vector<Ref>& when, std::vector<Ref> then) {
        Policy p;
        p.name = name, p.id = {id++}, p.then = std::move(then);
        for (const auto& e : when)
            p.when.emplace_back(on(e));
        return p;
    }
    Decision decision(const std::string& name, std::vector<Read> reads) {
        Decision d;
        d.name = name, d.id = {id++}, d.reads = std::move(reads);
        return d;
    }
    Model done() {
        for (auto& c : contexts)
            model.contexts.emplace_back(c);
        model.nextId = id;
        return model;
    }
    std::deque<Context> contexts;
};

std::string hop(HopKind kind) {
    constexpr const char* names[] = {"announces",   "feeds",   "triggers", "causes",
                                     "compensates", "derives", "reads",    "asks"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<std::string> edgesOf(const Graph& graph) {
    std::vector<std::string> lines;
    for (const Edge& e : graph.edges)
        lines.push_back(toString(graph.nodes[e.from].key) + " " + hop(e.kind) + " " +
                        toString(graph.nodes[e.to].key));
    return lines;
}

std::vector<std::string> names(const Graph& graph, const std::vector<std::size_t>& nodes) {
    std::vector<std::string> result;
    for (const auto n : nodes)
        result.push_back(graph.nodes[n].key.name);
    return result;
}

using Lines = std::vector<std::string>;

/// A chain of events through policies, one context, from policies given as (when, then).
Model chain(const std::vector<std::pair<std::string, std::string>>& steps, const std::string& ends = {}) {
    Builder b;
    auto& c = b.context("c");
    std::vector<std::string> events;
    for (const auto& [when, then] : steps)
        for (const auto& name : {when, then})
            if (std::ranges::find(events, name) == events.end()) events.push_back(name);
    for (const auto& name : events)
        c.events.emplace_back(b.event(name));
    for (const auto& [when, then] : steps) {
        Policy p = b.policy(when + "-" + then, {{"c", when}}, {{"c", then}});
        if (p.name == ends) p.endsWhen = "after three tries";
        c.policies.emplace_back(p);
    }
    return b.done();
}

std::vector<Lines> circlesOf(const Model& model) {
    const Lookup lookup(model);
    const Graph graph = build(lookup);
    std::vector<Lines> result;
    for (const auto& circle : circles(graph, lookup))
        result.push_back(names(graph, circle));
    return result;
}

} // namespace

class GraphTest : public QObject {
    Q_OBJECT
private slots:
    void everyHopIsAnEdge() {
        Builder b;
        auto& orders = b.context("orders");
        orders.facts.emplace_back(b.fact("order"));
        orders.events.emplace_back(b.event("OrderPlaced", {{"orders", "order"}, {"orders", "order"}}));
        auto& billing = b.context("billing");
        billing.facts.emplace_back(b.fact("invoice", {{"orders", "order"}, {"payments", "payment"}}));
        billing.views.emplace_back(b.view("open-orders", {{"orders", "order"}}, {{"orders", "OrderPlaced"}}));
        Policy policy = b.policy("bill", {{"orders", "OrderPlaced"}}, {{"billing", "InvoiceIssued"}});
        policy.compensatedBy = {"billing", "InvoiceWithdrawn"};
        billing.policies.emplace_back(policy);
        billing.events.emplace_back(b.event("InvoiceIssued", {{"billing", "invoice"}}));
        billing.decisions.emplace_back(
            b.decision("may-bill", {{.target = {"billing", "open-orders"}},
                                    {.target = {"orders", "order"}, .askOwner = true}}));

        const Graph graph = build(Lookup(b.done()));
        QCOMPARE(edgesOf(graph), (Lines{"fact orders/order announces event orders/OrderPlaced",
                                        "view billing/open-orders derives fact billing/invoice",
                                        "fact payments/payment derives fact billing/invoice",
                                        "fact billing/invoice announces event billing/InvoiceIssued",
                                        "event orders/OrderPlaced feeds view billing/open-orders",
                                        "policy billing/bill causes event billing/InvoiceIssued",
                                        "policy billing/bill compensates event billing/InvoiceWithdrawn",
                                        "event orders/OrderPlaced triggers policy billing/bill",
                                        "view billing/open-orders reads decision billing/may-bill",
                                        "fact orders/order asks decision billing/may-bill"}));
    }

    void undeclaredNamesComeLastSorted() {
        Builder b;
        auto& shop = b.context("shop");
        shop.views.emplace_back(b.view("shelf", {}, {{"z", "Zapped"}, {"a", "Added"}, {"shop", "Sold"}}));
        shop.events.emplace_back(b.event("Sold", {{"m", "money"}}));
        const Lookup lookup(b.done());
        const Graph graph = build(lookup);
        std::vector<std::size_t> all(graph.nodes.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = i;
        QCOMPARE(names(graph, all), (Lines{"shop/Sold", "shop/shelf", "a/Added", "m/money", "z/Zapped"}));
        QVERIFY(graph.nodes[1].declared);
        QVERIFY(!graph.nodes[2].declared && !graph.nodes[2].id);
        QCOMPARE(graph.nodes[4].context, std::string("z"));
        QCOMPARE(graph.find({ElementKind::Fact, "m/money"}).value(), std::size_t(3));
        QVERIFY(!graph.find({ElementKind::View, "m/money"}));
    }

    void twinsAreTwoNodesAndReferencesMeanTheFirst() {
        Builder b;
        auto& c = b.context("c");
        c.events.emplace_back(b.event("E"));
        c.events.emplace_back(b.event("E"));
        c.views.emplace_back(b.view("v", {}, {{"c", "E"}}));
        c.views.emplace_back(b.view("v", {}, {{"c", "E"}}));
        const Graph graph = build(Lookup(b.done()));
        QCOMPARE(graph.nodes.size(), std::size_t(4));
        QCOMPARE(graph.out[0].size(), std::size_t(2));
        QCOMPARE(graph.out[1].size(), std::size_t(0));
        QCOMPARE(graph.in[2].size(), std::size_t(1)); // each view has its own subscription
        QCOMPARE(graph.in[3].size(), std::size_t(1));
    }

    void reachStopsAtItsDepth() {
        const Lookup lookup(chain({{"A", "B"}, {"B", "C"}, {"C", "A"}}));
        const Graph graph = build(lookup);
        const auto start = graph.find({ElementKind::Event, "c/B"}).value();
        QCOMPARE(names(graph, downstream(graph, start).nodes),
                 (Lines{"c/B", "c/B-C", "c/C", "c/C-A", "c/A", "c/A-B"}));
        QCOMPARE(downstream(graph, start).edges.size(), std::size_t(6));
        QCOMPARE(names(graph, downstream(graph, start, 1).nodes), (Lines{"c/B", "c/B-C"}));
        QCOMPARE(names(graph, downstream(graph, start, 0).nodes), (Lines{"c/B"}));
        QCOMPARE(names(graph, upstream(graph, start, 2).nodes), (Lines{"c/B", "c/A-B", "c/A"}));
        QCOMPARE(names(graph, neighbourhood(graph, start, 1).nodes), (Lines{"c/B", "c/A-B", "c/B-C"}));
        const Reach all = neighbourhood(graph, start, 3);
        QCOMPARE(all.nodes.size(), std::size_t(6));
        QCOMPARE(all.edges.size(),
                 std::size_t(6)); // the last node is reached from both sides, its edges count once
    }

    void circlesAreToldFromTheirFirstEvent() {
        QCOMPARE(circlesOf(chain({{"B", "A"}, {"A", "C"}, {"C", "B"}, {"C", "D"}})),
                 (std::vector<Lines>{{"c/A", "c/A-C", "c/C", "c/C-B", "c/B", "c/B-A"}}));
        QCOMPARE(circlesOf(chain({{"A", "A"}})), (std::vector<Lines>{{"c/A", "c/A-A"}}));
        QCOMPARE(circlesOf(chain({{"A", "B"}, {"B", "C"}, {"A", "C"}})), std::vector<Lines>{});
        QCOMPARE(circlesOf(chain({{"Y", "X"}, {"X", "Y"}, {"B", "A"}, {"A", "B"}})).size(), std::size_t(2));
    }

    void aCircleThatEndsIsNone() {
        QCOMPARE(circlesOf(chain({{"A", "B"}, {"B", "A"}}, "B-A")), std::vector<Lines>{});
        // The way through B ends, the one through C does not.
        QCOMPARE(circlesOf(chain({{"A", "B"}, {"B", "A"}, {"A", "C"}, {"C", "A"}}, "B-A")),
                 (std::vector<Lines>{{"c/A", "c/A-C", "c/C", "c/C-A"}}));
    }

    void compensationIsNoCause() {
        Builder b;
        auto& c = b.context("c");
        c.events.emplace_back(b.event("A"));
        Policy p = b.policy("p", {{"c", "A"}}, {});
        p.compensatedBy = {"c", "A"};
        c.policies.emplace_back(p);
        QCOMPARE(circlesOf(b.done()), std::vector<Lines>{});
    }

    void aVeryLongCircleIsWalked() {
        std::vector<std::pair<std::string, std::string>> steps;
        Builder b;
        auto& c = b.context("c");
        const int length = 50'000;
        for (int i = 0; i < length; ++i) {
            c.events.emplace_back(b.event("E" + std::to_string(i)));
            c.policies.emplace_back(b.policy("p" + std::to_string(i), {{"c", "E" + std::to_string(i)}},
                                             {{"c", "E" + std::to_string((i + 1) % length)}}));
        }
        const auto found = circlesOf(b.done());
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().size(), std::size_t(2 * length));
    }

    void componentsMatchReachability() {
        const bool ok = rc::check("an event is on a circle just where it reaches itself", [] {
            const auto pairs = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::inRange(0, 6)));
            std::vector<std::pair<std::string, std::string>> steps;
            bool reach[6][6] = {};
            for (const auto& [from, to] : pairs) {
                steps.emplace_back(std::string(1, static_cast<char>('A' + from)),
                                   std::string(1, static_cast<char>('A' + to)));
                reach[from][to] = true;
            }
            for (int k = 0; k < 6; ++k)
                for (int i = 0; i < 6; ++i)
                    for (int j = 0; j < 6; ++j)
                        reach[i][j] = reach[i][j] || (reach[i][k] && reach[k][j]);
            // The first event of each class of events that reach one another, in order.
            Lines expected;
            for (int i = 0; i < 6; ++i) {
                bool first = reach[i][i];
                for (int j = 0; j < i; ++j)
                    first = first && !(reach[i][j] && reach[j][i]);
                if (first) expected.push_back(std::string("c/") + static_cast<char>('A' + i));
            }
            Lines found;
            for (const auto& circle : circlesOf(chain(steps)))
                found.push_back(circle.front());
            RC_ASSERT(found == expected);
        });
        QVERIFY(ok);
    }
};

QTEST_APPLESS_MAIN(GraphTest)
#include "tst_graph.moc"
