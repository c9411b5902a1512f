// SPDX-License-Identifier: Apache-2.0
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Ran {
    int code = -1;
    QString err;
};

Ran run(const QStringList& arguments) {
    QProcess program;
    program.start(FACTLINE_BIN_DIR "/factline-desktop", arguments);
    if (!program.waitForFinished(30'000)) program.kill();
    return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
            QString::fromUtf8(program.readAllStandardError())};
}

} // namespace

/// The desktop program from outside: its command line and its screenshots.
class TestProgram : public QObject {
    Q_OBJECT
private slots:
    void takesAScreenshot();
    void showsTheStartPage();
    void showsWhatAScriptAsksFor();
    void printsWithoutADisplay();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestProgram::takesAScreenshot() {
    QTemporaryDir folder;
    const QString file = folder.filePath("window.png");
    const QString model = FACTLINE_SOURCE_DIR "/examples/first-minute.factline.yaml";
    const Ran ran = run({model, "--theme", "dark", "--size", "1000x700", "--screenshot", file});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1000, 700));
    QCOMPARE(image.pixelColor(250, 85), QColor("#191B1F"));
}

void TestProgram::showsTheStartPage() {
    QTemporaryDir folder;
    const QString file = folder.filePath("start.png");
    const Ran ran = run({"--theme", "light", "--size", "1000x700", "--screenshot", file});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1000, 700));
    QCOMPARE(image.pixelColor(5, 600), QColor("#F6F7F9"));
}

void TestProgram::showsWhatAScriptAsksFor() {
    QTemporaryDir folder;
    const QString plain = folder.filePath("plain.png"), chosen = folder.filePath("chosen.png");
    const QStringList common{FACTLINE_SOURCE_DIR "/examples/first-minute.factline.yaml", "--theme", "light"};
    QCOMPARE(run(common + QStringList{"--screenshot", plain}).code, 0);
    QCOMPARE(run(common + QStringList{"--select", "view door/guest-list", "--screenshot", chosen}).code, 0);
    QVERIFY(QImage(plain) != QImage(chosen));
}

void TestProgram::printsWithoutADisplay() {
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        bare.remove(QLatin1String(name));
    const auto ran = [&](const QStringList& arguments) {
        QProcess program;
        program.setProcessEnvironment(bare);
        program.start(FACTLINE_BIN_DIR "/factline-desktop", arguments);
        if (!program.waitForFinished(30'000)) program.kill();
        return std::pair(program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()));
    };
    const auto [helpCode, help] = ran({"--help"});
    QCOMPARE(helpCode, 0);
    QVERIFY2(help.contains("Usage: "), qPrintable(help));
    const auto [versionCode, version] = ran({"--version"});
    QCOMPARE(versionCode, 0);
    QVERIFY2(version.startsWith("Factline "), qPrintable(version));
    QCOMPARE(ran({}).first, 2); // a window is another thing
}

void TestProgram::saysWhatIsWrong_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTemporaryDir folder;
    const QString model = FACTLINE_SOURCE_DIR "/examples/first-minute.factline.yaml";
    QTest::newRow("theme") << QStringList{"--theme", "sepia"} << "There is no theme";
    QTest::newRow("size") << QStringList{"--size", "huge"} << "1440x900";
    QTest::newRow("option") << QStringList{"--nonsense"} << "nonsense";
    for (const char* option : {"--theme", "--screenshot", "--size", "--select", "--panel"})
        QTest::addRow("nothing after %s", option) << QStringList{model, option, ""} << option;
    QTest::newRow("no name") << QStringList{model, ""} << "is empty";
    QTest::newRow("panel") << QStringList{model, "--panel", "nowhere"} << "no panel \"nowhere\"";
    const QString picture = QDir::temp().filePath("factline-never-written.png");
    QTest::newRow("selection") << QStringList{model, "--screenshot", picture, "--select", "view gone"}
                               << "no \"view gone\"";
    QTest::newRow("no folder") << QStringList{model, "--screenshot", "/nowhere/x.png"} << "/nowhere/x.png";
}

void TestProgram::saysWhatIsWrong() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const Ran ran = run(arguments);
    QVERIFY(ran.code > 0);
    QVERIFY2(ran.err.contains(said), qPrintable(ran.err));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
