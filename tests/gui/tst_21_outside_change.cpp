// SPDX-License-Identifier: Apache-2.0
#include <QPlainTextEdit>
#include <QToolButton>

#include "shell/difference_window.h"
#include "shell/notices.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// A colleague saves the same file meanwhile: it is noticed, said, and nothing of either side is lost.
class OutsideChange : public QObject {
    Q_OBJECT
private slots:
    void followsWhatIsClean();
    void followsWhatIsPutInItsPlace();
    void followsPlacesThatAppear();
    void followsWhatIsIncludedLater();
    void asksWhereBothChanged();
    void asksAgainWhereNobodyAnswered();
    void keepsMine();
    void twoCopiesOfTheProgram();
    void folderGoesAndComesBack();
    void savingWhileTheFolderIsAway();
    void twoWindowsOnOneFile();
    void ownSavesRaiseNothing();
};

namespace {

struct Editor : User {
    std::filesystem::path file;
    std::string theirs = tiny + "      OrderShipped: {announces: [order]}\n";

    explicit Editor(const char* name = "tiny.factline.yaml")
        : file(place.file(name)) {
        std::filesystem::create_directories(file.parent_path());
        write(file, tiny);
        open(file);
    }
    void rename(const QString& name) {
        click("event orders/OrderPlaced");
        press(Qt::Key_F2);
        enter(name);
    }
};

/// Another program does; whether it could.
bool saves(document::Document& document) {
    document.save();
    return document.waitUntilSaved(20'000) && !document.isDirty();
}

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

/// Most programs write a file of their own and give it the name of the old one.
void OutsideChange::followsWhatIsPutInItsPlace() {
    Editor user;
    std::string theirs = tiny;
    for (int i = 1; i <= 3; ++i) { // each time another file of that name
        theirs += "      OrderShipped" + std::to_string(i) + ": {announces: [order]}\n";
        const auto beside = user.place.file("theirs~");
        write(beside, theirs);
        std::filesystem::rename(beside, user.file);
        QTRY_COMPARE(user.text().toStdString(), theirs);
        QVERIFY(user.bar("changed tiny on disk") != nullptr);
        QVERIFY(!user.document().isDirty());
    }
    // Work goes on, and their next one is no reason to lose it.
    user.settle();
    user.rename("OrderTaken");
    const QString mine = user.text();
    write(user.place.file("theirs~"), tiny);
    std::filesystem::rename(user.place.file("theirs~"), user.file);
    QTRY_VERIFY(user.bar("so did you") != nullptr);
    QCOMPARE(user.text(), mine);
}

/// Somebody arranges the model elsewhere, and the file of places comes beside it.
void OutsideChange::followsPlacesThatAppear() {
    Editor user;
    const auto sidecar = user.place.file("tiny.layout.json");
    QVERIFY(!std::filesystem::exists(sidecar));
    const auto at = [&] { return user.places().at("event orders/OrderPlaced").topLeft(); };
    for (const int x : {304, 400}) { // it appears, and is replaced
        const auto beside = user.place.file("places~");
        write(beside, R"({"format": 1, "nodes": {"context orders": [0, 0], "event orders/OrderPlaced": [)" +
                          std::to_string(x) + R"(, 128], "fact orders/order": [16, 40]}})");
        std::filesystem::rename(beside, sidecar);
        QTRY_COMPARE(at(), QPointF(x, 128));
    }
    QVERIFY(user.bar("changed tiny on disk") != nullptr);
    QVERIFY(!user.document().isDirty());
    QCOMPARE(user.text().toStdString(), tiny);
}

/// A context that another team adds to its folder comes into the picture.
void OutsideChange::followsWhatIsIncludedLater() {
    User user;
    const auto file = user.place.file("all.factline.yaml");
    write(file, tiny + "include: [teams/*.yaml]\n");
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(user.window->noticed().contains("teams/*.yaml")); // there is none yet
    user.settle();
    const std::filesystem::path teams = file.parent_path() / "teams";
    std::filesystem::create_directory(teams);
    QTest::qWait(500); // an empty folder is nothing yet
    QVERIFY(!user.document().isDirty());
    write(teams / "finance.yaml", "factline: 1\ncontexts:\n  finance:\n    facts:\n      bill: {}\n");
    QTRY_VERIFY(user.id("fact finance/bill"));
    user.settle();
    QVERIFY(user.places().contains("context finance"));
    std::filesystem::remove(teams / "finance.yaml");
    QTRY_VERIFY(!user.id("context finance"));
    QVERIFY(user.id("event orders/OrderPlaced"));
}

void OutsideChange::asksWhereBothChanged() {
    Editor user;
    user.rename("OrderTaken");
    write(user.file, user.theirs);
    QTRY_VERIFY(user.bar("so did you") != nullptr);
    // Saving now would take theirs away: it is refused, and says so.
    user.save();
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), user.theirs);
    QTRY_VERIFY(user.bar("Nothing was saved") != nullptr);
    QVERIFY(user.bar("Nothing was saved") == user.bar("so did you"));
    QCOMPARE(user.window->noticed(), QString()); // no second bar for one thing

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
    user.save();
    QVERIFY(!user.document().isDirty());
    QVERIFY(read(user.file).find("OrderTaken") != std::string::npos);
}

/// Whoever closes the bar has only put the question off: saving asks it again, as often as it takes.
void OutsideChange::asksAgainWhereNobodyAnswered() {
    Editor user;
    user.rename("OrderTaken");
    write(user.file, user.theirs);
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY(user.bar("so did you") != nullptr);
        QTest::qWait(0); // a bar that has just come finds its place
        user.click(*user.bar("so did you")->findChild<QToolButton*>());
        QVERIFY(user.bar("so did you") == nullptr);
        QTest::qWait(500); // by itself it does not come back
        QVERIFY(user.bar("so did you") == nullptr);
        user.save();
        QCOMPARE(read(user.file), user.theirs);
    }
    user.answer("Nothing was saved", "Take theirs");
    QCOMPARE(user.text().toStdString(), user.theirs);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(user.id("event orders/OrderTaken"));
    user.save();
    QVERIFY(!user.document().isDirty());
}

void OutsideChange::keepsMine() {
    Editor user;
    user.rename("OrderTaken");
    write(user.file, user.theirs);
    user.answer("so did you", "Keep mine");
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), user.theirs); // only Save writes
    user.save();
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(user.file), user.text().toStdString());
    QVERIFY(user.id("event orders/OrderTaken") && !user.id("event orders/OrderShipped"));
    user.press(Qt::Key_Z, Qt::ControlModifier); // theirs is no longer on disk: it is here
    QCOMPARE(user.text().toStdString(), user.theirs);
    user.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(read(user.file), user.text().toStdString());
}

/// Both have it open, both change it, both save: the second is told, and keeps what they did.
void OutsideChange::twoCopiesOfTheProgram() {
    Editor first;
    document::Document second; // of another process: it knows nothing of the first
    second.show(*document::openFile(first.file));
    first.rename("OrderTaken");
    Fact price;
    price.name = "price";
    QVERIFY(second.apply(edit::AddElement{price, second.snapshot()->model.contexts[0]->id, {}}));
    const std::string theirs = *second.text()->files.front().text;
    QVERIFY(saves(second));
    first.save(); // at once, before anybody could have told
    QVERIFY(first.document().isDirty());
    QCOMPARE(read(first.file), theirs);
    QTRY_VERIFY(first.bar("so did you") != nullptr);
    first.answer("so did you", "Take theirs");
    QVERIFY(first.id("fact orders/price"));
    first.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(first.id("event orders/OrderTaken"));
}

/// A network drive that disappears in the middle of the work.
void OutsideChange::folderGoesAndComesBack() {
    Editor user("drive/tiny.factline.yaml");
    const auto drive = user.file.parent_path();
    user.rename("OrderTaken");
    std::filesystem::remove_all(drive);
    QTRY_VERIFY(user.bar("What this window shows is kept") != nullptr);
    user.press(Qt::Key_T); // work goes on
    user.enter("price");
    QVERIFY(user.id("fact orders/price"));
    std::filesystem::create_directory(drive);
    write(user.file, tiny);
    QTRY_VERIFY(user.bar("What this window shows is kept") == nullptr);
    QCOMPARE(user.window->noticed(), QString());
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), tiny);
    user.save();
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(user.file), user.text().toStdString());
    QVERIFY(user.document().history().canUndo());
}

/// Saving makes no folder anew where the drive was, as it would be hidden below the drive later; the next
/// save, once it is back, needs nothing more.
void OutsideChange::savingWhileTheFolderIsAway() {
    Editor user("drive/tiny.factline.yaml");
    const auto drive = user.file.parent_path();
    const auto away = drive.string() + "-away";
    user.rename("OrderTaken");
    const QString mine = user.text();
    std::filesystem::rename(drive, away);
    user.save(); // at once, before anything is noticed
    QTRY_VERIFY(user.bar("is not there; nothing was written, and nothing is lost") != nullptr);
    QTRY_VERIFY(user.bar("is not there at the moment") != nullptr);
    user.save();
    QVERIFY(!std::filesystem::exists(drive));
    QVERIFY(user.document().isDirty() && user.document().history().canUndo());
    QCOMPARE(user.text(), mine);
    std::filesystem::rename(away, drive);
    QCOMPARE(read(user.file), tiny);
    user.save(); // again before anything is noticed
    QVERIFY(!user.document().isDirty());
    QCOMPARE(read(user.file), mine.toStdString());
    QTRY_COMPARE(user.window->noticed(), QString());
    QTest::qWait(1500); // until it has been looked for again
    QVERIFY(!user.document().isDirty());
    QCOMPARE(user.window->noticed(), QString());
}

/// Two copies of the program, with one folder of what a crash would lose: they take turns saving, and neither
/// takes the other's journal for a leftover.
void OutsideChange::twoWindowsOnOneFile() {
    Editor first;
    shell::Windows other(first.place.setup);
    QPointer<shell::MainWindow> second = &other.add();
    second->QWidget::show();
    QVERIFY(opens(*second, first.file));
    const auto add = [](document::Document& document, const char* name) {
        Fact fact;
        fact.name = name;
        QVERIFY(document.apply(edit::AddElement{fact, document.snapshot()->model.contexts[0]->id, {}}));
    };
    first.activate();
    first.rename("OrderTaken");
    add(second->document(), "price");
    const QDir journals(first.place.setup.journals);
    QTRY_COMPARE_WITH_TIMEOUT(journals.entryList({"*.journal"}).size(), 2, 10'000);
    QVERIFY(document::findLeftovers(journals.path()).empty());

    first.save();
    const std::string saved = first.text().toStdString();
    QCOMPARE(read(first.file), saved);
    QCOMPARE(journals.entryList({"*.journal"}).size(), 1); // the other's
    QVERIFY(!saves(second->document()));                   // it has not seen what the first did
    QCOMPARE(read(first.file), saved);
    QTRY_VERIFY(second->findChild<shell::Notices*>()->text("disk").contains("so did you"));
    for (auto* button : second->findChildren<QPushButton*>())
        if (button->text() == "Take theirs" && button->isVisible()) {
            button->click();
            break;
        }
    QCOMPARE(*second->document().text()->files.front().text, saved);

    add(second->document(), "price"); // and on top of it
    QVERIFY(saves(second->document()));
    QTRY_VERIFY(first.id("fact orders/price")); // the first had nothing unsaved and follows
    QVERIFY(first.id("event orders/OrderTaken"));
    QVERIFY(!first.document().isDirty());
}

void OutsideChange::ownSavesRaiseNothing() {
    Editor user;
    for (int i = 0; i < 10; ++i) {
        user.press(Qt::Key_T);
        user.enter(QStringLiteral("fact-%1").arg(i));
        user.save();
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
