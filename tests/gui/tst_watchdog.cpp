// SPDX-License-Identifier: Apache-2.0
#include <QThread>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What every journey is held to can fail.
class WatchdogTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWorkFromRest();
    void whatATestDoesIsItsOwn();
    void aWindowThatIsAwayFailsItsJourney();
};

namespace {

void spin(double ms) {
    const double begin = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
    while (workedSoFar(CLOCK_THREAD_CPUTIME_ID) < begin + ms) {
    }
}

/// In the window's thread, when its event loop comes round.
void work(double ms) {
    QTimer::singleShot(0, [ms] { spin(ms); });
    QTest::qWait(10);
}

constexpr double slowest = 10; ///< times as long as on a quiet machine, on any other

} // namespace

void WatchdogTest::tellsWorkFromRest() {
    Watchdog watchdog;
    work(300);
    work(200);
    const Watchdog::Turn longest = watchdog.longest();
    QVERIFY2(longest.took > 300 / slowest && longest.took < 500, qPrintable(QString::number(longest.took)));
    QVERIFY2(longest.began.startsWith("Timer of ") || longest.began.startsWith("MetaCall of "),
             qPrintable(longest.began));
    QCOMPARE(watchdog.longest().took, 0.0); // since it was asked last
    // The machine may keep the thread waiting for as long as it likes.
    QTimer::singleShot(0, [] { QThread::msleep(400); });
    QTest::qWait(10);
    QVERIFY(watchdog.longest().took < 200);
}

void WatchdogTest::whatATestDoesIsItsOwn() {
    User user;
    (void)user.watchdog.longest();
    spin(400);
    QTest::qWait(10);
    user.press(Qt::Key_Tab);
    spin(400);
    QTest::qWait(10);
    const double took = user.watchdog.longest().took;
    QVERIFY2(took > 0 && took < 200, qPrintable(QString::number(took)));
    struct Slow : QWidget {
        void paintEvent(QPaintEvent*) override { spin(400); }
    } slow;
    slow.show();
    QVERIFY(QTest::qWaitForWindowExposed(&slow));
    QTest::qWait(10);
    (void)user.watchdog.longest();
    (void)slow.grab();
    QCOMPARE(user.watchdog.longest().took, 0.0);
    user.watchdog.pause(true); // its painting was not the window's
}

void WatchdogTest::aWindowThatIsAwayFailsItsJourney() {
    {
        User user;
        work(0.5 * user.patience);
    }
    User user;
    work(slowest * user.patience);
    QEXPECT_FAIL("", "it is away for longer than anybody has patience", Continue);
}

QTEST_MAIN(WatchdogTest)
#include "tst_watchdog.moc"
