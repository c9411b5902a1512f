// SPDX-License-Identifier: Apache-2.0
#include "shell/docks.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QTabBar>

#include "canvas/canvas.h"
#include "place.h"
#include "shell/tab_pills.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;

/// The panels stand as docks where they belong, and can be moved, closed and put back.
class TestDocks : public QObject {
    Q_OBJECT
private slots:
    void everyPanelIsADock();
    void areHiddenWhileNothingIsOpen();
    void resetPutsThemBack();
    void resetKeepsTheKeyboard();
    void stateOutlivesTheWindow();
    void nonsenseGivesTheDefault();
    void titlesCount();
    void countsGrow();
    void smallWindowsLeaveRoomForTheMap();
    void whatIsAskedForStays();
    void aTabFoldsThePanelsBelow();
    void keysShowAPanel();
};

namespace {

void showOpen(MainWindow& window) {
    window.resize(1400, 900);
    window.QWidget::show();
    QVERIFY(opens(window, retail));
}

} // namespace

void TestDocks::everyPanelIsADock() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    for (const auto& kind : panels::panelKinds()) {
        const QDockWidget* dock = window.docks().dock(kind.id);
        QVERIFY2(dock != nullptr, kind.id);
        QCOMPARE(window.dockWidgetArea(window.docks().dock(kind.id)), kind.area);
        QCOMPARE(!dock->isHidden(), kind.shown);
    }
}

void TestDocks::areHiddenWhileNothingIsOpen() {
    Place place;
    MainWindow window(place.setup);
    window.QWidget::show();
    for (const auto* dock : window.findChildren<QDockWidget*>())
        QVERIFY(dock->isHidden());
    QVERIFY(opens(window, retail));
    QVERIFY(window.docks().dock("outline")->isVisible());
}

void TestDocks::resetPutsThemBack() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    auto* outline = window.docks().dock("outline");
    window.addDockWidget(Qt::RightDockWidgetArea, outline);
    window.docks().dock("inspector")->hide();
    window.actions().find("reset-layout")->trigger();
    QCOMPARE(window.dockWidgetArea(outline), Qt::LeftDockWidgetArea);
    QVERIFY(window.docks().dock("inspector")->isVisible());
}

void TestDocks::resetKeepsTheKeyboard() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.docks().show("outline");
    QWidget* keyboard = QApplication::focusWidget();
    QVERIFY(window.docks().panel("outline")->isAncestorOf(keyboard));
    window.actions().find("reset-layout")->trigger();
    QCOMPARE(QApplication::focusWidget(), keyboard);
}

void TestDocks::stateOutlivesTheWindow() {
    Place place;
    {
        MainWindow window(place.setup);
        showOpen(window);
        window.addDockWidget(Qt::RightDockWidgetArea, window.docks().dock("outline"));
        QVERIFY(window.close());
    }
    MainWindow again(place.setup);
    QCOMPARE(again.size(), QSize(1400, 900));
    showOpen(again);
    QCOMPARE(again.dockWidgetArea(again.docks().dock("outline")), Qt::RightDockWidgetArea);
}

void TestDocks::nonsenseGivesTheDefault() {
    Place place;
    place.setup.settings->setDocks("no state of any window");
    MainWindow window(place.setup);
    showOpen(window);
    QCOMPARE(window.dockWidgetArea(window.docks().dock("outline")), Qt::LeftDockWidgetArea);
    QVERIFY(window.docks().dock("outline")->isVisible());
    QVERIFY(window.docks().dock("problems")->isVisible());
}

void TestDocks::titlesCount() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    const auto counts = jobs::countsOf(*window.judge().latest());
    const auto all = counts.errors + counts.warnings + counts.hints;
    QCOMPARE(window.docks().dock("problems")->windowTitle(), QString("Problems"));
    const auto pill = [&]() -> QLabel* {
        for (const auto* bar : window.findChildren<QTabBar*>())
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->tabText(tab) == "Problems")
                    return qobject_cast<QLabel*>(bar->tabButton(tab, QTabBar::RightSide));
        return nullptr;
    };
    QTRY_VERIFY(pill() != nullptr);
    QCOMPARE(pill()->text(), QString::number(all));
    QVERIFY(pill()->isVisible());
    window.docks().reset(); // the tabs are made anew
    QTRY_VERIFY(pill() != nullptr && pill()->isVisible());
    QCOMPARE(pill()->text(), QString::number(all));
}

void TestDocks::countsGrow() {
    QMainWindow window;
    auto* bar = new QTabBar(&window);
    bar->addTab("Problems");
    window.show();
    const auto theme = picture::loadTheme("light").value();
    for (const int count : {0, 3, 9, 10, 18, 100, 7}) {
        shell::showPills(window, {{"Problems", {count, shell::PillLook::Warning}}}, theme);
        const auto* label = qobject_cast<QLabel*>(bar->tabButton(0, QTabBar::RightSide));
        QCOMPARE(label != nullptr, count > 0);
        if (!label) continue;
        QCOMPARE(label->text(), QString::number(count));
        QVERIFY2(label->isVisible(), qPrintable(label->text()));
        QVERIFY(label->width() >= label->sizeHint().width());
    }
}

/// On a projector the map gets the room of what is below it and of the outline; with a larger window they
/// come back. Who has chosen a height keeps it.
void TestDocks::smallWindowsLeaveRoomForTheMap() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    const auto* problems = window.docks().dock("problems");
    const auto* outline = window.docks().dock("outline");
    const auto resize = [&](int width, int height) {
        window.resize(width, height);
        QTest::qWait(50);
    };
    resize(1440, 900);
    const int usual = problems->height();
    QVERIFY(outline->isVisible());
    resize(1280, 720);
    QTRY_VERIFY2(window.view().height() > 540, qPrintable(QString::number(window.view().height())));
    QVERIFY2(window.view().width() > 900, qPrintable(QString::number(window.view().width())));
    QVERIFY(outline->isHidden());
    resize(1440, 900);
    QTRY_COMPARE(problems->height(), usual);
    QVERIFY(outline->isVisible());
    window.resizeDocks({window.docks().dock("problems")}, {usual + 100}, Qt::Vertical);
    QTRY_VERIFY(problems->height() > usual);
    const int chosen = problems->height();
    resize(1280, 720);
    QCOMPARE(problems->height(), chosen);
}

/// What was asked for in a small window stays there, and comes again with the next one.
void TestDocks::whatIsAskedForStays() {
    Place place;
    {
        MainWindow window(place.setup);
        showOpen(window);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.resize(1280, 720);
        QTRY_VERIFY(window.view().height() > 540);
        // What has gone by itself leaves a button behind, for as long as it is away.
        auto* offer = window.findChild<QAbstractButton*>("offer-panel-outline");
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(window.rect().contains(QRect(offer->mapTo(&window, QPoint()), offer->size())));
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_VERIFY(window.docks().dock("outline")->isVisible());
        QTRY_VERIFY(!offer->isVisible());
        window.docks().show("yaml");
        QTRY_VERIFY(window.docks().panel("yaml")->height() > 100);
        QTRY_VERIFY(window.docks().panel("yaml")->isAncestorOf(QApplication::focusWidget()));
        window.resize(1200, 700);
        QTest::qWait(50);
        QVERIFY(window.docks().dock("outline")->isVisible());
        QVERIFY(window.view().height() < 500);
        QVERIFY(window.close());
    }
    MainWindow again(place.setup);
    again.QWidget::show();
    QVERIFY(opens(again, retail));
    QTest::qWait(100);
    QVERIFY(again.docks().dock("outline")->isVisible());
    QVERIFY2(again.view().height() < 500, qPrintable(QString::number(again.view().height())));
    again.actions().find("reset-layout")->trigger(); // as at the first start
    QTRY_VERIFY(again.view().height() > 500);
    QVERIFY(again.docks().dock("outline")->isHidden());
}

/// The tab in front folds the panels below, any tab unfolds them; so do their keys.
void TestDocks::aTabFoldsThePanelsBelow() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto click = [&](const char* title) {
        for (auto* bar : window.findChildren<QTabBar*>())
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->isVisible() && bar->tabText(tab) == QLatin1String(title))
                    return QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        QFAIL(title);
    };
    const int open = window.view().height();
    window.docks().show("problems");
    click("Problems");
    QTRY_VERIFY(window.view().height() > open + 150);
    QVERIFY(window.view().hasFocus()); // and not what nobody sees
    click("YAML");
    QTRY_COMPARE(window.view().height(), open);
    QVERIFY(!window.docks().panel("yaml")->visibleRegion().isEmpty());
    click("Problems"); // another one: comes to the front
    QTest::qWait(50);
    QCOMPARE(window.view().height(), open);
    QVERIFY(!window.docks().panel("problems")->visibleRegion().isEmpty());
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(window.view().height() > open + 150);
    QTest::keyClick(&window, Qt::Key_F8); // what it shows is to be seen
    QTRY_COMPARE(window.view().height(), open);
    QVERIFY(!window.docks().panel("problems")->visibleRegion().isEmpty());
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(window.view().height() > open + 150);
    QTest::keyClick(&window, Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(window.view().height(), open);
    QTRY_VERIFY(window.docks().panel("yaml")->isAncestorOf(QApplication::focusWidget()));
}

void TestDocks::keysShowAPanel() {
    Place place;
    MainWindow window(place.setup);
    showOpen(window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* outline = window.docks().dock("outline");
    outline->hide();
    QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(outline->isVisible());
    QVERIFY(outline->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(&window, Qt::Key_O,
                    Qt::ControlModifier | Qt::ShiftModifier); // in it already: away with it
    QVERIFY(outline->isHidden());
    QVERIFY(window.view().hasFocus());
}

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
