// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "app/shell/place.h"
#include "desktop.h"

using namespace factline::testing;

/// The program itself, killed by the system in the middle of the work, and started again.
class KilledProgram : public QObject {
    Q_OBJECT
private slots:
    void nothingIsLost() {
        const Desktop desktop;
        QVERIFY2(!desktop.missing(), desktop.missing());
        const QString file = desktop.home.filePath("tiny.factline.yaml");
        write(file.toStdString(), tiny);

        Program program(desktop);
        program.start({file});
        QTRY_VERIFY_WITH_TIMEOUT(program.title().contains("tiny"), 20'000);
        program.press("ctrl+p");
        program.enter("OrderPlaced");
        program.press("F2");
        program.enter("OrderTaken");
        QTRY_VERIFY_WITH_TIMEOUT(program.title().startsWith("• "), 5'000);
        QTest::qWait(5'000); // as much as may be lost
        QCOMPARE(desktop.journals().size(), 1);
        program.kill();
        QCOMPARE(read(file.toStdString()), tiny);

        program.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!program.title().isEmpty(), 20'000);
        QTest::qWait(1'000);
        program.press("Return"); // the offer has the keyboard, and begins with Recover
        QTRY_VERIFY_WITH_TIMEOUT(program.title().startsWith("• tiny"), 5'000);
        QCOMPARE(read(file.toStdString()), tiny);
        program.press("ctrl+s");
        QTRY_VERIFY_WITH_TIMEOUT(read(file.toStdString()).find("OrderTaken: ") != std::string::npos, 5'000);
        QTRY_VERIFY(desktop.journals().isEmpty());
    }
};

QTEST_GUILESS_MAIN(KilledProgram)
#include "tst_20_killed_program.moc"
