// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <semaphore>

#include <QProcess>
#include <QTest>

#include "document/lone_thread.h"

using namespace factline;

namespace {

/// What the program takes down when it comes to its end.
struct Table {
    ~Table() { std::puts("taken down"); }
};

/// Ends while such work waits for ever, or after it is done.
int play(bool waits) {
    static const Table table;
    static std::binary_semaphore never{0}, done{0};
    document::runAlone([waits] {
        done.release();
        if (waits) never.acquire();
    });
    done.acquire();
    if (!waits) QTest::qSleep(200);
    std::puts("goes");
    return document::leave(3);
}

} // namespace

/// The program ends whether or not a drive answers, and takes nothing away from who waits for it.
class LoneThread : public QObject {
    Q_OBJECT
private slots:
    void leavesWhatIsInUse_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("work goes on") << "waits" << QByteArray("goes\n");
        QTest::newRow("nothing goes on") << "ends" << QByteArray("goes\ntaken down\n");
    }
    void leavesWhatIsInUse() {
        QFETCH(QString, which);
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {"--play", which});
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 3);
        QTEST(program.readAllStandardOutput(), "said");
    }
};

int main(int argc, char** argv) {
    if (argc == 3 && QByteArray(argv[1]) == "--play") return play(QByteArray(argv[2]) == "waits");
    QCoreApplication application(argc, argv);
    LoneThread test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_lone_thread.moc"
