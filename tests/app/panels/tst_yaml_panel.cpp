// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

#include "app/document/samples.h"
#include "app/panels/desk.h"
#include "panels/yaml/yaml_editor.h"
#include "panels/yaml/yaml_margin.h"

using namespace factline;
using testing::Desk;

/// The YAML panel with real keys: two ways between the text and the document.
class TestYamlPanel : public QObject {
    Q_OBJECT
private slots:
    void typingAnEventsNameChangesTheModel();
    void typingIsOneStep();
    void brokenTextKeepsTheModel();
    void discards();
    void anEditChangesItsLineOnly();
    void scrollStaysWhileLinesComeAbove();
    void undoesAcross();
    void selectsBothWays();
    void newElementsAreShown();
    void keepsLineEnds();
    void ownKeys();
    void marksFindings();
    void severalFiles();
    void aLongTextComesInPieces();
    void nothingOpen();
    void pastesAtOnce();
};

namespace {

using Editor = QPlainTextEdit;

/// Where some text stands, with the cursor before it.
void putCursor(Editor* editor, const QString& before) {
    const auto at = editor->toPlainText().indexOf(before);
    QVERIFY2(at >= 0, qPrintable(before));
    QTextCursor cursor = editor->textCursor();
    cursor.setPosition(static_cast<int>(at));
    editor->setTextCursor(cursor);
}

Editor* editorOf(const Desk& desk) {
    auto* editor = desk.child<Editor>();
    [&] { QTRY_VERIFY(editor->isVisible() && !editor->toPlainText().isEmpty()); }();
    editor->setFocus();
    return editor;
}

QString text(const Desk& desk) {
    return QString::fromStdString(testing::textOf(desk.document));
}

QString lineAtCursor(const Editor* editor) {
    return editor->textCursor().block().text().trimmed();
}

} // namespace

void TestYamlPanel::typingAnEventsNameChangesTheModel() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    QCOMPARE(editor->toPlainText(), QString::fromStdString(testing::shop));
    const ElementId event = desk.id(ElementKind::Event, {"orders", "OrderPlaced"});
    putCursor(editor, "Placed: # the first");
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(editor, Qt::Key_Delete);
    QTest::keyClicks(editor, "Taken");
    QTRY_COMPARE(desk.id(ElementKind::Event, {"orders", "OrderTaken"}), event);
    QCOMPARE(text(desk), editor->toPlainText());
    QVERIFY(desk.document.isDirty());
}

void TestYamlPanel::typingIsOneStep() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "Shop");
    QTest::keyClicks(editor, "My ");
    QTRY_COMPARE(desk.model().name, std::string("My Shop"));
    QCOMPARE(desk.document.history().count(), 1);
    QTest::qWait(1'300); // a pause
    QTest::keyClicks(editor, "own ");
    QTRY_COMPARE(desk.model().name, std::string("My own Shop"));
    QCOMPARE(desk.document.history().count(), 2);
    QTest::keySequence(editor, QKeySequence::Undo);
    QCOMPARE(desk.model().name, std::string("My Shop"));
    QVERIFY(editor->toPlainText().contains("model: My Shop"));
    QTest::keySequence(editor, QKeySequence::Redo);
    QCOMPARE(desk.model().name, std::string("My own Shop"));
    QVERIFY(editor->toPlainText().contains("model: My own Shop"));
}

void TestYamlPanel::brokenTextKeepsTheModel() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    QSignalSpy count(desk.panel.get(), &panels::Panel::countChanged);
    const Model before = desk.model();
    putCursor(editor, "announces: [order]");
    QTest::keyClicks(editor, "annunces: [order]");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(desk.document.draft());
    QVERIFY(desk.model() == before);
    auto* list = desk.child<QListView>();
    QVERIFY(list->isVisible());
    QVERIFY2(list->model()->index(0, 0).data().toString().startsWith("Line 10"),
             qPrintable(list->model()->index(0, 0).data().toString()));
    QVERIFY(count.last().at(0).toInt() > 0);
    auto* bar = desk.child<QLabel>("staleText");
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().startsWith("Not understood yet: line 10"), qPrintable(bar->text()));
    const auto waves = [&] {
        int found = 0;
        for (const auto& selection : editor->extraSelections())
            if (selection.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                selection.cursor.blockNumber() == 9)
                ++found;
        return found;
    };
    QVERIFY(waves() > 0);
    // A click on the message leads to the line.
    putCursor(editor, "factline");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(editor->textCursor().blockNumber(), 9);
    QVERIFY(editor->hasFocus());
    // Mended.
    QTest::keyClick(editor, Qt::Key_Home);
    QTest::keyClick(editor, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(editor, Qt::Key_Delete);
    QTRY_VERIFY(!desk.document.draft());
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(!list->isVisible());
    QTRY_COMPARE(waves(), 0);
    QCOMPARE(count.last().at(0).toInt(), 0);
}

void TestYamlPanel::discards() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "facts:");
    QTest::keyClicks(editor, "{");
    QTRY_VERIFY(desk.document.draft());
    QTest::mouseClick(desk.child<QToolButton>("discard"), Qt::LeftButton);
    QVERIFY(!desk.document.draft());
    QTRY_COMPARE(editor->toPlainText(), QString::fromStdString(testing::shop));
    desk.document.history().undo();
    QTRY_VERIFY(editor->toPlainText().contains("{facts:"));
    QTRY_VERIFY(desk.child<QLabel>("staleText")->isVisible());
}

void TestYamlPanel::anEditChangesItsLineOnly() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "open-orders");
    int changed = 0, position = -1;
    connect(editor->document(), &QTextDocument::contentsChange, this, [&](int at, int, int) {
        ++changed;
        position = at;
    });
    QVERIFY(desk.document.apply(edit::Rename{desk.id(ElementKind::Fact, {"orders", "order"}), "purchase"}));
    QTRY_VERIFY(editor->toPlainText().contains("shows: [orders/purchase]"));
    QVERIFY(changed >= 1);
    QVERIFY(position > 0);
    QVERIFY(lineAtCursor(editor).startsWith("open-orders"));
    QCOMPARE(editor->textCursor().positionInBlock(), 6);
    QCOMPARE(editor->toPlainText(), text(desk));
}

void TestYamlPanel::scrollStaysWhileLinesComeAbove() {
    std::string many = "factline: 1\ncontexts:\n  first:\n    facts:\n      a: {}\n  second:\n    facts:\n";
    for (int i = 0; i < 200; ++i)
        many += "      fact" + std::to_string(i) + ": {}\n";
    Desk desk("yaml", many);
    auto* editor = editorOf(desk);
    editor->verticalScrollBar()->setValue(100);
    const auto top = [&] { return editor->cursorForPosition({5, 2}).block().text(); };
    const QString seen = top();
    Fact fact;
    fact.name = "b";
    QVERIFY(desk.document.apply(edit::AddElement{fact, desk.id(ElementKind::Context, {{}, "first"}), {}}));
    QTRY_VERIFY(editor->toPlainText().contains("      b:"));
    QCOMPARE(top(), seen);
}

void TestYamlPanel::undoesAcross() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "Shop");
    QTest::keyClicks(editor, "My ");
    QTRY_COMPARE(desk.model().name, std::string("My Shop"));
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
    // Before the text has caught up: what is typed now must not take the new name back.
    QTest::keyClicks(editor, "x");
    QTRY_COMPARE(desk.model().name, std::string("My xShop"));
    QVERIFY(desk.id(ElementKind::Event, {"orders", "OrderTaken"}));
    QVERIFY(editor->toPlainText().contains("fedBy: {orders/OrderTaken: {}}"));
    for (int i = 0; i < 3; ++i)
        QTest::keySequence(editor, QKeySequence::Undo);
    QCOMPARE(desk.document.history().index(), 0);
    QCOMPARE(editor->toPlainText(), QString::fromStdString(testing::shop));
    for (int i = 0; i < 3; ++i)
        QTest::keySequence(editor, QKeySequence::Redo);
    QCOMPARE(editor->toPlainText(), text(desk));
    QVERIFY(text(desk).contains("My xShop"));
}

void TestYamlPanel::selectsBothWays() {
    Desk desk("yaml", testing::retailText());
    auto* editor = editorOf(desk);
    const ElementId view = desk.id(ElementKind::View, {"finance", "completed-orders"});
    desk.selection.select(view);
    QTRY_VERIFY2(lineAtCursor(editor).startsWith("completed-orders"), qPrintable(lineAtCursor(editor)));
    QVERIFY(editor->viewport()->rect().contains(editor->cursorRect()));
    QCOMPARE(desk.selection.current(), view);
    QSignalSpy changed(&desk.selection, &viewmodels::Selection::changed);
    QTest::keyClick(editor, Qt::Key_Down); // still in it
    QCOMPARE(changed.count(), 0);
    putCursor(editor, "OrderCompleted:");
    QTRY_COMPARE(desk.selection.current(), desk.id(ElementKind::Event, {"orders", "OrderCompleted"}));
    QVERIFY(lineAtCursor(editor).startsWith("OrderCompleted"));
    QCOMPARE(changed.count(), 1);
}

void TestYamlPanel::newElementsAreShown() {
    Desk desk("yaml", testing::retailText());
    auto* editor = editorOf(desk);
    Event event;
    event.name = "StockCounted";
    const auto done =
        desk.document.apply(edit::AddElement{event, desk.id(ElementKind::Context, {{}, "stores"}), {}});
    QVERIFY(done);
    desk.selection.select(done->added.front());
    QTRY_VERIFY2(lineAtCursor(editor).startsWith("StockCounted"), qPrintable(lineAtCursor(editor)));
}

void TestYamlPanel::keepsLineEnds() {
    const QString before = QString::fromStdString(testing::shop).replace("\n", "\r\n");
    Desk desk("yaml", before.toStdString());
    auto* editor = editorOf(desk);
    putCursor(editor, "Shop");
    QTest::keyClicks(editor, "My ");
    QTRY_COMPARE(desk.model().name, std::string("My Shop"));
    QCOMPARE(text(desk), QString(before).replace("model: Shop", "model: My Shop"));
    // No-break spaces stay what they are.
    Desk other("yaml", "factline: 1\nmodel: a\u00a0b\nsummary: c\n");
    editor = editorOf(other);
    putCursor(editor, "c\n");
    QTest::keyClicks(editor, "x");
    QTRY_COMPARE(text(other), QString("factline: 1\nmodel: a\u00a0b\nsummary: xc\n"));
}

void TestYamlPanel::ownKeys() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "  finance");
    QTest::keyClick(editor, Qt::Key_Left); // the end of "announces: [order]"
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, "summary:");
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, "x");
    QVERIFY(editor->toPlainText().contains("\n        summary:\n          x\n  finance"));
    QTest::keyClick(editor, Qt::Key_Backtab);
    QVERIFY(editor->toPlainText().contains("\n        x\n"));
    QTest::keyClick(editor, Qt::Key_Tab);
    QVERIFY(editor->toPlainText().contains("x  \n"));
    putCursor(editor, "announces: [order]");
    QTest::keyClick(editor, Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(editor->toPlainText().contains("\n        # announces: [order]\n"));
    QTest::keyClick(editor, Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(editor->toPlainText().contains("\n        announces: [order]\n"));
    QTRY_COMPARE(editor->toPlainText(),
                 QString::fromStdString(
                     *document::withDraft(desk.document.text()->files, desk.document.draft()).front().text));
}

void TestYamlPanel::marksFindings() {
    Desk desk("yaml", testing::retailText());
    editorOf(desk);
    desk.judged();
    auto* editor = desk.child<panels::YamlEditor>();
    const auto* margin = desk.child<panels::YamlMargin>();
    desk.selection.select(desk.id(ElementKind::View, {"finance", "completed-orders"}));
    QTRY_VERIFY(lineAtCursor(editor).startsWith("completed-orders"));
    QStringList tips;
    for (int y = 2; y < editor->viewport()->height(); y += editor->fontMetrics().height())
        tips += margin->tipAt(y);
    QVERIFY2(tips.join(' ').contains("payment.captured"), qPrintable(tips.join('|')));
}

void TestYamlPanel::severalFiles() {
    QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    testing::write(root / "model.factline.yaml",
                   "factline: 1\ninclude: [contexts/*.factline.yaml]\ncontexts:\n  a: {facts: {x: {}}}\n");
    testing::write(root / "contexts/b.factline.yaml",
                   "factline: 1\ncontexts:\n  b:\n    facts:\n      y: {}\n");
    Desk desk("yaml", testing::shop);
    desk.document.show(document::openFile(root).value());
    auto* files = desk.child<QComboBox>();
    auto* editor = editorOf(desk);
    QTRY_VERIFY(files->isVisible());
    QCOMPARE(files->count(), 2);
    QTRY_VERIFY(editor->toPlainText().contains("include"));
    desk.selection.select(desk.id(ElementKind::Fact, {"b", "y"}));
    QTRY_VERIFY2(lineAtCursor(editor).startsWith("y:"), qPrintable(editor->toPlainText()));
    QCOMPARE(files->currentText(), QString("contexts/b.factline.yaml"));
    QTest::keyClicks(editor, "z");
    QTRY_VERIFY(desk.id(ElementKind::Fact, {"b", "zy"}));
    QVERIFY(desk.id(ElementKind::Fact, {"a", "x"}));
}

/// A text that would keep the window from answering: what is selected is found in it, and what is typed into
/// it is the only thing that changes.
void TestYamlPanel::aLongTextComesInPieces() {
    std::string text = "factline: 1\ncontexts:\n  a:\n    facts:\n";
    for (int i = 0; i < 8'000; ++i)
        text += "      f" + std::to_string(i) +
                ":\n        means: >\n          A fact that says a little, so that "
                "the text\n          of all is long.\n";
    Desk desk("yaml", text);
    const ElementId last = desk.id(ElementKind::Fact, {"a", "f7990"});
    desk.selection.select(last);
    auto* editor = desk.child<panels::YamlEditor>();
    QTRY_VERIFY(editor->isFilling());
    QVERIFY(editor->isReadOnly());
    QTRY_VERIFY_WITH_TIMEOUT(!editor->isFilling(), 60'000);
    QCOMPARE(editor->toPlainText(), QString::fromStdString(text));
    QTRY_COMPARE(lineAtCursor(editor), QString("f7990:"));
    QCOMPARE(desk.selection.current(), last);
    QVERIFY(!editor->isReadOnly());
    editor->setFocus();
    QTest::keyClicks(editor, "x");
    QTest::keyClick(editor, Qt::Key_Home);
    QTest::keyClick(editor, Qt::Key_Return);
    const std::string typed = testing::replaced(text, "      f7990:", "\n      xf7990:");
    QTRY_COMPARE_WITH_TIMEOUT(testing::textOf(desk.document), typed, 60'000);
    QTRY_COMPARE(desk.id(ElementKind::Fact, {"a", "xf7990"}), last);
    desk.document.show(document::openText(testing::shop));
    QTRY_COMPARE_WITH_TIMEOUT(editor->toPlainText(), QString::fromStdString(testing::shop), 60'000);
}

void TestYamlPanel::nothingOpen() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    desk.document.close();
    QTRY_VERIFY(!editor->isVisible());
    bool said = false;
    for (const QLabel* label : desk.panel->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains("Open a model"));
    QVERIFY(said);
    desk.document.show(document::openText(testing::shop));
    QTRY_VERIFY(editor->isVisible());
    QTRY_COMPARE(editor->toPlainText(), QString::fromStdString(testing::shop));
}

void TestYamlPanel::pastesAtOnce() {
    Desk desk("yaml", testing::shop);
    auto* editor = editorOf(desk);
    putCursor(editor, "      OrderPlaced");
    QGuiApplication::clipboard()->setText("      OrderLost: {announces: [order]}\n");
    QTest::keySequence(editor, QKeySequence::Paste);
    QTRY_VERIFY(desk.id(ElementKind::Event, {"orders", "OrderLost"}));
    QCOMPARE(desk.document.history().count(), 1);
}

QTEST_MAIN(TestYamlPanel)
#include "tst_yaml_panel.moc"
