// SPDX-License-Identifier: Apache-2.0
// Each folder below tests/cases/report holds a model, where its document is to say what has changed an older
// one, and what comes of them: expected.md and expected.html. UPDATE_EXPECTED=1 writes them anew; look at the
// difference.
#include <fstream>

#include <QTest>

#include "contract/read.h"
#include "lint/fingerprint.h"
#include "lint/questions.h"
#include "report/compose.h"
#include "report/formats.h"

using namespace factline;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

const fs::path cases = fs::path(FACTLINE_SOURCE_DIR) / "tests/cases/report";
constexpr lint::Day today{std::chrono::year(2026), std::chrono::November, std::chrono::day(29)};

std::string read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Model modelIn(const fs::path& file) {
    const auto read = contract::readModel(file).value();
    for (const auto& problem : read.problems)
        qWarning("%s", toString(problem).c_str());
    return read.problems.empty() ? read.model : Model();
}

/// The document of a case, as the command makes it; findings of the rule `event-orphan` count as known
/// before.
report::Document documentOf(const fs::path& folder) {
    const Lookup now(modelIn(folder / "model.factline.yaml"));
    const auto analysis = freshness::analyse(now);
    auto outcome = lint::inspect(now, {.preset = {}, .everyStage = nullptr, .today = today});
    std::vector<Finding> known;
    std::ranges::copy_if(outcome.findings, std::back_inserter(known),
                         [](const Finding& finding) { return finding.rule == "event-orphan"; });
    std::erase_if(outcome.findings, [](const Finding& finding) { return finding.rule == "event-orphan"; });
    const std::string title = now.model().name.empty() ? folder.filename().string() : now.model().name;
    report::Subject subject{.state = {title, "0123456789", "2026-11-29"},
                            .stage = {},
                            .lookup = now,
                            .analysis = analysis,
                            .outcome = outcome,
                            .baselined = known};
    const fs::path olderFile = folder / "older.factline.yaml";
    if (!fs::exists(olderFile)) return report::compose(subject);
    const Lookup older(modelIn(olderFile));
    const auto before = freshness::analyse(older);
    subject.earlier.emplace(report::Earlier{.state = {title, "9876543210", "2026-10-01"},
                                            .changes = compare::difference(older.model(), now.model()),
                                            .findings = lint::run(older),
                                            .analysis = before});
    return report::compose(subject);
}

} // namespace

class ReportCasesTest : public QObject {
    Q_OBJECT
private slots:
    void gives_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("file");
        for (const auto& entry : fs::directory_iterator(cases))
            for (const std::string file : {"expected.md", "expected.html"}) {
                const std::string name = entry.path().filename().string();
                QTest::addRow("%s %s", name.c_str(), file.c_str()) << name << file;
            }
    }

    void gives() {
        QFETCH(std::string, name);
        QFETCH(std::string, file);
        const report::Document document = documentOf(cases / name);
        std::string got;
        if (file == "expected.md") {
            got = report::renderMarkdown(document, "the%20map.svg");
        } else {
            got = report::renderHtml(document, "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 4 3\"></svg>");
            const auto style = got.find("<style>") + 7; // the look has no case
            got.erase(style, got.find("</style>") - style);
        }
        const fs::path expected = cases / name / file;
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) std::ofstream(expected, std::ios::binary) << got;
        QCOMPARE(got, read(expected));
    }

    void aQuestionThatIsKnownStaysOpen() {
        const Lookup now(modelIn(cases / "everything" / "model.factline.yaml"));
        const auto analysis = freshness::analyse(now);
        const auto outcome = lint::inspect(now, {.preset = {}, .everyStage = nullptr, .today = today});
        report::Subject subject{.state = {},
                                .stage = {},
                                .lookup = now,
                                .analysis = analysis,
                                .outcome = outcome,
                                .baselined = {}};
        const auto questionsOf = [](const report::Document& document) {
            const auto found = std::ranges::find(document.sections, "questions", &report::Section::id);
            return found == document.sections.end() ? report::Section() : *found;
        };
        const auto asked = questionsOf(report::compose(subject));
        QVERIFY(!lint::openQuestions(outcome.findings, now).empty());
        subject.baselined = outcome.findings;
        subject.outcome.findings.clear();
        const auto known = report::compose(subject);
        QVERIFY(questionsOf(known) == asked);
    }

    void aPromiseWithoutAFactIsSaidInSentences() {
        const auto model = contract::parseModel({{"m", R"(factline: 1
contexts:
  shop:
    facts: {order: {key: [orderId]}, basket: {key: [basketId]}}
    events: {OrderPlaced: {means: The order was placed., announces: [order]}}
  warehouse:
    views:
      to-pack: {freshness: {within: 1m}, fedBy: {shop/OrderPlaced: {reliesOn: []}}}
      to-expect: {shows: [shop/basket], freshness: {within: 1h}}
)"s}});
        QVERIFY(model.problems.empty());
        const Lookup lookup(model.model);
        const auto analysis = freshness::analyse(lookup);
        const auto document = report::compose({.state = {},
                                               .stage = {},
                                               .lookup = lookup,
                                               .analysis = analysis,
                                               .outcome = lint::inspect(lookup),
                                               .baselined = {}});
        const std::string text = report::renderMarkdown(document, {});
        for (const char* sentence : {"does not say which fact it shows", "Nobody says which fact it shows.",
                                     "Nobody says by which event a change of shop/basket reaches it."})
            QVERIFY2(text.find(sentence) != std::string::npos, text.c_str());
    }
};

QTEST_APPLESS_MAIN(ReportCasesTest)
#include "tst_cases.moc"
