// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "lint/registry.h"
#include "lint_cases.h"

using namespace factline;
using namespace factline::lint;

/// The models of tests/cases/lint/<rule>: every bad one must be found, no good one may be, and what is said
/// stands in expected.txt. With FACTLINE_WRITE_EXPECTED set, expected.txt is written anew; read it before
/// committing it.
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
            const auto lines = linesOf(judged, rule);
            QCOMPARE(path.filename().string().starts_with("good"), lines.empty());
            for (const auto& line : lines)
                found += line + '\n';
        }
        const auto file = casesFolder() / rule / "expected.txt";
        if (qEnvironmentVariableIsSet("FACTLINE_WRITE_EXPECTED"))
            std::ofstream(file, std::ios::binary) << found;
        QCOMPARE(QString::fromStdString(found), QString::fromStdString(readText(file)));
    }
};

QTEST_APPLESS_MAIN(CasesTest)
#include "tst_cases.moc"
