// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <QElapsedTimer>
#include <QToolButton>

#include "document/journal.h"
#include "support/silence.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A network drive that does not answer while somebody saves: the window goes on.
class SlowDrive : public QObject {
    Q_OBJECT
private slots:
    void workGoesOn();
    void closesOnceItIsSaved();
    void closesWithoutWaiting();
    void offersOnlyWhatIsNotWritten();
    void windowComesBackInTime();
};

namespace {

/// Milliseconds for which this thread could have worked, had other programs not had the processor.
double stoodInLine() {
    std::ifstream file("/proc/thread-self/schedstat");
    double worked = 0, waited = 0; // nanoseconds
    file >> worked >> waited;
    return waited / 1e6;
}

struct Editor : User {
    std::filesystem::path file = place.file("tiny.factline.yaml");
    std::optional<Silence> silence;
    double took = 0; ///< milliseconds of the last save in vain

    Editor() {
        write(file, tiny);
        open(file);
    }
    void rename(const QString& from, const QString& to) {
        click("event orders/" + from);
        press(Qt::Key_F2);
        enter(to);
        QVERIFY(id("event orders/" + to));
    }
    /// The drive does not answer from now on; the window comes back all the same.
    void saveInVain() {
        silence.emplace(file);
        const double before = stoodInLine();
        QElapsedTimer time;
        time.start();
        press(Qt::Key_S, Qt::ControlModifier);
        took = static_cast<double>(time.elapsed()) - (stoodInLine() - before);
        QVERIFY(document().isSaving());
        QVERIFY(saysAnywhere(*window).contains("Saving …"));
        QVERIFY(window->windowTitle().startsWith("• "));
    }
    QStringList leftovers() const { return QDir(place.setup.journals).entryList({"*.journal"}); }
};

} // namespace

/// By the clock, for it waits and does not work.
void SlowDrive::windowComesBackInTime() {
    Editor editor;
    editor.rename("OrderPlaced", "OrderTaken");
    editor.saveInVain();
    QVERIFY2(editor.took < 100, qPrintable(QString::number(editor.took)));
}

void SlowDrive::workGoesOn() {
    Editor user;
    user.rename("OrderPlaced", "OrderTaken");
    const std::string mine = user.text().toStdString();
    user.saveInVain();
    user.rename("OrderTaken", "OrderNoted");
    user.settle();
    user.picture("slow-drive");
    QTRY_COMPARE_WITH_TIMEOUT(user.leftovers().size(), 1, 10'000); // a crash would lose nothing
    user.silence.reset();
    QTRY_VERIFY(user.toasted().startsWith("Saved to"));
    QCOMPARE(read(user.file), mine);
    QVERIFY(user.document().isDirty()); // by what was done meanwhile
    user.save();
    QVERIFY(!user.document().isDirty());
    QVERIFY(saysAnywhere(*user.window).contains("Saved"));
    QCOMPARE(read(user.file), user.text().toStdString());
    QTest::qWait(500);
    QVERIFY(user.bar("on disk") == nullptr); // one's own writing is nobody else's
    QCOMPARE(user.window->noticed(), QString());
    QVERIFY(user.leftovers().isEmpty());
}

void SlowDrive::closesOnceItIsSaved() {
    Editor user;
    user.rename("OrderPlaced", "OrderTaken");
    const std::string mine = user.text().toStdString();
    user.saveInVain();
    user.press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(user.window->isVisible());
    user.picture("close-while-saving");
    user.answer("still being saved", "Stay");
    user.silence.reset();
    QTRY_VERIFY(!user.document().isSaving());
    QVERIFY(user.window->isVisible());

    user.rename("OrderTaken", "OrderSeen");
    user.saveInVain();
    user.press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(user.bar("still being saved") != nullptr);
    QTest::qWait(0);                                                       // it finds its place
    user.click(*user.bar("still being saved")->findChild<QToolButton*>()); // closing it is to stay, too
    QVERIFY(user.bar("still being saved") == nullptr);
    user.silence.reset();
    QTRY_VERIFY(!user.document().isSaving());
    QTest::qWait(500);
    QVERIFY(!user.window.isNull() && user.window->isVisible());

    user.rename("OrderSeen", "OrderNoted");
    user.saveInVain();
    user.press(Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(user.bar("still being saved") != nullptr);
    user.silence.reset();
    QTRY_VERIFY(user.window.isNull());
    QVERIFY(read(user.file).find("OrderNoted") != std::string::npos);
    QVERIFY(user.leftovers().isEmpty());
}

/// The next start offers what may not have been written.
void SlowDrive::closesWithoutWaiting() {
    Editor user;
    user.rename("OrderPlaced", "OrderTaken");
    const std::string mine = user.text().toStdString();
    user.saveInVain();
    user.press(Qt::Key_Q, Qt::ControlModifier);
    user.answer("still being saved", "Close without waiting");
    QTRY_VERIFY(user.window.isNull());
    user.silence.reset();
    const auto leftovers = document::findLeftovers(user.place.setup.journals);
    QCOMPARE(leftovers.size(), std::size_t(1));
    QCOMPARE(*document::textOf(*leftovers.front().opened.state)->files.front().text, mine);
    QTRY_COMPARE(read(user.file), mine); // the drive answered after all
}

/// Once the drive has answered after all there is nothing to offer, before it has been offered or after.
void SlowDrive::offersOnlyWhatIsNotWritten() {
    const auto letGo = [](Editor& user) {
        user.rename("OrderPlaced", "OrderTaken");
        user.saveInVain();
        user.press(Qt::Key_Q, Qt::ControlModifier);
        user.answer("still being saved", "Close without waiting");
        QTRY_VERIFY(user.window.isNull());
        QCOMPARE(user.leftovers().size(), 1);
        user.start();
    };
    Editor user;
    letGo(user);
    user.windows.offerLeftovers(*user.window);
    QVERIFY(user.bar("was not saved") != nullptr);
    user.silence.reset();
    QTRY_VERIFY(user.bar("was not saved") == nullptr);
    QVERIFY(user.leftovers().isEmpty());

    Editor other;
    letGo(other);
    other.silence.reset();
    QTRY_VERIFY(read(other.file).find("OrderTaken") != std::string::npos);
    other.windows.offerLeftovers(*other.window);
    QVERIFY(other.bar("was not saved") == nullptr);
    QVERIFY(other.leftovers().isEmpty());
}

QTEST_MAIN(SlowDrive)
#include "tst_21_slow_drive.moc"
