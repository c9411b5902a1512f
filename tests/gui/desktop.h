// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace factline::testing {

/// A desktop of the test's own, on which programs run as their user starts them: keys come from outside.
struct Desktop {
    QTemporaryDir home;
    QProcess screen;
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
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;
    ~Desktop() {
        screen.terminate();
        screen.waitForFinished();
    }
    /// Why nothing can be shown or typed; null where it can.
    const char* missing() const {
        if (screen.state() != QProcess::Running) return "Xvfb: see installer/packages-test.txt";
        if (tell({"version"}).isEmpty()) return "xdotool: see installer/packages-test.txt";
        return nullptr;
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
    QStringList journals() const {
        const QDir folder(home.filePath(".local/share/Factline/Factline/recovery"));
        return folder.entryList({"*.journal"});
    }
};

/// The program, running on a desktop.
struct Program {
    const Desktop& desktop;
    QProcess process{};

    explicit Program(const Desktop& on)
        : desktop(on) {}
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        process.kill();
        process.waitForFinished();
    }
    void start(const QStringList& models) {
        process.setProcessEnvironment(desktop.environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(FACTLINE_BIN_DIR "/factline-desktop", models);
        QVERIFY(process.waitForStarted());
    }
    /// The title of its window, which gets the keyboard, because nobody else gives it; empty before there is
    /// one.
    QString title() const {
        const QString own = QString::number(process.processId());
        const QString window =
            desktop.tell({"search", "--all", "--onlyvisible", "--pid", own, "--name", "Factline"})
                .section('\n', 0, 0);
        if (window.isEmpty()) return {};
        desktop.tell({"windowfocus", "--sync", window});
        return desktop.tell({"getwindowname", window});
    }
    void press(const QString& key) const {
        desktop.tell({"key", key});
        QTest::qWait(300); // who types sees what comes of it
    }
    void enter(const QString& text) const {
        desktop.tell({"type", "--delay", "20", text});
        QTest::qWait(300);
        press("Return");
    }
    /// Waits until it has done what it was told to: it works no longer.
    void rest() const {
        QString before;
        (void)QTest::qWaitFor(
            [&] {
                QTest::qWait(200);
                const QString now = worked();
                return std::exchange(before, now) == now;
            },
            20'000);
    }
    /// Processor time so far, as the system counts it.
    QString worked() const {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(process.processId()));
        if (!stat.open(QIODevice::ReadOnly)) return {};
        return QString::fromLatin1(stat.readAll())
            .section(QStringLiteral(") "), -1)
            .section(QLatin1Char(' '), 11, 12);
    }
    /// The window of the system is gone from one moment to the next.
    void kill() {
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }
};

} // namespace factline::testing
