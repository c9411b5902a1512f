// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "large_models.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;
using namespace factline::testing;

namespace {

constexpr std::size_t chainLength = 20'000;

std::vector<std::string> messages(const Model& model, std::string_view rule) {
    std::vector<std::string> found;
    for (const Finding& finding : judgeModel(model))
        if (finding.rule == rule) found.push_back(finding.message);
    return found;
}

using Lines = std::vector<std::string>;

} // namespace

/// Models that are far larger than anybody writes: what is said of them is right and stays readable.
/// (How long it takes is held by tests/benchmarks.)
class LargeTest : public QObject {
    Q_OBJECT
private slots:
    void aLongChainOfClaims() {
        const Model model = chainOfClaims(chainLength);
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
        const Model model = circleOfEvents(5'000);
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
        const Model model = crowdOfExclusions(count, excluded, events);
        const auto found = messages(model, "claim-contradiction");
        QCOMPARE(found.size(), events * (count - 1)); // every claim but the last excludes a later one
        QCOMPARE(
            found.front(),
            std::string("c/E0 asserts s.c0 and s.c1, which exclude one another. s.c0 also excludes s.c2, "
                        "s.c3, s.c4 and 596 more, which it asserts too."));
        QCOMPARE(messages(model, "meaning-contradicted").size(), events * count);
    }
};

QTEST_APPLESS_MAIN(LargeTest)
#include "tst_large.moc"
