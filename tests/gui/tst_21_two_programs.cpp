// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "app/shell/place.h"
#include "desktop.h"

using namespace factline::testing;

/// The program is started twice for one file, as happens on two desktops: whoever saves second is stopped,
/// and keeps what they did, even where their program is killed then.
class TwoPrograms : public QObject {
    Q_OBJECT
private slots:
    void theSecondTakesNothingAway() {
        const Desktop desktop;
        QVERIFY2(!desktop.missing(), desktop.missing());
        const QString file = desktop.home.filePath("tiny.factline.yaml");
        write(file.toStdString(), tiny);
        Program first(desktop), second(desktop);
        for (auto* program : {&first, &second}) {
            program->start({file});
            QTRY_VERIFY_WITH_TIMEOUT(program->title().contains("tiny"), 20'000);
        }
        const auto rename = [](const Program& program, const QString& name) {
            QVERIFY(program.title().startsWith("tiny")); // gives it the keyboard
            program.press("ctrl+p");
            program.enter("OrderPlaced");
            program.press("F2");
            program.enter(name);
            QTRY_VERIFY_WITH_TIMEOUT(program.title().startsWith("• tiny"), 5'000);
        };
        rename(second, "OrderSent");
        rename(first, "OrderTaken");
        first.press("ctrl+s");
        QTRY_VERIFY_WITH_TIMEOUT(first.title().startsWith("tiny"), 5'000);
        const std::string saved = read(file.toStdString());
        QVERIFY(saved.find("OrderTaken: ") != std::string::npos);

        QVERIFY(second.title().startsWith("• tiny"));
        second.press("ctrl+s");
        QTest::qWait(1'000);
        QVERIFY(second.title().startsWith("• tiny")); // not saved, and not lost
        QCOMPARE(read(file.toStdString()), saved);
        QVERIFY(first.title().startsWith("tiny")); // nothing has come to the first one

        QTest::qWait(5'000); // as much as a crash may take
        QCOMPARE(desktop.journals().size(), 1);
        second.kill();
        second.start({});
        QTRY_VERIFY_WITH_TIMEOUT(!second.title().isEmpty(), 20'000);
        QTest::qWait(1'000);
        second.press("Return"); // Recover
        QTRY_VERIFY_WITH_TIMEOUT(second.title().startsWith("• tiny"), 5'000);
        QCOMPARE(read(file.toStdString()), saved);
        second.press("ctrl+s"); // still not over the other's
        QTest::qWait(1'000);
        QCOMPARE(read(file.toStdString()), saved);
        QVERIFY(second.title().startsWith("• tiny"));
    }
};

QTEST_GUILESS_MAIN(TwoPrograms)
#include "tst_21_two_programs.moc"
