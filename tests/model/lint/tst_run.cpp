// SPDX-License-Identifier: Apache-2.0
#include "lint/run.h"

#include <QTest>
#include <set>

#include "lint/weight.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

/// Says something of every severity: errors of ownership and of meaning, warnings, names out of form.
const std::string troubled = R"(factline: 1
claims:
  order.placed: {of: orders/order}
contexts:
  orders:
    facts: {order: {}, Bad_Name: {}}
    events: {OrderPlaced: {announces: [order], denies: [order.placed]}, OrderSeen: {}}
  billing:
    views:
      to-bill: {shows: [orders/order, lost], fedBy: {orders/OrderPlaced: {reliesOn: [{claim: order.placed}], onFailure: halt}}}
)";

std::vector<std::string> summary(const std::vector<Finding>& findings) {
    std::vector<std::string> lines;
    for (const auto& f : findings)
        lines.push_back(fmt::format("{} {} {}", word(f.severity), f.rule, f.element.name));
    return lines;
}

std::vector<std::string> judged(const std::string& settings, const Options& options = {}) {
    const auto result = judgeText("m", troubled + settings, options);
    if (!result.read.problems.empty()) qFatal("%s", problemsOf(result.read).c_str());
    return summary(result.findings);
}

using Lines = std::vector<std::string>;

const Lines asStandard{
    "error fact-unowned billing/lost", "error meaning-denied billing/to-bill<-orders/OrderPlaced",
    "warning name-malformed orders/Bad_Name", "warning event-announces-nothing orders/OrderSeen",
    "warning poison-message-halts billing/to-bill<-orders/OrderPlaced"};

/// Only the rules that this test speaks of, so that a new rule does not change it.
Lines known(Lines lines) {
    std::erase_if(lines, [](const std::string& line) {
        return std::ranges::none_of(asStandard, [&](const std::string& one) {
            const auto from = one.find(' ');
            return line.find(one.substr(from)) != std::string::npos;
        });
    });
    return lines;
}

} // namespace

class RunTest : public QObject {
    Q_OBJECT
private slots:
    void worstFirstThenInTheOrderOfTheModel() {
        QCOMPARE(known(judged("")), asStandard);
        QCOMPARE(known(judged("", {.preset = "standard"})), asStandard);
        QCOMPARE(known(judged("lint: {preset: standard}\n")), asStandard);
    }

    void presets() {
        QCOMPARE(presetNames().front(), std::string("standard"));
        QCOMPARE(judged("", {.preset = "minimal"}), (Lines{"error fact-unowned billing/lost"}));
        QCOMPARE(judged("lint: {preset: minimal}\n"), (Lines{"error fact-unowned billing/lost"}));
        const Lines strict = known(judged("lint: {preset: strict}\n"));
        QCOMPARE(strict.size(), asStandard.size());
        QVERIFY(std::ranges::all_of(strict, [](const auto& line) { return line.starts_with("error"); }));
        const Lines import = known(judged("", {.preset = "import"}));
        QCOMPARE(import.size(), asStandard.size() - 1);
        QVERIFY(std::ranges::none_of(
            import, [](const auto& line) { return line.find("name-") != std::string::npos; }));
    }

    void theOptionGoesBeforeTheModel() {
        QCOMPARE(known(judged("lint: {preset: minimal}\n", {.preset = "standard"})), asStandard);
    }

    void settingsGoBeforePresets() {
        QCOMPARE(
            judged("lint: {rules: {poison-message-halts: hint, fact-unowned: off}}\n", {.preset = "minimal"}),
            (Lines{"hint poison-message-halts billing/to-bill<-orders/OrderPlaced"}));
    }

    void aContextGoesBeforeTheProject() {
        const auto lines = known(judged(R"(  lost-and-found:
    lint: {rules: {fact-unowned: off}}
lint: {rules: {fact-unowned: hint, event-announces-nothing: error}}
)"));
        QVERIFY(std::ranges::find(lines, "hint fact-unowned billing/lost") != lines.end());
        QCOMPARE(lines.front(), std::string("error event-announces-nothing orders/OrderSeen"));
        const auto inside = judgeText("m", R"(factline: 1
contexts:
  a:
    events: {Seen: {}}
    lint: {rules: {event-announces-nothing: off}}
  b:
    events: {Seen: {}}
    lint: {preset: minimal}
  c:
    events: {Seen: {}}
lint: {rules: {}}
)");
        Lines nothing = summary(inside.findings);
        std::erase_if(nothing, [](const auto& line) {
            return line.find("event-announces-nothing") == std::string::npos;
        });
        QCOMPARE(nothing, (Lines{"warning event-announces-nothing c/Seen"}));
    }

    void aLexicalRuleIsNeverAnError() {
        const Rule lexical{.id = "x",
                           .severity = Severity::Warning,
                           .basis = RuleBasis::Lexical,
                           .topic = Topic::Naming,
                           .summary = "",
                           .check = CheckModel{}};
        Model model;
        model.lint = LintSettings{.preset = "strict", .rules = {{"x", Severity::Error}}};
        QCOMPARE(Weights(model, {}).of(lexical, {.severity = Severity::Warning}), Severity::Warning);
        model.lint->rules.clear();
        QCOMPARE(Weights(model, {}).of(lexical, {.severity = Severity::Warning}), Severity::Warning);
        QCOMPARE(Weights(model, {}).of(lexical, {.severity = Severity::Hint}), Severity::Warning);
    }

    void everyFindingPointsSomewhere() {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(casesFolder())) {
            if (entry.path().extension() != ".yaml") continue;
            const auto result = judgeText("m", readText(entry.path()));
            std::set<std::tuple<std::string, std::string, int, std::string, std::string>>
                told; // each once on a line
            for (const Finding& finding : result.findings) {
                const bool inList = finding.field.starts_with("waivers["); // the list of the model
                QVERIFY2(finding.at || inList || finding.element.kind == ElementKind::Model,
                         finding.message.english().c_str());
                const int line = static_cast<int>(result.read.sources.find(finding.at, finding.field).line);
                QVERIFY2(line > 0, finding.message.english().c_str());
                QVERIFY2(finding.message.english().ends_with('.') || finding.message.english().ends_with('?'),
                         finding.message.english().c_str());
                QVERIFY2(
                    told.insert({finding.rule, finding.element.name, line, finding.claim, finding.message})
                        .second,
                    finding.message.english().c_str());
            }
        }
    }

    void namesStayOnOneLine() {
        const auto judged = judgeText("m", "factline: 1\ncontexts:\n  orders:\n    events: {OrderPlaced: "
                                           "{announces: [\"a\\nb\", \"\\e[31mred\", "
                                           "\"\\u2028\\u202e\\x85\\x7f\", größe→, \"\\0\"]}}\n");
        QVERIFY2(judged.read.problems.empty(), problemsOf(judged.read).c_str());
        std::string all;
        for (const Finding& finding : judged.findings) {
            const std::string message = finding.message;
            QVERIFY(std::ranges::none_of(
                message, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }));
            all += message;
        }
        for (const char* name : {"orders/a\\nb:", "orders/\\x1b[31mred:", "orders/\\u2028\\u202e\\x85\\x7f:",
                                 "orders/größe→:", "orders/\\x00:"})
            QVERIFY2(all.find(name) != std::string::npos, all.c_str());
    }

    void aWrongSettingIsPointedAt() {
        const auto judged = judgeText("m", R"(factline: 1
contexts:
  orders:
    lint:
      preset: lenient
      rules:
        fact-unowned: off
        fact-unowed: off
lint:
  rules:
    no-such-rule: error
)");
        Lines places;
        for (const auto& line : linesOf(judged, "reference-unresolved"))
            places.push_back(line.substr(0, line.find(' ')));
        QCOMPARE(places, (Lines{"m:11", "m:5", "m:8"}));
    }

    void theSameModelGivesTheSameList() {
        const auto first = judgeText("m", troubled), second = judgeText("m", troubled);
        QCOMPARE(first.findings, second.findings);
    }

    void anEmptyModelIsFine() { QVERIFY(judgeModel(Model{}).empty()); }
};

QTEST_APPLESS_MAIN(RunTest)
#include "tst_run.moc"
