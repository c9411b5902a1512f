// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "lint/fingerprint.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

/// An orphan with waivers on it and in the model's list.
std::string model(const std::string& onElement, const std::string& inList = {}) {
    return fmt::format(
        "factline: 1\ncontexts:\n  orders:\n    facts: {{order: {{}}}}\n    events: {{OrderPlaced: {{means: "
        "The order was placed., announces: [order], waivers: [{}]}}}}\nwaivers: [{}]\n",
        onElement, inList);
}

Outcome inspected(const std::string& text, std::optional<Day> today = {}, const std::string& preset = {}) {
    const auto read = contract::parseModel({{"m", text}});
    if (!read.problems.empty()) qFatal("%s", problemsOf(read).c_str());
    const Lookup lookup(read.model);
    Options options;
    options.preset = preset;
    options.today = today;
    return inspect(lookup, options);
}

std::vector<std::string> rulesOf(const Outcome& outcome) {
    std::vector<std::string> ids;
    for (const Finding& finding : outcome.findings)
        ids.push_back(finding.rule);
    return ids;
}

using Ids = std::vector<std::string>;
constexpr Day day(int year, unsigned month, unsigned number) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}
const std::string orphan = "{rule: event-orphan, reason: Partner feed, by: board, until: 2026-06-30}";

} // namespace

class WaiversTest : public QObject {
    Q_OBJECT
private slots:
    void settlesOnTheElementAndInTheList() {
        QCOMPARE(rulesOf(inspected(model(""))), (Ids{"event-orphan"}));
        const auto on = inspected(model(orphan));
        QVERIFY(on.findings.empty());
        QCOMPARE(on.waived.size(), std::size_t(1));
        QCOMPARE(on.waived[0].finding.rule, std::string("event-orphan"));
        QCOMPARE(on.waived[0].waiver.by, std::string("board"));
        const auto listed = inspected(
            model("", "{rule: event-orphan, element: orders/OrderPlaced, reason: Partner feed, by: board}"));
        QVERIFY(listed.findings.empty() && listed.waived.size() == 1);
    }

    void anotherRuleOrElementIsNotSettled() {
        QCOMPARE(rulesOf(inspected(model("{rule: event-unowned, reason: x, by: y}"))),
                 (Ids{"event-orphan", "waiver-unused"}));
        QCOMPARE(
            rulesOf(inspected(model("", "{rule: event-orphan, element: orders/Other, reason: x, by: y}"))),
            (Ids{"waiver-unused", "event-orphan"}));
    }

    void anotherKindOfTheSameNameIsNotSettled() {
        const auto both = inspected(
            "factline: 1\ncontexts:\n  a:\n    facts: {order: {since: never}}\n    channels: {order: {until: "
            "never, waivers: [{rule: reference-unresolved, reason: Planned, by: board}]}}\n    events: "
            "{OrderPlaced: {means: The order was placed., announces: [order], channel: order}}\n");
        const auto open = std::ranges::count_if(both.findings, [](const Finding& finding) {
            return finding.rule == "reference-unresolved" && finding.element.kind == ElementKind::Fact;
        });
        QCOMPARE(open, 1);
        QCOMPARE(both.waived.size(), std::size_t(1));
        QCOMPARE(both.waived.front().finding.element.kind, ElementKind::Channel);
    }

    void endsBehindItsLastDay() {
        QVERIFY(inspected(model(orphan), day(2026, 6, 30)).findings.empty());
        QCOMPARE(rulesOf(inspected(model(orphan), day(2026, 7, 1))), (Ids{"waiver-expired", "event-orphan"}));
        QVERIFY(inspected(model(orphan), day(2026, 7, 1)).waived.empty());
        QVERIFY(inspected(model(orphan)).findings.empty()); // nobody said which day it is
    }

    void ofTwoForOneFindingTheOneThatHoldsLongestCounts() {
        const std::string later = "{rule: event-orphan, reason: Still, by: team, until: 2027-06-30}";
        for (const auto& onElement : {orphan + ", " + later, later + ", " + orphan}) {
            const std::string shorter = onElement.starts_with(orphan) ? "waivers[0]" : "waivers[1]";
            const auto both = inspected(model(onElement), day(2026, 6, 30));
            QCOMPARE(rulesOf(both), (Ids{"waiver-unused"}));
            QCOMPARE(both.findings[0].field, shorter);
            QVERIFY(both.findings[0].message.english().find("another one stands there") != std::string::npos);
            QCOMPARE(both.waived.size(), std::size_t(1));
            QCOMPARE(both.waived[0].waiver.by, std::string("team"));

            // the shorter one has ended: nothing is told again, and it can go
            const auto one = inspected(model(onElement), day(2026, 7, 1));
            QCOMPARE(rulesOf(one), (Ids{"waiver-unused"}));
            QCOMPARE(one.findings[0].field, shorter);

            // both have: it is told once
            const auto none = inspected(model(onElement), day(2027, 7, 1));
            QCOMPARE(rulesOf(none), (Ids{"waiver-expired", "event-orphan", "waiver-unused"}));
            QVERIFY(none.findings[0].message.english().find("told again") != std::string::npos);
        }
    }

    void ofTwoAlikeTheElementGoesBeforeTheList() {
        const auto outcome = inspected(
            model("{rule: event-orphan, reason: Partner feed, by: team}",
                  "{rule: event-orphan, element: orders/OrderPlaced, reason: Partner feed, by: board}"));
        QCOMPARE(rulesOf(outcome), (Ids{"waiver-unused"}));
        QVERIFY(!outcome.findings[0].at);
        QCOMPARE(outcome.waived[0].waiver.by, std::string("team"));
    }

    void oneWithoutARuleIsToldWhereItIsRead() {
        const auto read = contract::parseModel({{"m", model("{reason: x, by: y}")}});
        QCOMPARE(read.problems.size(), std::size_t(1));
        const Lookup lookup(read.model);
        QCOMPARE(rulesOf(inspect(lookup)), (Ids{"event-orphan"}));
    }

    void aRuleThatIsOffDoesNotMakeItUnused() {
        const auto outcome = inspected(model(orphan) + "lint: {rules: {event-orphan: off}}\n");
        QVERIFY(outcome.findings.empty() && outcome.waived.empty());
    }

    void aWaiverIsNotWaived() {
        QCOMPARE(rulesOf(inspected(
                     model("{rule: event-orphan, by: y}, {rule: waiver-without-reason, reason: x, by: y}"))),
                 (Ids{"waiver-without-reason", "waiver-unused"}));
    }

    void fingerprintsHoldWhatAFindingIsAbout() {
        const Finding finding{.rule = "r", .element = {ElementKind::Event, "a/B"}, .message = "m"};
        auto same = finding;
        same.message = "said better";
        same.field = "announces[1]";
        same.severity = Severity::Hint;
        QCOMPARE(fingerprint(same), fingerprint(finding));
        QCOMPARE(fingerprint(finding).size(), std::size_t(16));
        auto rule = finding, element = finding, kind = finding, claim = finding, field = finding;
        rule.rule = "ra";
        element.element.name = "a/C";
        kind.element.kind = ElementKind::Fact;
        claim.claim = "c";
        field.field = "payload.x";
        for (const Finding& other : {rule, element, kind, claim, field})
            QVERIFY(fingerprint(other) != fingerprint(finding));
    }
};

QTEST_APPLESS_MAIN(WaiversTest)
#include "tst_waivers.moc"
