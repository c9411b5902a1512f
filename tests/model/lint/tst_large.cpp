// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QTest>

#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

constexpr std::size_t chainLength = 20'000;
constexpr qint64 limit = 20'000; ///< milliseconds; each takes well below one second when optimised

std::string claimName(std::size_t i) {
    return fmt::format("s.c{}", i);
}

std::vector<Claim> claims(std::size_t count) {
    std::vector<Claim> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i].name = claimName(i), all[i].of = {"c", "f"};
    return all;
}

/// A model with these claims and one context c that publishes the events, read by a view of the context d.
Model modelOf(const std::vector<Claim>& claims, const std::vector<Event>& events,
              const std::vector<Subscription>& subscriptions = {}) {
    Model model;
    for (const Claim& claim : claims)
        model.claims.emplace_back(claim);
    Fact fact;
    fact.name = "f";
    Context publisher, consumer;
    publisher.name = "c", consumer.name = "d";
    publisher.facts.emplace_back(fact);
    for (const Event& event : events)
        publisher.events.emplace_back(event);
    View view;
    view.name = "v";
    for (const Subscription& subscription : subscriptions)
        view.fedBy.emplace_back(subscription);
    consumer.views.emplace_back(view);
    model.contexts.emplace_back(publisher);
    model.contexts.emplace_back(consumer);
    return model;
}

Event eventOf(std::string name, std::vector<ClaimName> asserts, std::vector<ClaimName> denies = {}) {
    Event event;
    event.name = std::move(name), event.announces = {{"c", "f"}};
    event.asserts = std::move(asserts);
    if (!denies.empty()) event.denies = std::move(denies);
    return event;
}

std::vector<std::string> messages(const Model& model, std::string_view rule) {
    std::vector<std::string> found;
    for (const Finding& finding : judgeModel(model))
        if (finding.rule == rule) found.push_back(finding.message);
    return found;
}

using Lines = std::vector<std::string>;

} // namespace

/// Models that are far larger than anybody writes: they may not hang, and their messages stay readable.
class LargeTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_timer.start(); }
    void cleanup() { QVERIFY2(m_timer.elapsed() < limit, std::to_string(m_timer.elapsed()).c_str()); }

    void aLongChainOfClaims() {
        auto chain = claims(chainLength);
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            chain[i].implies = {claimName(i + 1)};
        Subscription subscription;
        subscription.event = {"c", "E"};
        subscription.reliesOn = {{claimName(chainLength - 1), Finality::Final}};
        const Model model =
            modelOf(chain, {eventOf("E", {claimName(0)}, {claimName(chainLength - 1)})}, {subscription});
        QCOMPARE(
            messages(model, "claim-contradiction"),
            (Lines{"c/E asserts s.c0, which implies s.c1, which implies s.c2, which by way of 19995 more "
                   "implies s.c19998, which implies s.c19999, and denies s.c19999."}));
        QCOMPARE(messages(model, "meaning-weaker").size(), std::size_t(1));
        QVERIFY(messages(model, "meaning-weaker").front().size() < 400);
    }

    void aLongChainDeniedAllTheWay() {
        auto chain = claims(chainLength);
        std::vector<ClaimName> all;
        for (std::size_t i = 0; i < chain.size(); ++i) {
            if (i + 1 < chain.size()) chain[i].implies = {claimName(i + 1)};
            all.push_back(claimName(i));
        }
        const auto said =
            messages(modelOf(chain, {eventOf("E", {claimName(0)}, all)}), "claim-contradiction");
        QCOMPARE(said.size(), chainLength);
        QVERIFY(std::ranges::all_of(said, [](const std::string& message) { return message.size() < 400; }));
    }

    void aLongCircleOfClaims() {
        auto circle = claims(chainLength);
        for (std::size_t i = 0; i < circle.size(); ++i)
            circle[i].implies = {claimName((i + 1) % circle.size())};
        QCOMPARE(messages(modelOf(circle, {eventOf("E", {claimName(0)})}), "claim-circle"),
                 (Lines{"s.c0 implies itself: s.c0 -> s.c1 -> s.c2 -> 19995 more -> s.c19998 -> s.c19999 -> "
                        "s.c0. If they mean the same, keep one of them; else take one step out."}));
    }

    void aLongCircleOfEvents() {
        Model model;
        Context context;
        context.name = "c";
        const std::size_t length = 5'000;
        const auto name = [](std::size_t i) { return fmt::format("E{}", i); };
        for (std::size_t i = 0; i < length; ++i) {
            context.events.emplace_back(eventOf(name(i), {}));
            Policy policy;
            policy.name = fmt::format("p{}", i);
            Subscription subscription;
            subscription.event = {"c", name(i)};
            policy.when.emplace_back(subscription);
            policy.then = {{"c", name((i + 1) % length)}};
            context.policies.emplace_back(policy);
        }
        model.contexts.emplace_back(context);
        const auto said = messages(model, "propagation-circle");
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY2(said.front().starts_with("c/E0 causes itself: c/E0 -> c/p0 -> c/E1 -> 9995 more -> c/E4999 "
                                          "-> c/p4999 -> c/E0. "),
                 said.front().c_str());
    }

    void aLongChainOfOwners() {
        Model model;
        const auto name = [](std::size_t i) { return fmt::format("c{}", i); };
        const auto owner = [&](std::size_t i, const Ref& old) {
            Fact fact;
            fact.name = "stock", fact.means = "Units that lie at a location.", fact.takesOver = old;
            Context context;
            context.name = name(i);
            context.facts.emplace_back(fact);
            return context;
        };
        model.contexts.emplace_back(owner(0, {name(chainLength - 1), "stock"})); // makes it a circle
        for (std::size_t i = 1; i < chainLength; ++i)
            model.contexts.emplace_back(owner(i, {name(i - 1), "stock"}));
        QCOMPARE(messages(model, "fact-multiple-owners"), Lines());
        model.contexts.front() = owner(0, {});
        QCOMPARE(messages(model, "fact-multiple-owners"), Lines());
        model.contexts.emplace_back(owner(chainLength, {name(chainLength - 2), "stock"}));
        const Lines said = messages(model, "fact-multiple-owners");
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY2(said.front().starts_with("c19999 and c20000 both own stock"), said.front().c_str());
    }

    void manyExclusions() {
        constexpr std::size_t count = 1'000, excluded = 300, events = 20;
        auto all = claims(count);
        std::vector<ClaimName> names;
        for (std::size_t i = 0; i < count; ++i) {
            names.push_back(claimName(i));
            for (std::size_t k = 1; k <= excluded; ++k)
                all[i].excludes.push_back(claimName((i + k) % count));
        }
        std::vector<Event> said;
        std::vector<Subscription> subscriptions;
        for (std::size_t i = 0; i < events; ++i) {
            said.push_back(eventOf(fmt::format("E{}", i), names));
            Subscription subscription;
            subscription.event = {"c", said.back().name};
            subscription.reliesOn.emplace();
            for (const auto& name : names)
                subscription.reliesOn->push_back({name, {}});
            subscriptions.push_back(subscription);
        }
        const Model model = modelOf(all, said, subscriptions);
        const auto found = messages(model, "claim-contradiction");
        QCOMPARE(found.size(), events * (count - 1)); // every claim but the last excludes a later one
        QCOMPARE(
            found.front(),
            std::string("c/E0 asserts s.c0 and s.c1, which exclude one another. s.c0 also excludes s.c2, "
                        "s.c3, s.c4 and 596 more, which it asserts too."));
        QCOMPARE(messages(model, "meaning-contradicted").size(), events * count);
    }

private:
    QElapsedTimer m_timer;
};

QTEST_APPLESS_MAIN(LargeTest)
#include "tst_large.moc"
