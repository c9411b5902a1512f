// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "cli/program.h"

namespace {

const QString retail = QStringLiteral(FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml");

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// Every file below a folder with its bytes, by relative path.
QMap<QString, QByteArray> snapshot(const QString& folder) {
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const auto path = it.next();
        files.insert(QDir(folder).relativeFilePath(path), readAll(path));
    }
    return files;
}

} // namespace

/// What the commands leave on disk.
class CliFiles : public QObject {
    Q_OBJECT
private slots:
    void diagramWritesEveryFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("svg") << "d.svg" << QByteArray("<?xml");
        QTest::newRow("png") << "d.png" << QByteArray("\x89PNG");
        QTest::newRow("pdf") << "d.pdf" << QByteArray("%PDF-");
        QTest::newRow("dot") << "d.dot" << QByteArray("digraph");
        QTest::newRow("json") << "d.json" << QByteArray("{");
    }
    void diagramWritesEveryFormat() {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        const QTemporaryDir folder;
        const auto ended =
            runFactline({QStringLiteral("diagram"), retail, QStringLiteral("-o"), name}, folder.path());
        QCOMPARE(QString::fromUtf8(ended.err), QString());
        QCOMPARE(ended.code, 0);
        const auto first = readAll(folder.filePath(name));
        QVERIFY2(first.startsWith(beginning), first.left(20).constData());
        runFactline(
            {QStringLiteral("diagram"), retail, QStringLiteral("-o"), QStringLiteral("again-") + name},
            folder.path());
        QVERIFY2(first == readAll(folder.filePath(QStringLiteral("again-") + name)), "two runs differ");
    }

    void reportWritesEveryFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("html") << "r.html" << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << "r.pdf" << QByteArray("%PDF-");
        QTest::newRow("md") << "r.md" << QByteArray("# Global retailer");
    }
    void reportWritesEveryFormat() {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        const QTemporaryDir folder;
        const auto write = [&](const QString& into) {
            return runFactline({QStringLiteral("report"), retail, QStringLiteral("--since"),
                                QStringLiteral(FACTLINE_SOURCE_DIR "/examples/retail-fixed.factline.yaml"),
                                QStringLiteral("-o"), into},
                               folder.path());
        };
        const auto ended = write(name);
        QCOMPARE(QString::fromUtf8(ended.err), QString());
        QCOMPARE(ended.code, 0);
        const auto first = readAll(folder.filePath(name));
        QVERIFY2(first.startsWith(beginning), first.left(20).constData());
        QCOMPARE(QFile::exists(folder.filePath(QStringLiteral("r.map.svg"))),
                 name.endsWith(QLatin1String(".md")));
        write(name);
        QVERIFY2(first == readAll(folder.filePath(name)), "two runs differ");
    }

    void aReportWithABaselineObjectsToLess() {
        const QTemporaryDir folder;
        runFactline({QStringLiteral("check"), retail, QStringLiteral("--write-baseline"),
                     QStringLiteral("known.json")},
                    folder.path());
        const auto ended =
            runFactline({QStringLiteral("report"), retail, QStringLiteral("--baseline"),
                         QStringLiteral("known.json"), QStringLiteral("-o"), QStringLiteral("r.md")},
                        folder.path());
        QCOMPARE(ended.code, 0);
        const auto text = readAll(folder.filePath(QStringLiteral("r.md")));
        QVERIFY(text.contains("14 findings were known before"));
        QVERIFY(text.contains("The rules have nothing to object to."));
    }

    void diagramOfAFocusIsSmaller() {
        const QTemporaryDir folder;
        const auto draw = [&](const QStringList& more, const QString& name) {
            const auto ended =
                runFactline(QStringList{QStringLiteral("diagram"), retail, QStringLiteral("-o"), name} + more,
                            folder.path());
            return ended.code == 0
                       ? QJsonDocument::fromJson(readAll(folder.filePath(name)))[u"nodes"].toArray().size()
                       : -1;
        };
        const auto all = draw({}, QStringLiteral("all.json"));
        const auto near = draw({QStringLiteral("--focus"), QStringLiteral("orders/OrderCompleted"),
                                QStringLiteral("--depth"), QStringLiteral("1")},
                               QStringLiteral("near.json"));
        QVERIFY(near > 1);
        QVERIFY(near < all);
        QCOMPARE(draw({QStringLiteral("--focus"), QStringLiteral("orders/NoSuchThing")},
                      QStringLiteral("no.json")),
                 -1);
    }

    void whatCannotBeWrittenIsToldAndLeavesNothing() {
        const QTemporaryDir folder;
        for (const auto& name : {QStringLiteral("missing/d.svg"), QStringLiteral("missing/d.json")}) {
            const auto ended =
                runFactline({QStringLiteral("diagram"), retail, QStringLiteral("-o"), name}, folder.path());
            QVERIFY(ended.code > 0);
            QVERIFY2(ended.err.contains("missing/d."), ended.err.constData());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void generatingAgainChangesNothing() {
        const QTemporaryDir folder;
        const QStringList arguments{QStringLiteral("generate"), retail, QStringLiteral("-o"),
                                    QStringLiteral("out")};
        const auto first = runFactline(arguments, folder.path());
        QCOMPARE(first.code, 0);
        const auto files = snapshot(folder.path());
        QVERIFY(files.size() > 5);
        const auto second = runFactline(arguments, folder.path());
        QCOMPARE(second.code, 0);
        QVERIFY2(!second.out.contains("created ") && !second.out.contains("changed "),
                 second.out.constData());
        QCOMPARE(snapshot(folder.path()), files);
    }

    void aGeneratedFileEditedByHandIsRefusedAndKept() {
        const QTemporaryDir folder;
        const QStringList arguments{QStringLiteral("generate"), retail, QStringLiteral("-o"),
                                    QStringLiteral("out")};
        runFactline(arguments, folder.path());
        const auto files = snapshot(folder.path()).keys();
        const auto sql =
            std::find_if(files.begin(), files.end(), [](const auto& f) { return f.endsWith(u".sql"); });
        QVERIFY(sql != files.end());
        QFile file(folder.filePath(*sql));
        QVERIFY(file.open(QIODevice::Append));
        file.write("-- mine\n");
        file.close();
        const auto mine = readAll(folder.filePath(*sql));
        const auto ended = runFactline(arguments, folder.path());
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.out.contains("refused"));
        QCOMPARE(readAll(folder.filePath(*sql)), mine);
        QVERIFY(QFile::exists(folder.filePath(*sql + QStringLiteral(".new"))));
    }

    void aMisreadModelGeneratesNothingAndRemovesNothing() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("m.factline.yaml"));
        const QStringList arguments{QStringLiteral("generate"), path, QStringLiteral("-o"),
                                    folder.filePath(QStringLiteral("out"))};
        QVERIFY(QFile::copy(retail, path));
        QCOMPARE(runFactline(arguments, folder.path()).code, 0);
        const auto generated = snapshot(folder.filePath(QStringLiteral("out")));
        auto text = readAll(path);
        text.replace("\n  search:\n", "\n  search: oops\n");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto ended = runFactline(arguments, folder.path());
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains("Nothing was generated"), ended.err.constData());
        QCOMPARE(snapshot(folder.filePath(QStringLiteral("out"))), generated);
    }

    void aPictureNeverReplacesAPipe() {
        const QTemporaryDir folder;
        const auto pipe = folder.filePath(QStringLiteral("p.svg"));
        QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
        const auto ended =
            runFactline({QStringLiteral("diagram"), retail, QStringLiteral("-o"), pipe}, folder.path());
        QVERIFY(ended.code > 0);
        QVERIFY2(ended.err.contains("it is no file"), ended.err.constData());
        struct stat now {};
        QCOMPARE(stat(qPrintable(pipe), &now), 0);
        QVERIFY(S_ISFIFO(now.st_mode));
    }

    void whatDrawsIsFoundThroughALinkAndMissedAloud() {
        const QTemporaryDir folder;
        const QString program = QStringLiteral(FACTLINE_BIN_DIR "/factline");
        const QStringList arguments{QStringLiteral("diagram"), retail, QStringLiteral("-o"),
                                    folder.filePath(QStringLiteral("d.json"))};
        const QString link = folder.filePath(QStringLiteral("factline"));
        QVERIFY(QFile::link(program, link));
        QCOMPARE(QProcess::execute(link, arguments), 0);
        QVERIFY(QFile::exists(arguments.last()));

        const QString alone = folder.filePath(QStringLiteral("alone/factline"));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("alone")));
        QVERIFY(QFile::copy(program, alone));
        QProcess lonely;
        lonely.start(alone, arguments);
        QVERIFY(lonely.waitForFinished());
        QCOMPARE(lonely.exitCode(), 2);
        QVERIFY(lonely.readAllStandardError().contains("alone/factline-diagram"));
    }

    void whatReadsNoFurtherEndsEveryCommandQuietly_data() {
        QTest::addColumn<QString>("words");
        QTest::newRow("check") << "check '%1'";
        QTest::newRow("diagram") << "diagram '%1' -o d.json";
    }
    void whatReadsNoFurtherEndsEveryCommandQuietly() {
        QFETCH(QString, words);
        const QTemporaryDir folder;
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        // The reader has ended before the writer begins, so that no run depends on who is faster.
        shell.start(QStringLiteral("bash"),
                    {QStringLiteral("-c"),
                     QStringLiteral("trap - PIPE; { sleep 0.2; '" FACTLINE_BIN_DIR "/factline' ") +
                         words.arg(retail) + QStringLiteral("; } | true; echo ${PIPESTATUS[0]}")});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("141\n"));
        QCOMPARE(QString::fromUtf8(shell.readAllStandardError()), QString());
    }

    void emptyWordsAreNamed_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const QStringList& words, const char* named) {
            QTest::newRow(qPrintable(words.join(QLatin1Char(' ')))) << words << QByteArray(named);
        };
        const QString none;
        row({none}, "command ''");
        row({"check", none}, "file is empty");
        row({"diagram", none, "-o", "d.svg"}, "file is empty");
        row({"diagram", retail, "-o", none}, "''");
        row({"diagram", retail, "-o", "d.svg", "--focus", none}, "--focus");
        row({"format", none}, "file is empty");
        row({"freshness", none}, "file is empty");
        row({"generate", none, "-o", "out"}, "MODEL");
        row({"new", none}, "no letter");
        row({"rules", none}, "ID");
        row({"schema", "--format", none}, "--format: nothing is given");
        for (const char* option :
             {"--stage", "--preset", "--fail-on", "--baseline", "--write-baseline", "--format"})
            row({"check", retail, option, none}, option);
        for (const char* option : {"--view", "--set", "--outage", "--scenario"})
            row({"freshness", retail, option, none}, option);
        for (const char* option : {"--target", "--context", "--templates", "--output"})
            row({"generate", retail, "-o", "out", option, none}, option);
    }

    void emptyWordsAreNamed() {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, named);
        const QTemporaryDir folder;
        const auto ended = runFactline(words, folder.path());
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(named), ended.err.constData());
        QVERIFY2(ended.err.count('\n') == 1, ended.err.constData());
        QCOMPARE(snapshot(folder.path()), decltype(snapshot(folder.path())){});
    }

    void nothingThatIsWriteProtectedIsReplaced() {
        const QTemporaryDir folder;
        const auto keep = [&](const QString& name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ReadUser | QFile::ReadGroup));
        };
        keep(QStringLiteral("m.factline.yaml"), "factline: 1\nmodel:   Odd\n");
        keep(QStringLiteral("d.svg"), "mine");
        keep(QStringLiteral("b.json"), "{\"factlineBaseline\": 1}");
        const auto before = snapshot(folder.path());
        const QList<QStringList> runs{
            {QStringLiteral("format"), QStringLiteral("m.factline.yaml")},
            {QStringLiteral("diagram"), retail, QStringLiteral("-o"), QStringLiteral("d.svg")},
            {QStringLiteral("check"), retail, QStringLiteral("--write-baseline"), QStringLiteral("b.json")}};
        for (const auto& run : runs) {
            const auto ended = runFactline(run, folder.path());
            QCOMPARE(ended.code, 2);
            QVERIFY2(ended.err.contains("write-protected"), ended.err.constData());
        }
        QCOMPARE(snapshot(folder.path()), before);
    }

    void anotherModelsFolderIsLeftAlone() {
        const QTemporaryDir folder;
        const auto generate = [&](const QString& example) {
            return runFactline({QStringLiteral("generate"),
                                QStringLiteral(FACTLINE_SOURCE_DIR "/examples/") + example,
                                QStringLiteral("-o"), folder.filePath(QStringLiteral("out"))},
                               folder.path());
        };
        QCOMPARE(generate(QStringLiteral("retail.factline.yaml")).code, 0);
        const auto before = snapshot(folder.path());
        const auto ended = generate(QStringLiteral("first-minute.factline.yaml"));
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains("nothing was written"), ended.err.constData());
        QCOMPARE(snapshot(folder.path()), before);
    }

    void aDryRunWritesNothing() {
        const QTemporaryDir folder;
        const auto ended = runFactline({QStringLiteral("generate"), retail, QStringLiteral("-o"),
                                        QStringLiteral("out"), QStringLiteral("--dry-run")},
                                       folder.path());
        QCOMPARE(ended.code, 0);
        QVERIFY(ended.out.contains("created"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aNewModelIsCleanAndNeverOverwritten() {
        const QTemporaryDir folder;
        const QStringList arguments{QStringLiteral("new"), QStringLiteral("Corner shop")};
        const auto ended = runFactline(arguments, folder.path());
        QCOMPARE(QString::fromUtf8(ended.err), QString());
        QCOMPARE(ended.code, 0);
        const auto files = snapshot(folder.path());
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.firstKey(), QStringLiteral("corner-shop.factline.yaml"));
        const auto checked = runFactline(
            {QStringLiteral("check"), files.firstKey(), QStringLiteral("--fail-on"), QStringLiteral("hint")},
            folder.path());
        QVERIFY2(checked.code == 0, checked.out.constData());
        QVERIFY(runFactline(arguments, folder.path()).code > 0);
        QCOMPARE(snapshot(folder.path()), files);
    }

    void formatIsStableAndCheckWritesNothing() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("m.factline.yaml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("factline: 1\nmodel:   'Odd'\n# kept\ncontexts:\n      orders:\n            team:   a\n");
        file.close();
        const auto before = readAll(path);
        QCOMPARE(runFactline({QStringLiteral("format"), path, QStringLiteral("--check")}, folder.path()).code,
                 1);
        QCOMPARE(readAll(path), before);
        QCOMPARE(runFactline({QStringLiteral("format"), path}, folder.path()).code, 0);
        const auto formatted = readAll(path);
        QVERIFY(formatted != before);
        QVERIFY(formatted.contains("# kept"));
        QCOMPARE(runFactline({QStringLiteral("format"), path, QStringLiteral("--check")}, folder.path()).code,
                 0);
        QCOMPARE(runFactline({QStringLiteral("format"), path}, folder.path()).code, 0);
        QCOMPARE(readAll(path), formatted);
    }

    void formatLeavesAFileWithReadingProblemsAlone() {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("m.factline.yaml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("factline: 1\nmodle:   Odd\n");
        file.close();
        const auto before = readAll(path);
        QCOMPARE(runFactline({QStringLiteral("format"), path}, folder.path()).code, 2);
        QCOMPARE(readAll(path), before);
    }

    void theSchemaIsJson() {
        const auto ended = runFactline({QStringLiteral("schema")}, QDir::tempPath());
        QCOMPARE(ended.code, 0);
        const auto schema = QJsonDocument::fromJson(ended.out).object();
        QVERIFY(schema.contains(QStringLiteral("$schema")));
        const auto page =
            runFactline({QStringLiteral("schema"), QStringLiteral("--format"), QStringLiteral("markdown")},
                        QDir::tempPath());
        QVERIFY(page.out.contains("understoodAs"));
    }
};

QTEST_GUILESS_MAIN(CliFiles)
#include "tst_files.moc"
