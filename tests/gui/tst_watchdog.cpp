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
    void aWindowThatIsAwayFailsItsJourney();
};

namespace {

/// In the window's thread, when its event loop comes round.
void work(double ms) {
    QTimer::singleShot(0, [ms] {
        const double begin = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
        while (workedSoFar(CLOCK_THREAD_CPUTIME_ID) < begin + ms) {
        }
    });
    QTest::qWait(10);
}

} // namespace

void WatchdogTest::tellsWorkFromRest() {
    Watchdog watchdog;
    work(300);
    work(200);
    const double longest = watchdog.longest();
    QVERIFY2(longest >= 300 && longest < 500, qPrintable(QString::number(longest)));
    // The machine may keep the thread waiting for as long as it likes.
    QTimer::singleShot(0, [] { QThread::msleep(400); });
    QTest::qWait(10);
    QVERIFY(watchdog.longest() < 200);
}

void WatchdogTest::aWindowThatIsAwayFailsItsJourney() {
    {
        User user;
        work(0.5 * user.patience);
    }
    User user;
    work(1.1 * user.patience);
    QEXPECT_FAIL("", "it is away for longer than anybody has patience", Continue);
}

QTEST_MAIN(WatchdogTest)
#include "tst_watchdog.moc"
