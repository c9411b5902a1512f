// SPDX-License-Identifier: Apache-2.0
#include <QPlainTextEdit>

#include "shell/difference_window.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A colleague saves the same file meanwhile: it is noticed, said, and nothing of either side is lost.
class OutsideChange : public QObject {
    Q_OBJECT
private slots:
    void followsWhatIsClean();
    void asksWhereBothChanged();
    void ownSavesRaiseNothing();
};

namespace {

struct Editor : User {
    std::filesystem::path file = place.file("tiny.factline.yaml");
    std::string theirs = tiny + "      OrderShipped: {announces: [order]}\n";

    Editor() {
        write(file, tiny);
        open(file);
    }
    void rename(const QString& name) {
        click("event orders/OrderPlaced");
        press(Qt::Key_F2);
        enter(name);
    }
};

} // namespace

void OutsideChange::followsWhatIsClean() {
    Editor user;
    write(user.file, user.theirs);
    QTRY_VERIFY(user.bar("changed tiny on disk") != nullptr);
    user.settle();
    QVERIFY(user.places().contains("event orders/OrderShipped"));
    QVERIFY(!user.document().isDirty());
    user.answer("changed tiny on disk", "Back to the former version");
    QVERIFY(!user.id("event orders/OrderShipped"));
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), user.theirs);
}

void OutsideChange::asksWhereBothChanged() {
    Editor user;
    user.rename("OrderTaken");
    write(user.file, user.theirs);
    QTRY_VERIFY(user.bar("so did you") != nullptr);
    // Saving now would take theirs away: it is refused, and says so.
    user.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), user.theirs);
    QVERIFY(!user.window->noticed().isEmpty());

    user.picture("outside-change");
    user.answer("so did you", "Compare");
    auto* difference = user.window->findChild<shell::DifferenceWindow*>();
    QVERIFY(difference != nullptr && difference->isVisible());
    const QString shown = difference->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(shown.contains("−       OrderTaken"), qPrintable(shown));
    QVERIFY2(shown.contains("+       OrderShipped"), qPrintable(shown));
    delete difference;
    user.activate();

    user.answer("so did you", "Take theirs");
    QCOMPARE(user.text().toStdString(), user.theirs);
    QVERIFY(!user.document().isDirty());
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(user.id("event orders/OrderTaken"));
    QVERIFY(user.document().isDirty());
    user.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!user.document().isDirty());
    QVERIFY(read(user.file).find("OrderTaken") != std::string::npos);
}

void OutsideChange::ownSavesRaiseNothing() {
    Editor user;
    for (int i = 0; i < 10; ++i) {
        user.press(Qt::Key_T);
        user.enter(QStringLiteral("fact-%1").arg(i));
        user.press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!user.document().isDirty());
        QTest::qWait(50);
    }
    QVERIFY(user.bar("on disk") == nullptr);
    QVERIFY(user.bar("disk") == nullptr);
    write(user.file, user.theirs); // and others are still heard
    QTRY_VERIFY(user.bar("changed tiny on disk") != nullptr);
}

QTEST_MAIN(OutsideChange)
#include "tst_21_outside_change.moc"
