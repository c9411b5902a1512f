// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QXmlStreamReader>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/program.h"
#include "support/json_schema.h"

using namespace factline;

namespace {

const QString retail = QStringLiteral(FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml");

const QByteArray troubled = R"(factline: 1
contexts:
  orders:
    facts: {order: {}}
    events:
      OrderPlaced:
        means: The order was placed.
        announces: [order]
        waivers: [{rule: event-orphan, reason: "Partner <feed>", by: board, until: 2999-01-31}]
      OrderUpdated: {means: Somebody updated it., announces: [order, ghost]}
)";

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QJsonObject parsed(const QByteArray& text) {
    return QJsonDocument::fromJson(text).object();
}

/// What SARIF 2.1.0 demands of a result (OASIS, section 3.27), in words; empty: all of it holds.
QString offence(const QJsonObject& result, const QJsonArray& rules) {
    const auto rule = rules.at(result[QStringLiteral("ruleIndex")].toInt(-1)).toObject();
    if (rule[QStringLiteral("id")] != result[QStringLiteral("ruleId")]) return QStringLiteral("ruleIndex");
    const QStringList levels{QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("note")};
    if (!levels.contains(result[QStringLiteral("level")].toString())) return QStringLiteral("level");
    if (result[QStringLiteral("message")][QStringLiteral("text")].toString().isEmpty())
        return QStringLiteral("message");
    const auto locations = result[QStringLiteral("locations")].toArray();
    if (locations.size() != 1) return QStringLiteral("locations");
    const auto physical = locations[0][QStringLiteral("physicalLocation")];
    const QUrl uri(physical[QStringLiteral("artifactLocation")][QStringLiteral("uri")].toString(),
                   QUrl::StrictMode);
    if (!uri.isValid() || uri.isEmpty()) return QStringLiteral("uri");
    if (physical[QStringLiteral("region")][QStringLiteral("startLine")].toInt() < 1)
        return QStringLiteral("startLine");
    if (physical[QStringLiteral("region")][QStringLiteral("startColumn")].toInt() < 1)
        return QStringLiteral("startColumn");
    const auto print =
        result[QStringLiteral("partialFingerprints")][QStringLiteral("factline/v1")].toString();
    return print.size() == 16 ? QString() : QStringLiteral("partialFingerprints");
}

} // namespace

/// The reports of `factline check` for other programs, and its baseline.
class ReportsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        write(m_folder->filePath(QStringLiteral("a model.factline.yaml")), troubled);
    }

    void sarifHasItsShape() {
        for (const QString& model : {retail, QStringLiteral("a model.factline.yaml")}) {
            const auto ended = runFactline(
                {QStringLiteral("check"), model, QStringLiteral("--format"), QStringLiteral("sarif")},
                m_folder->path());
            const auto log = parsed(ended.out);
            QCOMPARE(ended.code, 1);
            QCOMPARE(log[QStringLiteral("version")].toString(), QStringLiteral("2.1.0"));
            const auto run = log[QStringLiteral("runs")][0];
            const auto driver = run[QStringLiteral("tool")][QStringLiteral("driver")];
            QCOMPARE(driver[QStringLiteral("name")].toString(), QStringLiteral("Factline"));
            const auto rules = driver[QStringLiteral("rules")].toArray();
            QVERIFY(rules.size() > 40);
            for (const auto& rule : rules) {
                QVERIFY(!rule[QStringLiteral("id")].toString().isEmpty());
                QVERIFY(!rule.toObject().contains(QStringLiteral("helpUri"))); // there is no page on the web
                QVERIFY(rule[QStringLiteral("help")][QStringLiteral("markdown")].toString().startsWith(u'#'));
                QVERIFY(
                    !rule[QStringLiteral("fullDescription")][QStringLiteral("text")].toString().isEmpty());
            }
            const auto results = run[QStringLiteral("results")].toArray();
            QVERIFY(!results.isEmpty());
            for (const auto& result : results)
                QCOMPARE(offence(result.toObject(), rules), QString());
        }
    }

    void sarifFitsItsSchema() {
        const auto schema = nlohmann::ordered_json::parse(
            readAll(QStringLiteral(FACTLINE_SOURCE_DIR "/tests/cli/schemas/sarif-2.1.0-rtm.5.json"))
                .toStdString());
        const support::JsonSchema sarif(schema);
        const QString baseline = m_folder->filePath(QStringLiteral("known.json"));
        check({QStringLiteral("--write-baseline"), baseline});
        write(m_folder->filePath(QStringLiteral("broken.factline.yaml")), "factline: 1\nmodle: x\n");
        const QStringList sarifWanted{QStringLiteral("--format"), QStringLiteral("sarif")};
        for (const QStringList& words :
             {QStringList{retail}, QStringList{QStringLiteral("a model.factline.yaml")},
              QStringList{QStringLiteral("a model.factline.yaml"), QStringLiteral("--baseline"), baseline},
              QStringList{QStringLiteral("broken.factline.yaml")}}) {
            const auto ended =
                runFactline(QStringList{QStringLiteral("check")} + words + sarifWanted, m_folder->path());
            auto log = nlohmann::ordered_json::parse(ended.out.toStdString());
            QVERIFY2(sarif.accepts(log), qPrintable(words.join(u' ')));
            log["runs"][0]["results"].push_back({{"ruleId", 7}}); // the schema is one that can say no
            QVERIFY(!sarif.accepts(log));
        }
    }

    void sarifTellsWaiversAsSuppressions() {
        const auto run = parsed(
            check({QStringLiteral("--format"), QStringLiteral("sarif")}).out)[QStringLiteral("runs")][0];
        QJsonArray suppressed;
        for (const auto& result : run[QStringLiteral("results")].toArray())
            if (result.toObject().contains(QStringLiteral("suppressions"))) suppressed.append(result);
        QCOMPARE(suppressed.size(), 1);
        QCOMPARE(suppressed[0][QStringLiteral("ruleId")].toString(), QStringLiteral("event-orphan"));
        const auto suppression = suppressed[0][QStringLiteral("suppressions")][0];
        QCOMPARE(suppression[QStringLiteral("kind")].toString(), QStringLiteral("inSource"));
        QCOMPARE(suppression[QStringLiteral("justification")].toString(), QStringLiteral("Partner <feed>"));
        QCOMPARE(suppression[QStringLiteral("properties")][QStringLiteral("until")].toString(),
                 QStringLiteral("2999-01-31"));
    }

    void junitIsWellFormedAndCounts() {
        const auto ended = check({QStringLiteral("--format"), QStringLiteral("junit")});
        QCOMPARE(ended.code, 1);
        QXmlStreamReader xml(ended.out);
        int failures = 0, skipped = 0, cases = 0, told = -1, toldTests = -1;
        QString reason;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement()) continue;
            if (xml.name() == QStringLiteral("testsuites")) {
                told = xml.attributes().value(QStringLiteral("failures")).toInt();
                toldTests = xml.attributes().value(QStringLiteral("tests")).toInt();
            }
            cases += xml.name() == QStringLiteral("testcase") ? 1 : 0;
            if (xml.name() == QStringLiteral("testsuite"))
                for (const char* attribute : {"name", "tests", "failures", "errors", "skipped"})
                    QVERIFY2(xml.attributes().hasAttribute(QLatin1String(attribute)), attribute);
            if (xml.name() == QStringLiteral("testcase"))
                for (const char* attribute : {"classname", "name"})
                    QVERIFY2(xml.attributes().hasAttribute(QLatin1String(attribute)), attribute);
            failures += xml.name() == QStringLiteral("failure") ? 1 : 0;
            if (xml.name() != QStringLiteral("skipped")) continue;
            ++skipped;
            reason = xml.attributes().value(QStringLiteral("message")).toString();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(failures, 1); // fact-unowned; a warning is not objected to by default
        QCOMPARE(told, failures);
        QCOMPARE(toldTests, cases);
        QCOMPARE(skipped, 1);
        QCOMPARE(reason, QStringLiteral("Partner <feed>"));
        QVERIFY(cases > 40); // every rule that found nothing is told as passed
    }

    void aBaselineKnowsWhatItWasMadeFrom() {
        const QString file = m_folder->filePath(QStringLiteral("known.json"));
        const auto written = check({QStringLiteral("--write-baseline"), file});
        QCOMPARE(written.code, 0);
        QVERIFY2(written.out.contains(" findings into " + file.toUtf8()), written.out.constData());
        QVERIFY2(
            written.out.endsWith("factline check 'a model.factline.yaml' --baseline " + file.toUtf8() + '\n'),
            written.out.constData());
        // what another program reads holds nothing else
        const auto forPrograms = check(
            {QStringLiteral("--write-baseline"), file, QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY(!parsed(forPrograms.out).isEmpty());
        QVERIFY2(forPrograms.err.contains(" findings into "), forPrograms.err.constData());
        const auto again =
            check({QStringLiteral("--baseline"), file, QStringLiteral("--format"), QStringLiteral("json"),
                   QStringLiteral("--fail-on"), QStringLiteral("hint")});
        QCOMPARE(again.code, 0);
        QVERIFY(parsed(again.out)[QStringLiteral("findings")].toArray().isEmpty());
        QVERIFY(parsed(again.out)[QStringLiteral("baselined")].toArray().size() > 2);
        QCOMPARE(parsed(again.out)[QStringLiteral("waived")].toArray().size(), 1);

        // other lines, the same findings; and one that is new
        write(m_folder->filePath(QStringLiteral("a model.factline.yaml")),
              "# moved down\n\n" + troubled +
                  "      OrderEdited: {means: Somebody edited it., announces: [order]}\n");
        const auto more =
            check({QStringLiteral("--baseline"), file, QStringLiteral("--format"), QStringLiteral("json")});
        const auto told = parsed(more.out)[QStringLiteral("findings")].toArray();
        QVERIFY(!told.isEmpty());
        for (const auto& finding : told)
            QCOMPARE(finding[QStringLiteral("element")].toString(), QStringLiteral("orders/OrderEdited"));
        QCOMPARE(
            check({QStringLiteral("--baseline"), file, QStringLiteral("--fail-on"), QStringLiteral("hint")})
                .code,
            1);
    }

    void pruningForgetsWhatIsMended() {
        const QString file = m_folder->filePath(QStringLiteral("known.json"));
        check({QStringLiteral("--write-baseline"), file});
        const auto before = readAll(file);
        check({QStringLiteral("--baseline"), file, QStringLiteral("--prune")});
        QCOMPARE(readAll(file), before);
        auto mended = troubled;
        write(m_folder->filePath(QStringLiteral("a model.factline.yaml")), mended.replace(", ghost", ""));
        check({QStringLiteral("--baseline"), file, QStringLiteral("--prune")});
        QVERIFY(before.contains("fact-unowned"));
        QVERIFY(!readAll(file).contains("fact-unowned"));
        QVERIFY(readAll(file).contains("generic-change-event"));
    }

    void aBaselineNeverReplacesWhatIsNone() {
        const QString model = m_folder->filePath(QStringLiteral("a model.factline.yaml"));
        const auto before = readAll(model);
        const auto refused = check({QStringLiteral("--write-baseline"), model});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("no baseline"), refused.err.constData());
        QCOMPARE(readAll(model), before);

        const QString pipe = m_folder->filePath(QStringLiteral("pipe.json"));
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        QCOMPARE(check({QStringLiteral("--write-baseline"), pipe}).code, 2);
        struct stat now {};
        QCOMPARE(stat(qPrintable(pipe), &now), 0);
        QVERIFY(S_ISFIFO(now.st_mode));

        const QString link = m_folder->filePath(QStringLiteral("link.json"));
        const QString file = m_folder->filePath(QStringLiteral("known.json"));
        write(file, "{\"factlineBaseline\": ");
        QVERIFY(QFile::link(file, link));
        QCOMPARE(check({QStringLiteral("--write-baseline"), link}).code, 0);
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(readAll(file).contains("fact-unowned"));

        // What stands beside it is somebody's work, too, and so is what a link there leads to.
        const QString beside = m_folder->filePath(QStringLiteral("known.json.new"));
        const QString work = m_folder->filePath(QStringLiteral("work.txt"));
        write(beside, "mine");
        write(work, "mine, too");
        QVERIFY(QFile::link(work, m_folder->filePath(QStringLiteral(".known.json.new"))));
        write(file, "{\"factlineBaseline\": ");
        QCOMPARE(check({QStringLiteral("--write-baseline"), file}).code, 0);
        QVERIFY(!QFileInfo(file).isSymLink() && readAll(file).contains("fact-unowned"));
        QCOMPARE(readAll(beside), QByteArray("mine"));
        QCOMPARE(readAll(work), QByteArray("mine, too"));
    }

    void aWrongBaselineIsSaid() {
        const QString file = m_folder->filePath(QStringLiteral("known.json"));
        QCOMPARE(check({QStringLiteral("--baseline"), file}).code, 2);
        for (const char* text : {"", "[]", "{}", R"({"factlineBaseline": 2})",
                                 R"({"factlineBaseline": 1, "findings": [{"rule": "x"}]})",
                                 R"({"factlineBaseline": 1, "findings": 3})"}) {
            write(file, text);
            const auto ended = check({QStringLiteral("--baseline"), file});
            QCOMPARE(ended.code, 2);
            QVERIFY2(ended.err.contains("known.json"), ended.err.constData());
        }
        QCOMPARE(check({QStringLiteral("--prune")}).code, 2);
    }

private:
    Ended check(const QStringList& options) const {
        return runFactline(QStringList{QStringLiteral("check"), QStringLiteral("a model.factline.yaml")} +
                               options,
                           m_folder->path());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ReportsTest)
#include "tst_reports.moc"
