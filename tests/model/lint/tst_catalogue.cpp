// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <cctype>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "base/resources.h"
#include "lint/planned.h"
#include "lint/registry.h"
#include "lint/rule_page.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

/// The YAML below a heading of a page, as a whole model.
std::string example(std::string_view page, std::string_view heading) {
    const auto start = page.find(fmt::format("\n## {}\n\n```yaml\n", heading));
    if (start == std::string_view::npos) return {};
    const auto begin = page.find("```yaml\n", start) + 8;
    const auto end = page.find("\n```\n", begin);
    return end == std::string_view::npos
               ? std::string()
               : "factline: 1\n" + std::string(page.substr(begin, end - begin)) + "\n";
}

/// What stands below a heading of a page, up to the next one, without blanks around it.
std::string_view below(std::string_view page, std::string_view heading) {
    const std::string line = fmt::format("\n## {}\n", heading);
    const auto start = page.find(line);
    if (start == std::string_view::npos) return {};
    const auto begin = start + line.size();
    auto text = page.substr(begin, page.find("\n## ", begin) - begin);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    return text;
}

/// What is missing on the page of a rule; empty: nothing.
std::string missingOn(std::string_view page) {
    for (const char* heading : {"Why", "Bad", "Good", "Known false alarms", "Source"})
        if (below(page, heading).size() < 10) return heading;
    // whoever is not named cannot be looked up
    if (below(page, "Source").find("The article") != std::string_view::npos) return "the source's name";
    return {};
}

bool finds(const JudgedText& judged, std::string_view rule) {
    return std::ranges::any_of(judged.findings, [&](const Finding& finding) { return finding.rule == rule; });
}

/// Errors of other rules would teach the reader of a page something that the page does not speak of, unless
/// it names them.
bool othersFindErrors(const JudgedText& judged, const Rule& rule) {
    return std::ranges::any_of(judged.findings, [&](const Finding& finding) {
        return finding.rule != rule.id && finding.severity == Severity::Error &&
               pageOf(rule).find(finding.rule) == std::string_view::npos;
    });
}

std::string capitalised(std::string_view word) {
    std::string text(word);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT
private slots:
    void rulesAreSortedAndFound() {
        const auto all = rules();
        QVERIFY(std::ranges::is_sorted(all, {}, &Rule::id));
        QVERIFY(std::ranges::adjacent_find(all, {}, &Rule::id) == all.end());
        for (const Rule& rule : all)
            QCOMPARE(findRule(rule.id), &rule);
        QVERIFY(!findRule("fact-unowne"));
        QVERIFY(!findRule(""));
    }

    /// The catalogue is a list of its own: a rule that is taken out with its page and its cases is missed.
    void theCatalogueIsThere() {
        std::ifstream file(FACTLINE_SOURCE_DIR "/tests/model/lint/catalogue.txt");
        std::set<std::string, std::less<>> built, planned;
        for (std::string line; std::getline(file, line);) {
            std::istringstream words(line);
            std::string id, mark;
            words >> id >> mark;
            const bool isPlanned = mark == "planned";
            QVERIFY2(isPlanned || mark.empty(), line.c_str());
            QVERIFY2((isPlanned ? planned : built).insert(id).second, id.c_str());
            QCOMPARE(std::pair(id, findRule(id) == nullptr), std::pair(id, isPlanned));
            QCOMPARE(std::pair(id, plannedWith(id).empty()), std::pair(id, !isPlanned));
        }
        QCOMPARE(planned.size(), std::size_t(5));
        QCOMPARE(built.size(), std::size_t(63));
        for (const Rule& rule : rules())
            QVERIFY2(built.contains(rule.id), rule.id.data());
    }

    void everyPageSaysWhetherThereIsAFix() {
        for (const Rule& rule : rules()) {
            const std::string page = wholePage(rule);
            const auto text = below(page, "Fix");
            QCOMPARE(std::pair(rule.id, text.starts_with("None is offered")),
                     std::pair(rule.id, rule.fix == nullptr));
            QVERIFY2(text.size() > 20 && page.find("## Fix") == page.rfind("## Fix"), rule.id.data());
        }
    }

    void everyRuleIsSaidWhole() {
        for (const Rule& rule : rules()) {
            QVERIFY2(!rule.summary.empty(), rule.id.data());
            QVERIFY2(rule.severity != Severity::Off, rule.id.data());
            QVERIFY2(rule.basis != RuleBasis::Lexical || rule.severity != Severity::Error, rule.id.data());
        }
    }

    void everyRuleHasAPage() {
        for (const Rule& rule : rules()) {
            const auto page = pageOf(rule);
            QVERIFY2(page.starts_with(fmt::format("# {}\n\n{}", rule.id, capitalised(word(rule.severity)))),
                     rule.id.data());
            const auto head = page.substr(0, page.find("\n\n", page.find("\n\n") + 2));
            QVERIFY2(head.find(basisName(rule.basis)) != std::string_view::npos, rule.id.data());
            // what the rule finds stands before the first heading
            QVERIFY2(page.substr(head.size() + 2, 2) != "##", rule.id.data());
            QCOMPARE(head.find("off for external contexts") != std::string_view::npos, rule.insideOnly);
            const std::string missing = missingOn(page);
            QVERIFY2(missing.empty(), fmt::format("{}: {}", rule.id, missing).c_str());
        }
    }

    /// The test above would notice a page with a part left out or left empty.
    void aPageWithoutAPartIsNoticed() {
        const std::string page(pageOf(*findRule("fact-unowned")));
        QCOMPARE(missingOn(page), std::string());
        for (const char* heading : {"Why", "Bad", "Good", "Known false alarms", "Source"}) {
            const auto start = page.find(fmt::format("\n## {}\n", heading));
            const auto end = std::min(page.find("\n## ", start + 1), page.size());
            std::string without = page, empty = page;
            without.erase(start, end - start);
            empty.replace(start, end - start, fmt::format("\n## {}\n\n", heading));
            QCOMPARE(missingOn(without), std::string(heading));
            QCOMPARE(missingOn(empty), std::string(heading));
        }
        QCOMPARE(missingOn(page.substr(0, page.find("\n## Source")) +
                           "\n## Source\n\nThe article that everybody knows.\n"),
                 std::string("the source's name"));
    }

    void theExamplesOfAPageHold() {
        for (const Rule& rule : rules()) {
            const auto bad = judgeText("page", example(pageOf(rule), "Bad"));
            QVERIFY2(bad.read.problems.empty(), problemsOf(bad.read).c_str());
            QVERIFY2(finds(bad, rule.id) && !othersFindErrors(bad, rule), rule.id.data());
            const auto good = judgeText("page", example(pageOf(rule), "Good"));
            QVERIFY2(good.read.problems.empty(), problemsOf(good.read).c_str());
            QVERIFY2(!finds(good, rule.id) && !othersFindErrors(good, rule), rule.id.data());
        }
    }

    void everyRuleHasCases() {
        for (const Rule& rule : rules()) {
            const auto models = modelsOf(rule.id);
            const auto named = [&](const char* start) {
                return std::ranges::any_of(
                    models, [&](const auto& m) { return m.filename().string().starts_with(start); });
            };
            QVERIFY2(named("bad") && named("good"), rule.id.data());
        }
    }

    /// What a rule makes of words is measured, and its page says how well, in a number, and on how many
    /// names. So may one that goes by what is declared, and has a hint that goes by words.
    void everyLexicalRuleIsMeasured() {
        const std::regex precision("precision is [01]\\.[0-9]{2}"), many("[0-9]{2,}");
        for (const Rule& rule : rules()) {
            std::string text(below(pageOf(rule), "Measured"));
            QVERIFY2(!text.empty() || (rule.basis != RuleBasis::Lexical && rule.id != "event-multi-fact"),
                     rule.id.data());
            if (text.empty()) continue;
            std::ranges::replace(text, '\n', ' ');
            QVERIFY2(std::regex_search(text, precision) && std::regex_search(text, many), rule.id.data());
        }
    }

    /// Readings of public events that have cost people money, and how each is mended.
    void thePublicCasesAreThere() {
        for (const auto& [rule, bad, good] :
             {std::tuple("meaning-denied", "bad-order-completed-read-as-invoiceable", "good-order-completed"),
              std::tuple("meaning-denied", "bad-payout-read-as-settled", "good-payout"),
              std::tuple("meaning-denied", "bad-refund-read-as-cash", "good-refund"),
              std::tuple("meaning-unspecified", "bad-order-paid-read-as-ship-now", "good-order-paid")})
            for (const std::string name : {bad, good}) {
                const auto file = casesFolder() / rule / (name + ".factline.yaml");
                QVERIFY2(std::filesystem::exists(file), file.c_str());
            }
    }

    void nothingIsLeftOver() {
        for (const auto path : resourcePaths("rules/")) {
            const auto id = path.substr(6, path.size() - 6 - 3);
            QVERIFY2(findRule(id), std::string(path).c_str());
        }
        for (const auto& entry : std::filesystem::directory_iterator(casesFolder()))
            QVERIFY2(findRule(entry.path().filename().string()), entry.path().c_str());
    }
};

QTEST_APPLESS_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
