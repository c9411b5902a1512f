// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <tuple>

#include <QDir>
#include <QPlainTextEdit>
#include <QProcess>

#include "document/journal.h"
#include "shell/difference_window.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The program is killed in the middle of the work: nothing that was typed some seconds before is lost, no
/// file of the user is touched, and the next start offers it.
class KillAndRecover : public QObject {
    Q_OBJECT
private slots:
    void offersWhatWasLost();
};

namespace {

constexpr int mostLost = 5000; ///< milliseconds of work that a crash may take

/// The process that is to be killed: one window with a model that has no file yet, one with a file, both
/// edited.
int workUntilKilled(const char* folder) {
    User user;
    user.place.setup.journals = QString::fromLocal8Bit(folder) + QStringLiteral("/recovery");
    shell::Windows windows(user.place.setup);
    const auto begin = [&] {
        user.window->close();
        user.window = &windows.add();
        user.window->resize(1200, 800);
        user.window->QWidget::show();
        return QTest::qWaitForWindowActive(user.window);
    };
    if (!begin()) return 1;
    User::press(Qt::Key_N, Qt::ControlModifier);
    user.say(Qt::Key_C, QStringLiteral("orders"));
    user.say(Qt::Key_E, QStringLiteral("OrderPlaced"));
    user.window = &windows.add();
    user.window->QWidget::show();
    if (!QTest::qWaitForWindowActive(user.window)) return 1;
    user.open(std::string(folder) + "/tiny.factline.yaml");
    user.click(QStringLiteral("event orders/OrderPlaced"));
    User::press(Qt::Key_F2);
    User::enter(QStringLiteral("OrderTaken"));
    std::puts("edited");
    std::fflush(stdout);
    // Who never pauses loses no more than who does.
    QTimer busy;
    int said = 0;
    QObject::connect(&busy, &QTimer::timeout, user.window, [&] {
        Fact fact;
        fact.name = "said-" + std::to_string(++said);
        std::ignore = user.document().apply(edit::AddElement{fact, user.model().contexts[0]->id, {}});
    });
    busy.start(200);
    return QApplication::exec();
}

} // namespace

void KillAndRecover::offersWhatWasLost() {
    User user;
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    QProcess victim;
    victim.start(QCoreApplication::applicationFilePath(), {"--victim", user.place.folder.path()});
    while (victim.state() != QProcess::NotRunning && !victim.canReadLine())
        QVERIFY(victim.waitForReadyRead(30'000));
    QCOMPARE(victim.readLine(), QByteArray("edited\n"));
    QTest::qWait(mostLost);
    QVERIFY(document::findLeftovers(user.place.setup.journals).empty()); // its owner is still alive
    ::kill(static_cast<pid_t>(victim.processId()), SIGKILL);
    QVERIFY(victim.waitForFinished());
    QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
    QCOMPARE(read(file), tiny);

    user.windows.offerLeftovers(*user.window);
    QTRY_VERIFY(user.bar("“tiny”") != nullptr);
    user.picture("recovery");
    user.answer("“tiny”", "Look at the difference");
    auto* difference = user.window->findChild<shell::DifferenceWindow*>();
    QVERIFY(difference != nullptr && difference->isVisible());
    const QString shown = difference->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(shown.contains("+       OrderTaken: "), qPrintable(shown));
    delete difference;
    user.activate();
    user.answer("“tiny”", "Recover");
    user.settle();
    QVERIFY(user.id("event orders/OrderTaken"));
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(file), tiny);

    // The other one comes in a window of its own; the first has work in it.
    user.answer("“Untitled”", "Recover");
    QCOMPARE(user.windows.all().size(), std::size_t(2));
    const auto first = user.window;
    user.window = user.windows.all().back();
    user.settle();
    QVERIFY(user.id("event orders/OrderPlaced"));
    QVERIFY(user.document().file().empty());
    QVERIFY(user.document().isDirty());

    // Saved, there is nothing to recover any more.
    first->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(first));
    user.save();
    QVERIFY(read(file).find("OrderTaken: ") != std::string::npos);
    user.activate();
    user.choose(user.place.file("new.factline.yaml"), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(read(user.place.file("new.factline.yaml")).find("OrderPlaced: {}") != std::string::npos);
    QVERIFY(QDir(user.place.setup.journals).entryList({"*.journal"}).isEmpty());
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--victim") return workUntilKilled(argv[2]);
    KillAndRecover test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_20_kill_and_recover.moc"
