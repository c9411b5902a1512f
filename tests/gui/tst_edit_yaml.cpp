// SPDX-License-Identifier: Apache-2.0
#include <QPlainTextEdit>
#include <QTextBlock>

#include "app/shell/place.h"
#include "canvas/canvas.h"
#include "domain/lookup.h"
#include "panels/panel.h"
#include "panels/yaml/yaml_editor.h"
#include "shell/docks.h"
#include "shell/outside_changes.h"

using namespace factline;
using namespace factline::testing;

/// A journey: the text of a model is edited beside its picture, and others touch the file meanwhile.
class TestEditYaml : public QObject {
    Q_OBJECT
private slots:
    void editsBesideTheCanvas();
    void bearsAChangeFromOutside();
};

namespace {

/// A window with a small model of its own, and the keyboard in its text.
struct Desk : Place {
    std::filesystem::path model = file("tiny.factline.yaml");
    std::unique_ptr<shell::MainWindow> window;
    panels::YamlEditor* editor = nullptr;

    Desk() {
        write(model, tiny);
        window = std::make_unique<shell::MainWindow>(setup);
        window->resize(1200, 800);
        static_cast<QWidget*>(window.get())->show();
        QVERIFY(opens(*window, model));
        window->docks().show("yaml");
        editor = window->docks().panel("yaml")->findChild<panels::YamlEditor*>();
        QVERIFY(editor);
        QTRY_COMPARE(editor->text().toStdString(), tiny);
        editor->setFocus();
    }
    document::Document& document() { return window->document(); }
    bool hasEvent(const char* name) {
        return Lookup(document().snapshot()->model).findEvent({"orders", name}) != nullptr;
    }
    bool isDrawn(const std::string& name) {
        const auto& nodes = window->view().diagram().nodes;
        return std::ranges::any_of(nodes, [&](const auto& node) { return node.key.name == name; });
    }
    void putCursor(const QString& before) {
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(static_cast<int>(editor->text().indexOf(before)));
        editor->setTextCursor(cursor);
    }
};

} // namespace

void TestEditYaml::editsBesideTheCanvas() {
    Desk desk;
    desk.putCursor("Placed: {announces");
    QTest::keyClicks(desk.editor, "Re");
    QTRY_VERIFY(desk.hasEvent("OrderRePlaced"));
    QTRY_VERIFY(desk.isDrawn("orders/OrderRePlaced"));
    QVERIFY(desk.window->isWindowModified() || desk.document().isDirty());
    // Broken: the picture stays as it was; mended: it goes on.
    desk.putCursor("{announces");
    QTest::keyClicks(desk.editor, "{");
    QTRY_VERIFY(desk.document().draft());
    QVERIFY(desk.hasEvent("OrderRePlaced"));
    QVERIFY(desk.isDrawn("orders/OrderRePlaced"));
    QVERIFY(saysAnywhere(*desk.window).contains("Not understood yet"));
    QTest::keyClick(desk.editor, Qt::Key_Backspace);
    QTRY_VERIFY(!desk.document().draft());
    // Another hand on the same document.
    const ElementId fact = Lookup(desk.document().snapshot()->model).findFact({"orders", "order"})->id;
    QVERIFY(desk.document().apply(edit::Rename{fact, "purchase"}));
    QTRY_VERIFY(desk.editor->text().contains("announces: [purchase]"));
    QVERIFY(desk.editor->text().contains("OrderRePlaced"));
    // Selected there, found here.
    desk.window->selection().select(fact);
    QTRY_VERIFY(desk.editor->textCursor().block().text().trimmed().startsWith("purchase"));
    // All of it undone from the text, key by key.
    while (desk.document().history().canUndo())
        QTest::keySequence(desk.editor, QKeySequence::Undo);
    QCOMPARE(desk.editor->text().toStdString(), tiny);
    QCOMPARE(desk.document().text()->files.front().text, tiny);
    QVERIFY(!desk.document().isDirty());
}

void TestEditYaml::bearsAChangeFromOutside() {
    Desk desk;
    // Nothing typed: the text follows the file.
    std::string theirs = tiny;
    theirs.replace(theirs.find("Tiny"), 4, "Theirs");
    write(desk.model, theirs);
    desk.window->outsideChanges().look();
    QTRY_COMPARE(desk.editor->text().toStdString(), theirs);
    // While something is typed, neither side is lost: mine stays in the editor, theirs on disk.
    desk.putCursor("Placed: {announces");
    QTest::keyClicks(desk.editor, "Re");
    QTRY_VERIFY(desk.hasEvent("OrderRePlaced"));
    std::string later = theirs;
    later.replace(later.find("Theirs"), 6, "Later");
    write(desk.model, later);
    desk.window->outsideChanges().look();
    QTest::qWait(300);
    QTest::keyClicks(desk.editor, "x");
    QTRY_VERIFY(desk.hasEvent("OrderRexPlaced"));
    QVERIFY(desk.editor->text().contains("model: Theirs"));
    QCOMPARE(read(desk.model), later);
    QVERIFY(!desk.document().save()); // never over what somebody else wrote
    QCOMPARE(read(desk.model), later);
}

QTEST_MAIN(TestEditYaml)
#include "tst_edit_yaml.moc"
