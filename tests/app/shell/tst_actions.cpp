// SPDX-License-Identifier: Apache-2.0
#include "shell/actions.h"

#include <set>

#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>

#include "canvas/canvas.h"
#include "place.h"
#include "shell/chooser.h"
#include "shell/docks.h"
#include "shell/help_pages.h"
#include "shell/help_window.h"
#include "shell/stage_chooser.h"
#include "shell/toast.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;

namespace {

/// A window with a small model in it.
struct Desk {
    Place place;
    MainWindow window{place.setup};

    Desk() {
        write(place.file("m.factline.yaml"), tiny);
        window.resize(1200, 800);
        window.QWidget::show();
        QVERIFY(opens(window, place.file("m.factline.yaml")));
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    ElementId idOf(const ElementKey& key) {
        const Lookup lookup(window.document().snapshot()->model);
        const Located* found = lookup.find(key);
        return found ? found->id() : ElementId{};
    }
    void rename(const char* name) {
        QVERIFY(
            window.document().apply(edit::Rename{idOf({ElementKind::Event, "orders/OrderPlaced"}), name}));
    }
    shell::Chooser* chooser() { return window.findChild<shell::Chooser*>(); }
    void type(const QString& text) {
        auto* field = chooser()->findChild<QLineEdit*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, text);
    }
    void press(Qt::Key key) { QTest::keyClick(chooser()->findChild<QLineEdit*>(), key); }
};

} // namespace

/// One table of actions feeds menus, keys and palette.
class TestActions : public QObject {
    Q_OBJECT
private slots:
    void idsAndKeysAreUnique();
    void everyActionIsInAMenu();
    void keysStandInTheHelp();
    void undoSaysWhatItUndoes();
    void paletteRunsAnAction();
    void paletteShowsKeysAndCloses();
    void jumpSelects();
    void selectionGoesBackAndForward();
    void viewportGoesBackWithTheSelection();
    void zoomKeysWorkAnywhere();
    void stageIsChosen();
    void themeSwitchesLive();
    void copiesThePicture();
    void picturesOfTwoWindows();
    void toastOffersUndoAndGoes();
    void toastGivesWay();
    void aboutNamesLicences();
    void helpPagesBreathe();
};

void TestActions::idsAndKeysAreUnique() {
    std::set<std::string> ids;
    std::set<QString> keys;
    for (const auto& line : shell::actionLines()) {
        QVERIFY2(ids.insert(line.id).second, line.id);
        if (!*line.keys) continue;
        for (const QKeySequence& key : QKeySequence::listFromString(QString::fromLatin1(line.keys))) {
            QVERIFY2(!key.isEmpty(), line.id);
            QVERIFY2(keys.insert(key.toString()).second, line.keys);
        }
    }
    for (const auto& kind : panels::panelKinds())
        if (*kind.shortcut) QVERIFY2(keys.insert(kind.shortcut).second, kind.shortcut);
}

void TestActions::everyActionIsInAMenu() {
    Desk desk;
    QSet<QAction*> shown;
    for (auto* menu : desk.window.menuBar()->findChildren<QMenu*>())
        for (QAction* action : menu->actions())
            shown += action;
    for (const auto& [line, action] : desk.window.actions().all()) {
        QVERIFY2(shown.contains(action), line->id);
        QVERIFY2(!action->text().isEmpty(), line->id);
    }
}

void TestActions::keysStandInTheHelp() {
    const QString page = shell::helpText("help/window");
    for (const auto& line : shell::actionLines()) {
        const auto keys = QKeySequence::listFromString(QString::fromLatin1(line.keys));
        if (*line.keys) QVERIFY2(page.contains("`" + keys.front().toString() + "`"), line.id);
    }
    for (const auto& kind : panels::panelKinds())
        if (*kind.shortcut) QVERIFY2(page.contains(QString("`%1`").arg(kind.shortcut)), kind.id);
}

void TestActions::undoSaysWhatItUndoes() {
    Desk desk;
    auto* undo = desk.window.actions().find("undo");
    QVERIFY(!undo->isEnabled());
    desk.rename("OrderTaken");
    QCOMPARE(undo->text(), QString("Undo Rename OrderPlaced to OrderTaken"));
    QVERIFY(undo->isEnabled());
    QTest::keyClick(&desk.window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.idOf({ElementKind::Event, "orders/OrderPlaced"}));
    QVERIFY(!undo->isEnabled());
    QVERIFY(desk.window.actions().find("redo")->isEnabled());
}

void TestActions::paletteRunsAnAction() {
    Desk desk;
    desk.window.resize(1440, 900); // in a small one the outline stays away by itself
    desk.window.docks().dock("outline")->hide();
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.chooser()->isVisible());
    desk.type("rl"); // the first letters of Reset layout
    desk.press(Qt::Key_Return);
    QVERIFY(desk.chooser()->isHidden());
    QVERIFY(desk.window.docks().dock("outline")->isVisible());
}

void TestActions::paletteShowsKeysAndCloses() {
    Desk desk;
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    desk.type("save");
    const auto* list = desk.chooser()->findChild<QListWidget*>();
    QCOMPARE(list->item(0)->text(), QString("Save"));
    bool keys = false;
    for (int role = Qt::UserRole; role < Qt::UserRole + 8; ++role)
        keys |= list->item(0)->data(role).toString() == "Ctrl+S";
    QVERIFY(keys);
    desk.press(Qt::Key_Escape);
    QVERIFY(desk.chooser()->isHidden());
}

void TestActions::jumpSelects() {
    Desk desk;
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier);
    desk.type("op");
    desk.press(Qt::Key_Return);
    QCOMPARE(desk.window.selection().current(), desk.idOf({ElementKind::Event, "orders/OrderPlaced"}));
    QTest::keyClick(&desk.window, Qt::Key_P, Qt::ControlModifier);
    desk.type("no such thing");
    desk.press(Qt::Key_Return);
    QVERIFY(desk.chooser()->isVisible()); // there was nothing to take
}

void TestActions::selectionGoesBackAndForward() {
    Desk desk;
    auto& selection = desk.window.selection();
    const ElementId fact = desk.idOf({ElementKind::Fact, "orders/order"});
    const ElementId event = desk.idOf({ElementKind::Event, "orders/OrderPlaced"});
    selection.select(fact);
    selection.select(event);
    QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(selection.current(), fact);
    QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier); // the first stays
    QCOMPARE(selection.current(), fact);
    QTest::keyClick(&desk.window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(selection.current(), event);
    selection.clear();
    QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(selection.current(), event);
}

void TestActions::viewportGoesBackWithTheSelection() {
    Desk desk;
    auto& selection = desk.window.selection();
    auto& view = desk.window.view();
    const auto same = [&](const canvas::Look& look) {
        return (view.look().centre - look.centre).manhattanLength() < 0.01 && view.look().scale == look.scale;
    };
    selection.select(desk.idOf({ElementKind::Fact, "orders/order"}));
    view.lookAt({{-300, 40}, 2.5});
    const canvas::Look first = view.look(); // far from what is selected: on purpose
    selection.select(desk.idOf({ElementKind::Event, "orders/OrderPlaced"}));
    view.lookAt({{500, 500}, 0.5});
    const canvas::Look second = view.look();
    QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(same(first));
    desk.window.resize(1000, 700); // the same place in the middle of another window
    QTest::keyClick(&desk.window, Qt::Key_Right, Qt::AltModifier);
    QVERIFY(same(second));
    selection.clear();
    view.fit();
    QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(same(second));
}

void TestActions::zoomKeysWorkAnywhere() {
    Desk desk;
    auto& view = desk.window.view();
    for (const char* panel : {"outline", "inspector", "yaml", "problems"}) {
        desk.window.docks().show(panel);
        QVERIFY2(!view.hasFocus(), panel);
        const double before = view.viewport().scale;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY2(view.viewport().scale > before, panel);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY2(qFuzzyCompare(view.viewport().scale, before), panel);
        view.lookAt({{5000, 5000}, 3});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY2(view.viewport().toDiagram(QRectF(view.rect())).contains(view.extent()), panel);
    }
    const auto& document = desk.window.document();
    QCOMPARE(document.history().count(), 0); // nobody took a key for text
}

void TestActions::stageIsChosen() {
    Desk desk;
    auto& window = desk.window;
    auto* chooser = window.findChild<shell::StageChooser*>();
    QVERIFY(chooser != nullptr && !chooser->isVisible()); // the model has no stages
    QVERIFY(opens(window, retail));
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->text(), QString("Stage: side-by-side ▾"));
    const auto isDrawn = [&](const char* name) {
        const auto& nodes = window.view().diagram().nodes;
        return std::ranges::any_of(nodes, [&](const auto& node) { return node.key.name == name; });
    };
    QVERIFY(isDrawn("erp/safety-stock"));
    const auto findings = window.judge().latest()->findings;
    // By its name in the palette, as everything else.
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    desk.type("retired");
    desk.press(Qt::Key_Return);
    QCOMPARE(window.judge().stage(), std::string("retired"));
    QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 20'000);
    QCOMPARE(chooser->text(), QString("Stage: retired ▾"));
    QVERIFY(!isDrawn("erp/safety-stock")); // it is there until writes-moved
    QVERIFY(window.judge().latest()->findings != findings);
    QVERIFY(saysAnywhere(window).contains("Stage: retired"));
    QVERIFY(!window.document().isDirty());
    // Another model begins with its own today.
    QVERIFY(opens(window, desk.place.file("m.factline.yaml")));
    QVERIFY(!chooser->isVisible());
    QCOMPARE(window.judge().stage(), std::string());
}

void TestActions::themeSwitchesLive() {
    Desk desk;
    desk.window.actions().find("theme-dark")->trigger();
    QCOMPARE(desk.place.setup.settings->theme(), shell::ThemeChoice::Dark);
    QVERIFY(desk.window.grab().toImage().pixelColor(600, 2).lightness() < 60);
    desk.window.actions().find("theme-light")->trigger();
    QVERIFY(desk.window.grab().toImage().pixelColor(600, 2).lightness() > 200);
}

void TestActions::copiesThePicture() {
    Desk desk;
    desk.window.actions().find("theme-dark")->trigger();
    desk.window.actions().find("copy-picture")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window.exporting().isBusy(), 20'000);
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    QVERIFY(mime->hasFormat("image/svg+xml"));
    QVERIFY(mime->hasFormat("image/png"));
    QVERIFY(mime->text().contains("event orders/OrderPlaced"));
    const auto image = qvariant_cast<QImage>(mime->imageData());
    QVERIFY(image.pixelColor(1, 1).lightness() > 200); // light whatever the screen
    desk.window.actions().find("theme-light")->trigger();
}

void TestActions::toastOffersUndoAndGoes() {
    QWidget over;
    over.resize(600, 400);
    over.show();
    shell::Toast toast(
        &over, [](const QRect&) { return 0; }, std::chrono::milliseconds(60));
    bool undone = false;
    toast.say("Deleted 3 events", "Undo", [&] { undone = true; });
    QVERIFY(toast.isVisible());
    QVERIFY(over.rect().contains(toast.geometry()));
    QTest::mouseClick(toast.findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(undone);
    QVERIFY(toast.text().isEmpty());
    toast.say("Saved");
    QVERIFY(!toast.findChild<QPushButton*>()->isVisible());
    QTRY_VERIFY(toast.isHidden());
}

/// To what comes to rest below it after it has been placed, be it moved or made room for.
void TestActions::toastGivesWay() {
    QWidget over;
    over.resize(600, 400);
    over.show();
    QRect below;
    shell::Toast toast(&over, [&](const QRect& place) {
        const QRect hidden = place & below;
        return double(hidden.width()) * hidden.height();
    });
    toast.say("Saved");
    const QRect first = toast.geometry();
    toast.follow();
    QTest::qWait(300);
    QCOMPARE(toast.geometry(), first); // in nobody's way
    below = first;
    toast.follow();
    QTRY_VERIFY(!toast.geometry().intersects(below));
    below = {};
    over.resize(700, 300);
    QVERIFY(over.rect().contains(toast.geometry()));
    below = toast.geometry();
    QTRY_VERIFY(!toast.geometry().intersects(below));
    QVERIFY(over.rect().contains(toast.geometry()));
}

void TestActions::aboutNamesLicences() {
    Desk desk;
    desk.window.actions().find("about")->trigger();
    auto* help = desk.window.findChild<shell::HelpWindow*>();
    QVERIFY(help != nullptr && help->isVisible());
    const QString text = shell::helpText("about");
    for (const char* name : {"Qt", "LGPL", "Graphviz", "yaml-cpp", "Apache"})
        QVERIFY2(text.contains(name), name);
}

void TestActions::helpPagesBreathe() {
    Desk desk;
    desk.window.showPage("rules/fact-unowned");
    auto* help = desk.window.findChild<shell::HelpWindow*>();
    const auto* page = help->findChild<QTextBrowser*>()->document();
    int headings = 0;
    for (QTextBlock block = page->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() < 2) continue;
        ++headings;
        QVERIFY2(block.blockFormat().topMargin() >= 16, qPrintable(block.text()));
    }
    QVERIFY(headings > 2);
    auto* list = help->findChild<QListWidget*>(); // says where one is
    QVERIFY(list->currentItem());
    QCOMPARE(list->currentItem()->text(), QString("fact-unowned"));
    desk.window.showPage("rules");
    QCOMPARE(list->currentItem()->text(), QString("Rules"));
}

/// Each remembers what was ticked in it, and nothing of what the other shows.
void TestActions::picturesOfTwoWindows() {
    const Place place;
    MainWindow first(place.setup), second(place.setup);
    QVERIFY(opens(first, retail) && opens(second, retail));
    const auto tick = [](MainWindow& window, const char* id) { window.actions().find(id)->trigger(); };
    tick(first, "picture-dark");
    tick(first, "picture-twice");
    tick(second, "picture-outlines");
    tick(second, "picture-thrice"); // in the place of the other size
    const MainWindow later(place.setup);
    const auto ticked = [](const MainWindow& window) {
        QStringList ids;
        for (const char* id : {"picture-once", "picture-twice", "picture-thrice", "picture-four-times",
                               "picture-transparent", "picture-outlines", "picture-dark"})
            if (window.actions().find(id)->isChecked()) ids += id;
        return ids;
    };
    QCOMPARE(ticked(later), QStringList({"picture-thrice", "picture-outlines", "picture-dark"}));
    tick(first, "picture-dark");
    tick(first, "picture-once");
    QCOMPARE(ticked(MainWindow(place.setup)), QStringList({"picture-once", "picture-outlines"}));
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
