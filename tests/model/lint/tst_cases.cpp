// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QTest>
#include <fmt/ranges.h>

#include "lint/fix.h"
#include "lint/registry.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

namespace {

/// "bad.factline.yaml:7 also error fact-unowned orders/ghost": what other rules have against a model. A hint
/// is not counted: a small model leaves out what it is not about, and hints ask for that.
std::vector<std::string> objectionsOfOthers(const JudgedText& judged, std::string_view rule) {
    std::vector<std::string> lines;
    for (const Finding& finding : judged.findings) {
        if (finding.rule == rule || finding.severity < Severity::Warning) continue;
        const SourceRange place = judged.read.sources.find(finding.at, finding.field);
        lines.push_back(fmt::format("{}:{} also {} {} {}", place.file, place.line, word(finding.severity),
                                    finding.rule, finding.element.name));
    }
    return lines;
}

/// The findings of a rule, each with what mends it: "(fix: safe)", "(fix: changes meaning)" or nothing.
std::vector<std::string> foundBy(const JudgedText& judged, std::string_view rule) {
    const Lookup lookup(judged.read.model);
    std::vector<std::string> lines = linesOf(judged, rule);
    std::size_t i = 0;
    for (const Finding& finding : judged.findings) {
        if (finding.rule != rule) continue;
        if (const auto fix = fixOf(finding, lookup))
            lines[i] += fix->isSafe ? " (fix: safe)" : " (fix: changes meaning)";
        ++i;
    }
    return lines;
}

} // namespace

/// The models of tests/cases/lint/<rule>. In bad* the rule finds something; good* come near to it and no rule
/// has anything against them; in other* only other rules find something. What is said stands in expected.txt;
/// UPDATE_EXPECTED=1 writes it anew, look at the difference.
class CasesTest : public QObject {
    Q_OBJECT
private slots:
    void rule_data() {
        QTest::addColumn<QString>("id");
        for (const Rule& rule : rules())
            QTest::newRow(std::string(rule.id).c_str())
                << QString::fromUtf8(rule.id.data(), static_cast<qsizetype>(rule.id.size()));
    }

    void rule() {
        QFETCH(QString, id);
        const std::string rule = id.toStdString();
        std::string found;
        for (const auto& path : modelsOf(rule)) {
            const auto judged = judgeText(path.filename().string(), readText(path));
            QVERIFY2(judged.read.problems.empty(), problemsOf(judged.read).c_str());
            const auto lines = foundBy(judged, rule), others = objectionsOfOthers(judged, rule);
            const QString name = QString::fromStdString(path.filename().string());
            const QString kind = name.left(name.indexOf(QRegularExpression("[-.]")));
            QVERIFY2(kind == "bad" || kind == "good" || kind == "other", qPrintable(name));
            QVERIFY2(lines.empty() == (kind != "bad"), qPrintable(name));
            for (const auto* said : {&lines, &others})
                for (const auto& line : *said)
                    found += line + '\n';
            if (kind == "good")
                QCOMPARE(QString::fromStdString(fmt::format("{}", fmt::join(others, "\n"))), "");
            if (kind == "other") QVERIFY2(!others.empty(), qPrintable(name));
        }
        const auto file = casesFolder() / rule / "expected.txt";
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) std::ofstream(file, std::ios::binary) << found;
        QCOMPARE(QString::fromStdString(found), QString::fromStdString(readText(file)));
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "tst_cases.moc"
