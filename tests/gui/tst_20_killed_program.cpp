// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/shell/place.h"

using namespace factline;

namespace {

/// A desktop of the test's own, on which the program runs as its user starts it: keys come from outside.
struct Desktop {
    QTemporaryDir home;
    QProcess screen;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    Desktop() {
        screen.start("Xvfb",
                     {"-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"});
        screen.waitForReadyRead(20'000);
        environment.insert("DISPLAY", ":" + QString::fromLatin1(screen.readLine().trimmed()));
        environment.insert("HOME", home.path());
        for (const char* name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            environment.remove(name);
    }
    ~Desktop() {
        program.kill();
        program.waitForFinished();
        screen.terminate();
        screen.waitForFinished();
    }

    /// One or more commands to xdotool; what it prints.
    QString tell(const QStringList& commands) const {
        QProcess tool;
        tool.setProcessEnvironment(environment);
        tool.start("xdotool", commands);
        return tool.waitForFinished(20'000) && tool.exitCode() == 0
                   ? QString::fromUtf8(tool.readAllStandardOutput()).trimmed()
                   : QString();
    }
    void start(const QStringList& models) {
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(FACTLINE_BIN_DIR "/factline-desktop", models);
        QVERIFY(program.waitForStarted());
    }
    /// The title of the program's window; empty before there is one. The window gets the keyboard, because
    /// nobody else gives it.
    QString title() const {
        const QString window = tell({"search", "--onlyvisible", "--name", "Factline"}).section('\n', 0, 0);
        if (window.isEmpty()) return {};
        tell({"windowfocus", window});
        return tell({"getwindowname", window});
    }
    void press(const QString& key) const {
        tell({"key", key});
        QTest::qWait(300); // who types sees what comes of it
    }
    void enter(const QString& text) const {
        tell({"type", "--delay", "20", text});
        QTest::qWait(300);
        press("Return");
    }
    QStringList journals() const {
        const QDir folder(home.filePath(".local/share/Factline/Factline/recovery"));
        return folder.entryList({"*.journal"});
    }
};

} // namespace

/// The program itself, killed by the system in the middle of the work, and started again.
class KilledProgram : public QObject {
    Q_OBJECT
private slots:
    void nothingIsLost() {
        Desktop desktop;
        QVERIFY2(desktop.screen.state() == QProcess::Running, "Xvfb: see installer/packages-test.txt");
        QVERIFY2(!desktop.tell({"version"}).isEmpty(), "xdotool: see installer/packages-test.txt");
        const QString file = desktop.home.filePath("tiny.factline.yaml");
        testing::write(file.toStdString(), testing::tiny);

        desktop.start({file});
        QTRY_VERIFY_WITH_TIMEOUT(desktop.title().contains("tiny"), 20'000);
        desktop.press("ctrl+p");
        desktop.enter("OrderPlaced");
        desktop.press("F2");
        desktop.enter("OrderTaken");
        QTRY_VERIFY_WITH_TIMEOUT(desktop.title().startsWith("• "), 5'000);
        QTest::qWait(5'000); // as much as may be lost
        QCOMPARE(desktop.journals().size(), 1);
        ::kill(static_cast<pid_t>(desktop.program.processId()), SIGKILL);
        QVERIFY(desktop.program.waitForFinished());
        QCOMPARE(desktop.program.exitStatus(), QProcess::CrashExit);
        QCOMPARE(testing::read(file.toStdString()), testing::tiny);

        desktop.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!desktop.title().isEmpty(), 20'000);
        QTest::qWait(1'000);
        desktop.press("Return"); // the offer has the keyboard, and begins with Recover
        QTRY_VERIFY_WITH_TIMEOUT(desktop.title().startsWith("• tiny"), 5'000);
        QCOMPARE(testing::read(file.toStdString()), testing::tiny);
        desktop.press("ctrl+s");
        QTRY_VERIFY_WITH_TIMEOUT(testing::read(file.toStdString()).find("OrderTaken: ") != std::string::npos,
                                 5'000);
        QTRY_VERIFY(desktop.journals().isEmpty());
    }
};

QTEST_GUILESS_MAIN(KilledProgram)
#include "tst_20_killed_program.moc"
