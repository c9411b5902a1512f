// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include "canvas/canvas.h"
#include "place.h"
#include "shell/difference_window.h"
#include "shell/notice_bar.h"
#include "shell/outside_changes.h"
#include "shell/sample_card.h"
#include "shell/windows.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;
using shell::Windows;

namespace {

/// The program's windows, the first of them shown.
struct Desk {
    Place place;
    Windows windows{place.setup};
    QPointer<MainWindow> window{&windows.add()};

    Desk() {
        window->resize(1200, 800);
        window->QWidget::show();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    std::filesystem::path tinyFile() const {
        write(place.file("m.factline.yaml"), tiny);
        return place.file("m.factline.yaml");
    }
    static void rename(MainWindow& window, const char* name) {
        const Lookup lookup(window.document().snapshot()->model);
        for (const Located& located : lookup.all())
            if (located.key.kind == ElementKind::Event)
                QVERIFY(window.document().apply(edit::Rename{located.id(), name}));
    }
};

/// The bar that says this, in any window's column of bars; null where none does.
shell::NoticeBar* barSaying(const MainWindow& window, const QString& text) {
    for (auto* bar : window.findChildren<shell::NoticeBar*>())
        if (bar->text().contains(text)) return bar;
    return nullptr;
}

/// Then it looks whether its file was written.
void comesToTheFront(MainWindow& window) {
    QEvent activation(QEvent::WindowActivate);
    QApplication::sendEvent(&window, &activation);
}

void press(shell::NoticeBar* bar, const QString& button) {
    QVERIFY(bar != nullptr);
    for (auto* each : bar->findChildren<QPushButton*>())
        if (each->isVisible() && each->text() == button) {
            QTest::mouseClick(each, Qt::LeftButton);
            return;
        }
    QFAIL(qPrintable("no button " + button));
}

} // namespace

/// Models come from disk and go there; nothing is lost on the way, and no dialog stands in it.
class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void savesAndReopens();
    void saveAsBelongsToTheNewFile();
    void failedSaveIsSaid();
    void closingAsksInABar();
    void closingSavesOrDiscards();
    void outsideChangeReloadsWhatIsClean();
    void outsideChangeAsksWhereBothChanged();
    void leftoverIsOfferedAndRecovered();
    void leftoverIsDiscarded();
    void recentFilesAreRemembered();
    void startPageBeginsModels();
    void startPageCountsWhatIsDrawn();
    void templatesBeginModels();
    void pastesYaml();
    void twoWindows();
    void quitStaysWhereSomethingIsUnsaved();
};

void TestFiles::savesAndReopens() {
    Desk desk;
    const auto file = desk.tinyFile();
    QVERIFY(opens(*desk.window, file));
    Desk::rename(*desk.window, "OrderTaken");
    QVERIFY(desk.window->windowTitle().startsWith("• "));
    QVERIFY(saysAnywhere(*desk.window).contains("Unsaved"));
    QTest::keyClick(desk.window, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!desk.window->document().isDirty());
    QVERIFY(saysAnywhere(*desk.window).contains("Saved"));
    const std::string text = read(file);
    QVERIFY(text.find("OrderTaken: {announces: [order]") != std::string::npos);
    QVERIFY(opens(*desk.window, file));
    QCOMPARE(desk.window->document().snapshot()->model.contexts.front()->events.front()->name,
             std::string("OrderTaken"));
}

void TestFiles::saveAsBelongsToTheNewFile() {
    Desk desk;
    QVERIFY(opens(*desk.window, desk.tinyFile()));
    Desk::rename(*desk.window, "OrderTaken");
    const auto other = desk.place.file("other.factline.yaml");
    desk.window->saveAs(other);
    QTRY_VERIFY(!desk.window->document().isDirty());
    QCOMPARE(desk.window->windowTitle(), QString("other.factline.yaml — Factline"));
    QCOMPARE(read(desk.place.file("m.factline.yaml")), tiny);
    QVERIFY(read(other).find("OrderTaken") != std::string::npos);
}

void TestFiles::failedSaveIsSaid() {
    Desk desk;
    QVERIFY(opens(*desk.window, desk.tinyFile()));
    Desk::rename(*desk.window, "OrderTaken");
    write(desk.place.file("in-the-way"), "a file");
    desk.window->saveAs(desk.place.file("in-the-way/m.factline.yaml"));
    QTRY_VERIFY(!desk.window->noticed().isEmpty());
    QVERIFY(desk.window->document().isDirty());
}

void TestFiles::closingAsksInABar() {
    Desk desk;
    QVERIFY(opens(*desk.window, desk.tinyFile()));
    Desk::rename(*desk.window, "OrderTaken");
    QVERIFY(!desk.window->close());
    QVERIFY(desk.window->isVisible());
    press(barSaying(*desk.window, "not saved"), "Stay");
    QVERIFY(desk.window->isVisible());
    QVERIFY(barSaying(*desk.window, "not saved") == nullptr);
    QVERIFY(desk.window->document().isDirty());
}

void TestFiles::closingSavesOrDiscards() {
    Desk desk;
    const auto file = desk.tinyFile();
    MainWindow& second = desk.windows.add(); // so that closing the first does not end the program
    second.QWidget::show();
    QVERIFY(opens(*desk.window, file));
    Desk::rename(*desk.window, "OrderTaken");
    QVERIFY(!desk.window->close());
    press(barSaying(*desk.window, "not saved"), "Save");
    QTRY_VERIFY(desk.window.isNull());
    QVERIFY(read(file).find("OrderTaken") != std::string::npos);

    QVERIFY(opens(second, file));
    QPointer<MainWindow> watched(&second);
    Desk::rename(second, "OrderLost");
    QVERIFY(!second.close());
    press(barSaying(second, "not saved"), "Discard");
    QTRY_VERIFY(watched.isNull());
    QVERIFY(read(file).find("OrderLost") == std::string::npos);
    QVERIFY(document::findLeftovers(desk.place.setup.journals).empty());
}

void TestFiles::outsideChangeReloadsWhatIsClean() {
    Desk desk;
    const auto file = desk.tinyFile();
    QVERIFY(opens(*desk.window, file));
    write(file, tiny + "      OrderShipped: {announces: [order]}\n");
    comesToTheFront(*desk.window);
    QTRY_COMPARE(desk.window->document().snapshot()->model.contexts.front()->events.size(), std::size_t(2));
    QVERIFY(!desk.window->document().isDirty());
    press(barSaying(*desk.window, "changed"), "Back to the former version");
    QCOMPARE(desk.window->document().snapshot()->model.contexts.front()->events.size(), std::size_t(1));
    QVERIFY(desk.window->document().isDirty());
}

void TestFiles::outsideChangeAsksWhereBothChanged() {
    Desk desk;
    const auto file = desk.tinyFile();
    const std::string theirs = tiny + "      OrderShipped: {announces: [order]}\n";
    QVERIFY(opens(*desk.window, file));
    Desk::rename(*desk.window, "OrderTaken");
    write(file, theirs);
    comesToTheFront(*desk.window);
    QTRY_VERIFY(barSaying(*desk.window, "so did you"));
    QCOMPARE(desk.window->document().snapshot()->model.contexts.front()->events.size(), std::size_t(1));

    press(barSaying(*desk.window, "so did you"), "Compare");
    auto* difference = desk.window->findChild<shell::DifferenceWindow*>();
    QVERIFY(difference != nullptr && difference->isVisible());
    const QString shown = difference->findChild<QPlainTextEdit*>()->toPlainText();
    QVERIFY2(shown.contains("−       OrderTaken"), qPrintable(shown));
    QVERIFY2(shown.contains("+       OrderShipped"), qPrintable(shown));

    press(barSaying(*desk.window, "so did you"), "Keep mine"); // the bar still stands
    QVERIFY(desk.window->document().isDirty());
    QTest::keyClick(desk.window, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!desk.window->document().isSaving());
    QVERIFY2(desk.window->noticed().isEmpty(), qPrintable(desk.window->noticed()));
    QVERIFY(read(file).find("OrderTaken") != std::string::npos);

    Desk::rename(*desk.window, "OrderNoted");
    write(file, theirs);
    comesToTheFront(*desk.window);
    QTRY_VERIFY(barSaying(*desk.window, "so did you"));
    press(barSaying(*desk.window, "so did you"), "Take theirs");
    QCOMPARE(desk.window->document().snapshot()->model.contexts.front()->events.size(), std::size_t(2));
    QVERIFY(!desk.window->document().isDirty());
    desk.window->undo(); // and nothing of mine is lost
    QCOMPARE(desk.window->document().snapshot()->model.contexts.front()->events.front()->name,
             std::string("OrderNoted"));
}

void TestFiles::leftoverIsOfferedAndRecovered() {
    Desk desk;
    {
        // What a program that was killed leaves behind.
        document::Document lost;
        document::Journal journal(lost, desk.place.setup.journals);
        lost.show(document::openText(tiny), true);
        journal.writeNow();
    }
    desk.windows.offerLeftovers(*desk.window);
    auto* bar = barSaying(*desk.window, "Untitled");
    press(bar, "Look at the difference");
    auto* difference = desk.window->findChild<shell::DifferenceWindow*>();
    QVERIFY(difference != nullptr);
    QVERIFY(difference->findChild<QPlainTextEdit*>()->toPlainText().contains("OrderPlaced"));
    press(barSaying(*desk.window, "Untitled"), "Recover");
    QVERIFY(desk.window->document().isOpen());
    QVERIFY(desk.window->document().isDirty());
    QCOMPARE(desk.window->document().snapshot()->model.name, std::string("Tiny"));
    // Killed once more, it is still there: the own journal was written first.
    QCOMPARE(QDir(desk.place.setup.journals).entryList({"*.journal"}).size(), 1);
}

void TestFiles::leftoverIsDiscarded() {
    Desk desk;
    {
        document::Document lost;
        document::Journal journal(lost, desk.place.setup.journals);
        lost.show(document::openText(tiny), true);
        journal.writeNow();
    }
    desk.windows.offerLeftovers(*desk.window);
    press(barSaying(*desk.window, "Untitled"), "Discard");
    QVERIFY(!desk.window->document().isOpen());
    QVERIFY(QDir(desk.place.setup.journals).entryList({"*.journal"}).isEmpty());
}

void TestFiles::recentFilesAreRemembered() {
    Desk desk;
    const auto file = desk.tinyFile();
    QVERIFY(opens(*desk.window, file));
    desk.window->saveAs(desk.place.file("other.factline.yaml"));
    QTRY_VERIFY(!desk.window->document().isSaving());
    const QStringList expected{desk.place.folder.filePath("other.factline.yaml"),
                               desk.place.folder.filePath("m.factline.yaml")};
    QCOMPARE(desk.place.setup.settings->recentFiles(), expected);
    // A window that comes later shows them on its start page, and one click opens them.
    MainWindow& second = desk.windows.add();
    second.QWidget::show();
    QFile::remove(expected[1]);
    desk.place.setup.settings->lookForFiles();
    QTRY_COMPARE(desk.place.setup.settings->recentFiles(), expected.mid(0, 1));
    QTest::qWait(0); // the list is made anew
    for (auto* button : second.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith("other.factline.yaml")) {
            QVERIFY(desk.window->close());
            QTRY_VERIFY(desk.window.isNull());
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE(second.windowTitle(), QString("other.factline.yaml — Factline"));
            return;
        }
    QFAIL("the start page does not list it");
}

void TestFiles::startPageBeginsModels() {
    Desk desk;
    QSignalSpy finished(desk.window, &MainWindow::finished);
    QVERIFY(finished.wait(20'000)); // every card has its picture
    const auto cards = desk.window->findChildren<shell::SampleCard*>();
    QCOMPARE(cards.size(), 3);
    QTest::mouseClick(cards.front(), Qt::LeftButton);
    QVERIFY(desk.window->document().isOpen());
    QCOMPARE(desk.window->document().snapshot()->model.name, std::string("A small theatre"));
    QVERIFY(!desk.window->document().isDirty());
    QVERIFY(desk.window->document().file().empty());              // a copy: the example stays as it is
    QTest::keyClick(desk.window, Qt::Key_N, Qt::ControlModifier); // untouched, it may give way
    QCOMPARE(desk.windows.all().size(), std::size_t(1));
    QVERIFY(desk.window->document().snapshot()->model.contexts.empty());
}

void TestFiles::startPageCountsWhatIsDrawn() {
    Desk desk;
    for (qsizetype i = 0; i < 3; ++i) {
        MainWindow& window = desk.windows.add();
        window.QWidget::show();
        auto* card = window.findChildren<shell::SampleCard*>().at(i);
        const QString said = card->accessibleDescription();
        card->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.document().isOpen() && !window.busy(), 20'000);
        // The stage of today: the retailer holds elements of others, which are not in its picture.
        const auto& nodes = window.view().diagram().nodes;
        const auto drawn = std::ranges::count_if(nodes, [](const auto& node) { return bool(node.id); });
        QVERIFY2(said.endsWith(QString("(%1 elements)").arg(drawn)), qPrintable(said));
    }
}

void TestFiles::templatesBeginModels() {
    Desk desk;
    for (auto* menu : desk.window->findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            if (action->text() == "A small model to begin with") action->trigger();
    QVERIFY(desk.window->document().isOpen());
    QVERIFY(!desk.window->document().snapshot()->model.contexts.empty());
    QVERIFY(desk.window->document().snapshot()->base->problems.empty());
}

void TestFiles::pastesYaml() {
    Desk desk;
    QApplication::clipboard()->setText(QString::fromStdString(tiny));
    QTest::keyClick(desk.window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.window->document().isOpen());
    QCOMPARE(desk.window->document().snapshot()->model.name, std::string("Tiny"));
    QVERIFY(desk.window->document().isDirty());
    QApplication::clipboard()->clear();
    QTest::keyClick(desk.window, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.window->noticed().contains("clipboard"));
}

void TestFiles::twoWindows() {
    Desk desk;
    const auto file = desk.tinyFile();
    QVERIFY(opens(*desk.window, file));
    MainWindow& second = desk.windows.open(retail, *desk.window);
    QVERIFY(&second != desk.window);
    QTRY_VERIFY_WITH_TIMEOUT(!second.busy(), 20'000);
    QCOMPARE(&desk.windows.open(file, second), desk.window.data()); // raised, not opened twice
    QCOMPARE(desk.windows.all().size(), std::size_t(2));
    Desk::rename(*desk.window, "OrderTaken");
    QVERIFY(desk.window->document().isDirty());
    QVERIFY(!second.document().isDirty());
    desk.window->chooseTheme(shell::ThemeChoice::Dark);
    QVERIFY(second.grab().toImage().pixelColor(600, 2).lightness() < 60);
    desk.window->chooseTheme(shell::ThemeChoice::Light);
}

void TestFiles::quitStaysWhereSomethingIsUnsaved() {
    Desk desk;
    QVERIFY(opens(*desk.window, desk.tinyFile()));
    Desk::rename(*desk.window, "OrderTaken");
    QPointer<MainWindow> clean(&desk.windows.add());
    clean->QWidget::show();
    QTest::keyClick(clean, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(clean.isNull());
    QVERIFY(desk.window->isVisible());
    QVERIFY(barSaying(*desk.window, "not saved") != nullptr);
}

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
