// SPDX-License-Identifier: Apache-2.0
// Every fix that a rule offers in any case folder is tried: the finding is gone and nothing else has come.
#include "lint/fix.h"

#include <QTest>
#include <set>

#include "contract/write.h"
#include "edit/waive.h"
#include "lint/fingerprint.h"
#include "lint/registry.h"
#include "lint/rule_page.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

std::string lineOf(const Finding& finding) {
    return fmt::format("{} {} {}", finding.rule, finding.element.name, finding.message.english());
}

/// What was not told before, but for what is told of elements that the fix itself has added.
std::vector<std::string> newcomers(const std::vector<Finding>& before, const std::vector<Finding>& after,
                                   const edit::Applied& applied) {
    std::multiset<std::string> known;
    for (const Finding& finding : before)
        known.insert(fingerprint(finding));
    std::vector<std::string> lines;
    for (const Finding& finding : after) {
        if (const auto found = known.find(fingerprint(finding)); found != known.end())
            known.erase(found);
        else if (std::ranges::find(applied.added, finding.at) == applied.added.end())
            lines.push_back(lineOf(finding));
    }
    return lines;
}

/// Behind a name that leads nowhere nothing could be judged: what comes to light there was always wrong.
bool mendsAReference(const Finding& finding) {
    return finding.rule == "reference-unresolved" || finding.rule == "fact-unowned" ||
           finding.rule == "event-unowned";
}

std::vector<std::filesystem::path> allModels() {
    std::vector<std::filesystem::path> models;
    for (const Rule& rule : rules())
        for (auto& path : modelsOf(rule.id))
            models.push_back(std::move(path));
    return models;
}

} // namespace

class FixesTest : public QObject {
    Q_OBJECT
private slots:
    void aFixSettlesItsFindingAndNothingElse_data() {
        QTest::addColumn<QString>("path");
        for (const auto& path : allModels())
            QTest::newRow((path.parent_path().filename() / path.filename()).c_str())
                << QString::fromStdString(path.string());
    }

    void aFixSettlesItsFindingAndNothingElse() {
        QFETCH(QString, path);
        const auto judged = judgeText("m", readText(path.toStdString()));
        const Model& model = judged.read.model;
        const Lookup lookup(model);
        for (const Finding& finding : judged.findings) {
            const auto fix = fixOf(finding, lookup);
            if (!fix) continue;
            // the page of the rule says of which kind it is
            const FixKind kind = fixKindOf(*findRule(finding.rule));
            QVERIFY2(kind == (fix->isSafe ? FixKind::Safe : FixKind::Changes) || kind == FixKind::Either,
                     lineOf(finding).c_str());
            QVERIFY2(!fix->title.empty() && !fix->title.english().ends_with('.'), lineOf(finding).c_str());
            const auto applied = edit::apply(model, fix->edit);
            QVERIFY2(applied.has_value(), lineOf(finding).c_str());
            QCOMPARE(applied->label, fix->title);
            const auto after = judgeModel(applied->model);
            QVERIFY2(std::ranges::find(after, finding) == after.end(),
                     (fix->title.english() + ": " + lineOf(finding)).c_str());
            const auto before = std::ranges::count(judged.findings, finding.rule, &Finding::rule);
            QVERIFY2(std::ranges::count(after, finding.rule, &Finding::rule) < before ||
                         !applied->added.empty(),
                     (fix->title.english() + ": " + lineOf(finding)).c_str());
            auto lines = newcomers(judged.findings, after, *applied);
            if (mendsAReference(finding)) lines.clear();
            QVERIFY2(lines.empty(),
                     lines.empty()
                         ? ""
                         : (lineOf(finding) + "\n -> " + fix->title.english() + "\n -> " + lines[0]).c_str());

            // the text says the same as the model
            const auto written = contract::renderModel(judged.read, applied->model);
            QVERIFY2(written.has_value(), lineOf(finding).c_str());
            QCOMPARE(judgeText("m", *written->files[0].text).findings.size(), after.size());
        }
    }

    void aMisspelledNameIsCorrectedWhereverItStands() {
        const auto judged = judgeText("m", R"(factline: 1
contexts:
  pricing:
    facts: {price: {}}
    events: {PriceSet: {means: A price was set., announces: [pricing/prise]}}
  shop:
    views: {tag: {shows: [pricing/prise], fedBy: {pricing/PriceSet: {reliesOn: []}}}}
)");
        QCOMPARE(judged.findings.size(), std::size_t(1));
        const auto fix = fixOf(judged.findings[0], Lookup(judged.read.model));
        QVERIFY(fix);
        QCOMPARE(fix->title, std::string("Write pricing/price for pricing/prise"));
        QVERIFY(!fix->isSafe);
        QVERIFY(judgeModel(edit::apply(judged.read.model, fix->edit)->model).empty());
    }

    void everyRuleThatMayFixDoesSoInItsCases() {
        for (const Rule& rule : rules()) {
            if (!rule.fix) continue;
            bool offered = false;
            for (const auto& path : modelsOf(rule.id)) {
                const auto judged = judgeText("m", readText(path));
                const Lookup lookup(judged.read.model);
                for (const Finding& finding : judged.findings)
                    offered = offered || (finding.rule == rule.id && fixOf(finding, lookup));
            }
            QVERIFY2(offered, rule.id.data());
        }
    }

    /// Settling a finding of meaning by writing what the event asserts is for people only.
    void nothingIsEverAsserted() {
        for (const Rule& rule : rules())
            if (rule.id.starts_with("meaning-")) QVERIFY2(!rule.fix, rule.id.data());
    }

    void aWaiverSettlesAnything() {
        for (const auto& path : allModels()) {
            const auto judged = judgeText("m", readText(path));
            for (const Finding& finding : judged.findings) {
                if (findRule(finding.rule)->topic == Topic::Waivers) continue;
                const auto edit = edit::waive(judged.read.model, finding.element,
                                              {.rule = finding.rule, .reason = "So be it.", .by = "me"});
                QVERIFY2(edit.has_value(), lineOf(finding).c_str());
                const auto applied = edit::apply(judged.read.model, *edit);
                QVERIFY2(applied.has_value(), lineOf(finding).c_str());
                const auto after = judgeModel(applied->model);
                QVERIFY2(std::ranges::none_of(after,
                                              [&](const Finding& other) {
                                                  return other.rule == finding.rule &&
                                                         other.element == finding.element &&
                                                         other.at == finding.at;
                                              }),
                         lineOf(finding).c_str());
                for (const Finding& other : judged.findings)
                    if (other.element != finding.element && other.at != finding.at &&
                        findRule(other.rule)->topic != Topic::Waivers)
                        QVERIFY2(std::ranges::any_of(after,
                                                     [&](const Finding& still) {
                                                         return still.rule == other.rule &&
                                                                still.element == other.element &&
                                                                still.at == other.at;
                                                     }),
                                 (lineOf(finding) + " took with it: " + lineOf(other)).c_str());
            }
        }
        QVERIFY(!edit::waive(Model{}, {ElementKind::Context, "c"}, {.rule = "event-orphan", .reason = " "}));
    }
};

QTEST_APPLESS_MAIN(FixesTest)
#include "tst_fixes.moc"
