// SPDX-License-Identifier: Apache-2.0
#include <QFile>

#include "canvas/busy_note.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The layout program may die; the window does not, and says so.
class EngineKilled : public QObject {
    Q_OBJECT
private slots:
    void theOldLayoutStays();
};

void EngineKilled::theOldLayoutStays() {
    QTemporaryDir scripts;
    const QString flag = scripts.filePath("kill");
    const QString program = scripts.filePath("worker");
    // It works until somebody kills it in the middle of its work.
    write(program.toStdString(), "#!/bin/sh\n[ -e '" + flag.toStdString() + "' ] && kill -KILL $$\nexec '" +
                                     realWorker().program.string() + "'\n");
    QFile(program).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    User user(picture::LayoutProcess{program.toStdString()});
    user.open(retail);
    const auto before = user.places();
    const QString text = user.text();
    write(flag.toStdString(), "");
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!user.window->noticed().isEmpty(), 20'000);
    QVERIFY2(user.window->noticed().contains("layout", Qt::CaseInsensitive),
             qPrintable(user.window->noticed()));
    QTRY_VERIFY(!user.canvas().findChild<canvas::BusyNote*>()->isVisible()); // nobody waits for it any more
    QCOMPARE(user.places(), before);
    QCOMPARE(user.text(), text);
    QCOMPARE(user.steps(), 0);
    // Work goes on, and so does the layout once the program does.
    user.click("event orders/OrderCompleted");
    user.say(Qt::Key_F2, "CheckoutFinished");
    QVERIFY(user.id("event orders/CheckoutFinished"));
    user.settle();
    QFile::remove(flag);
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(user.steps(), 2, 20'000);
}

QTEST_MAIN(EngineKilled)
#include "tst_15_engine_killed.moc"
