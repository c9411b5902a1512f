// SPDX-License-Identifier: Apache-2.0
#include "jobs/latest_job.h"

#include <atomic>
#include <memory>
#include <semaphore>

#include <QThread>
#include <QtTest>

using factline::jobs::LatestJob;

/// One piece of work counts at a time: the last one that was asked for.
class LatestJobTest : public QObject {
    Q_OBJECT
private slots:
    void deliversInTheThreadOfItsContext() {
        QObject context;
        LatestJob<const QThread*> job(&context);
        const QThread* worked = nullptr;
        const QThread* delivered = nullptr;
        job.start([](const std::stop_token&) { return QThread::currentThread(); },
                  [&](const QThread* thread) {
                      worked = thread;
                      delivered = QThread::currentThread();
                  });
        QVERIFY(job.running());
        QTRY_VERIFY(delivered != nullptr);
        QCOMPARE(delivered, QThread::currentThread());
        QVERIFY(worked != delivered);
        QVERIFY(!job.running());
    }

    void dropsWhatWasAskedForBefore() {
        QObject context;
        LatestJob<int> job(&context);
        std::binary_semaphore begun(0);
        std::atomic<bool> toldToStop = false;
        QList<int> delivered;
        job.start(
            [&](const std::stop_token& stop) {
                begun.release();
                while (!stop.stop_requested())
                    std::this_thread::yield();
                toldToStop = true;
                return 1;
            },
            [&](int value) { delivered += value; });
        begun.acquire();
        job.start([](const std::stop_token&) { return 2; }, [&](int value) { delivered += value; });
        QTRY_COMPARE(delivered, QList<int>{2});
        QTRY_VERIFY(toldToStop);
        QTest::qWait(20);
        QCOMPARE(delivered, QList<int>{2});
    }

    /// It was finished in time, and asked for again before anybody has looked.
    void dropsWhatLiesInTheQueue() {
        QObject context;
        LatestJob<int> job(&context);
        std::binary_semaphore made(0);
        QList<int> delivered;
        job.start(
            [&](const std::stop_token&) {
                made.release();
                return 1;
            },
            [&](int value) { delivered += value; });
        made.acquire();
        QThread::msleep(20);
        job.start([](const std::stop_token&) { return 2; }, [&](int value) { delivered += value; });
        QTRY_COMPARE(delivered, QList<int>{2});
    }

    void goingWaitsForTheWorkAndDeliversNothing() {
        QObject context;
        std::binary_semaphore begun(0);
        std::atomic<bool> finished = false;
        bool delivered = false;
        {
            LatestJob<int> job(&context);
            job.start(
                [&](const std::stop_token& stop) {
                    begun.release();
                    while (!stop.stop_requested())
                        std::this_thread::yield();
                    finished = true;
                    return 1;
                },
                [&](int) { delivered = true; });
            begun.acquire();
        }
        QVERIFY(finished);
        QTest::qWait(20);
        QVERIFY(!delivered);
    }
};

QTEST_GUILESS_MAIN(LatestJobTest)
#include "tst_latest_job.moc"
