// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include "app/panels/inspector.h"

using namespace factline;
using testing::Desk;
using testing::Inspector;
using testing::retype;

/// The inspector with real keys: what is typed, and what of it reaches the document.
class TestInspectorPanel : public QObject {
    Q_OBJECT
private slots:
    void textBecomesOneStep();
    void aPauseWrites();
    void aBadValueStaysAndSaysWhy();
    void escTakesBack();
    void undoShowsAtOnce();
    void typingIsNotInterrupted();
    void choosesWords();
    void namesAreCompleted();
    void enterGoesOnWhereNamesAreOffered();
    void undeclaredIsNotEmpty();
    void payloadIsATable();
    void groupsOpenAndWrite();
    void renames();
    void addsAndOpensSubscriptions();
    void buildsAContext();
    void usesAreClickable();
    void problemsAreListed();
    void goesToTheField();
    void nothingSelectedShowsTheModel();
    void severalSelectedAreListed();
    void offersToDeclareWhatNobodyDeclares();
    void aLongNameStaysInside();
    void followsRemovalAndClosing();
};

void TestInspectorPanel::textBecomesOneStep() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    auto* text = desk.field<QPlainTextEdit>("means");
    QVERIFY(text != nullptr);
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, "It is done.");
    QVERIFY(desk.event("OrderCompleted").means != "It is done.");
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(desk.event("OrderCompleted").means, std::string("It is done."));
    QCOMPARE(desk.steps(), 1);
    QTest::keyClick(text, Qt::Key_Tab); // going on changes nothing more
    QCOMPARE(desk.steps(), 1);
}

void TestInspectorPanel::aPauseWrites() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    retype(desk.field<QLineEdit>("version"), "7");
    QTRY_COMPARE(desk.event("OrderCompleted").version, 7U);
    QVERIFY(desk.field<QLineEdit>("version")->hasFocus());
}

void TestInspectorPanel::aBadValueStaysAndSaysWhy() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    const Model before = desk.model();
    auto* line = desk.field<QLineEdit>("version");
    retype(line, "often");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(desk.model() == before);
    QCOMPARE(line->text(), QString("often"));
    QVERIFY2(desk.form()->said("version").contains("whole number"), qPrintable(desk.form()->said("version")));
    // It stays through what others do to the document, and goes once it is right.
    QVERIFY(desk.document.apply(edit::Rename{desk.event("OrderCancelled").id, "OrderDropped"}));
    QCOMPARE(line->text(), QString("often"));
    retype(line, "3");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(desk.event("OrderCompleted").version, 3U);
    QVERIFY(desk.form()->said("version").isEmpty());
}

void TestInspectorPanel::escTakesBack() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    auto* line = desk.field<QLineEdit>("version");
    const QString before = line->text();
    retype(line, "nonsense");
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), before);
    QCOMPARE(desk.steps(), 0);
}

void TestInspectorPanel::undoShowsAtOnce() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    auto* line = desk.field<QLineEdit>("version");
    const QString before = line->text();
    retype(line, "9");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(line->hasFocus());
    desk.document.history().undo();
    QCOMPARE(line->text(), before);
    desk.document.history().redo();
    QCOMPARE(line->text(), QString("9"));
}

void TestInspectorPanel::typingIsNotInterrupted() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    auto* text = desk.field<QPlainTextEdit>("means");
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, "Half a sen");
    Event changed = desk.event("OrderCompleted");
    changed.means = "Somebody else's";
    QVERIFY(desk.document.apply(edit::ReplaceElement{changed}));
    QTest::keyClicks(text, "tence.");
    QCOMPARE(text->toPlainText(), QString("Half a sentence."));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(desk.event("OrderCompleted").means, std::string("Half a sentence."));
}

void TestInspectorPanel::choosesWords() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    auto* box = desk.field<QComboBox>("finality");
    QVERIFY(box != nullptr);
    box->setFocus();
    QTest::keyClicks(box, "fin");
    desk.form()->commit();
    QVERIFY(desk.event("OrderCompleted").finality == Finality::Final);
}

void TestInspectorPanel::namesAreCompleted() {
    Inspector desk("factline: 1\ncontexts:\n  orders: {facts: {order: {}}, events: {Done: {}}}\n"
                   "  billing: {facts: {invoice: {}}}\n");
    desk.selectEvent("Done");
    auto* line = desk.field<QLineEdit>("announces");
    line->setFocus();
    QTest::keyClicks(line, "inv");
    QVERIFY(line->completer() != nullptr);
    QCOMPARE(line->completer()->completionCount(), 1);
    QCOMPARE(line->completer()->currentCompletion(), QString("billing/invoice"));
    line->completer()->popup()->hide();
    retype(line, "order");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY((desk.event("Done").announces == std::vector<Ref>{{"orders", "order"}}));
    // Enter went on to the next line.
    auto* next = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(next != nullptr && next != line);
    QTest::keyClicks(next, "billing/invoice");
    QTest::keyClick(next, Qt::Key_Return);
    QCOMPARE(desk.event("Done").announces.size(), std::size_t(2));
}

void TestInspectorPanel::enterGoesOnWhereNamesAreOffered() {
    Inspector desk("factline: 1\ncontexts:\n  orders: {facts: {order: {}}, events: {Done: {}}}\n"
                   "  billing: {facts: {invoice: {}}}\n");
    desk.selectEvent("Done");
    auto* line = desk.field<QLineEdit>("announces");
    line->setFocus();
    // Keys go to the list of names, as from the desktop.
    const auto press = [&](Qt::Key key) { QTest::keyClick(desk.panel->window()->windowHandle(), key); };
    QTest::keyClicks(line, "inv");
    QTRY_VERIFY(line->completer()->popup()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_VERIFY((desk.event("Done").announces == std::vector<Ref>{{"billing", "invoice"}}));
    auto* next = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(next != nullptr && next != line && next->text().isEmpty());
    QTest::keyClicks(next, "order");
    QTRY_VERIFY(next->completer()->popup()->isVisible());
    press(Qt::Key_Return); // what is typed, with the names still offered
    QTRY_COMPARE(desk.event("Done").announces.size(), std::size_t(2));
    QVERIFY(QApplication::focusWidget() != next);
    QVERIFY(!next->completer()->popup()->isVisible());
}

void TestInspectorPanel::undeclaredIsNotEmpty() {
    Inspector desk("factline: 1\ncontexts: {orders: {events: {Done: {}}}}\n");
    desk.selectEvent("Done");
    auto* none = desk.field<QCheckBox>("asserts");
    QVERIFY(none != nullptr && !none->isChecked());
    none->setFocus();
    QTest::keyClick(none, Qt::Key_Space);
    QVERIFY(desk.event("Done").asserts && desk.event("Done").asserts->empty());
    QTest::keyClick(none, Qt::Key_Space);
    QVERIFY(!desk.event("Done").asserts);
}

void TestInspectorPanel::payloadIsATable() {
    Inspector desk("factline: 1\ncontexts: {orders: {events: {Done: {}}}}\n");
    desk.selectEvent("Done");
    auto* table = desk.field<QTableView>("payload");
    QVERIFY(table != nullptr);
    table->setFocus();
    const auto cell = [&](int row, int column, const QString& text) {
        table->setCurrentIndex(table->model()->index(row, column));
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->viewport()->findChild<QLineEdit*>();
        if (!editor) return false;
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        return QTest::qWaitFor([&] { return table->model()->index(row, column).data().toString() == text; });
    };
    QVERIFY(cell(0, 0, "orderId"));
    QVERIFY(desk.event("Done").payload.empty()); // has no type yet
    QTRY_VERIFY2(desk.form()->said("payload").contains("no type yet"),
                 qPrintable(desk.form()->said("payload")));
    QTest::qWait(0);
    QVERIFY(cell(0, 1, "uuid"));
    QTRY_COMPARE(desk.event("Done").payload.size(), std::size_t(1));
    QVERIFY(desk.form()->said("payload").isEmpty());
    QTRY_VERIFY(table->viewport()->findChild<QLineEdit*>() == nullptr);
    QVERIFY(cell(0, 1, "decimal(x"));
    QTRY_VERIFY(!desk.form()->said("payload").isEmpty());
    QVERIFY(desk.event("Done").payload.front().type.kind == PayloadType::Kind::Uuid);
}

void TestInspectorPanel::groupsOpenAndWrite() {
    Inspector desk("factline: 1\ncontexts: {shop: {views: {list: {}}}}\n");
    desk.selection.select(desk.id(ElementKind::View, {"shop", "list"}));
    desk.form()->focusOn("freshness.within");
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    QTest::keyClicks(line, "5s");
    QTest::keyClick(line, Qt::Key_Return);
    const auto* view = desk.lookup().findView({"shop", "list"});
    QVERIFY(view && view->freshness && view->freshness->within == std::chrono::seconds(5));
    desk.document.history().undo();
    QVERIFY(line->text().isEmpty());
}

void TestInspectorPanel::renames() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    const ElementId id = desk.event("OrderCompleted").id;
    auto* name = desk.child<QLineEdit>("name");
    QCOMPARE(name->text(), QString("OrderCompleted"));
    retype(name, "OrderTaken");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(desk.event("OrderTaken").id, id);
    QVERIFY(!desk.lookup().subscribers({"orders", "OrderTaken"}).empty()); // references follow
    desk.document.history().undo();
    QCOMPARE(name->text(), QString("OrderCompleted"));
}

void TestInspectorPanel::addsAndOpensSubscriptions() {
    Inspector desk("factline: 1\ncontexts: {shop: {events: {Done: {}}, views: {list: {}}}}\n");
    desk.selection.select(desk.id(ElementKind::View, {"shop", "list"}));
    desk.form()->focusOn("fedBy");
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    QTest::keyClicks(line, "Done");
    QTest::keyClick(line, Qt::Key_Return);
    const auto fedBy = [&] { return desk.lookup().findView({"shop", "list"})->fedBy; };
    QCOMPARE(fedBy().size(), std::size_t(1));
    QVERIFY((fedBy().front()->event == Ref{"shop", "Done"}));
    desk.form()->focusOn("fedBy.Done.understoodAs");
    auto* text = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    QVERIFY(text != nullptr);
    QTest::keyClicks(text, "Safe to show.");
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(fedBy().front()->understoodAs, std::string("Safe to show."));
    QVERIFY(text->hasFocus()); // the form that is open stays
}

void TestInspectorPanel::buildsAContext() {
    Inspector desk("factline: 1\n");
    desk.form()->focusOn("contexts");
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    QTest::keyClicks(line, "orders");
    QTest::keyClick(line, Qt::Key_Return);
    const ElementId orders = desk.id(ElementKind::Context, {{}, "orders"});
    QVERIFY(orders);
    desk.selection.select(orders);
    desk.form()->focusOn("facts");
    QTest::keyClicks(QApplication::focusWidget(), "order");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(desk.id(ElementKind::Fact, {"orders", "order"}));
}

void TestInspectorPanel::usesAreClickable() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    desk.judged();
    auto* uses = desk.child<QTreeView>();
    const auto hits =
        uses->model()->match(uses->model()->index(0, 0), Qt::DisplayRole, "finance/completed-orders", 1,
                             Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!hits.isEmpty());
    QTest::mouseClick(uses->viewport(), Qt::LeftButton, {}, uses->visualRect(hits.front()).center());
    QCOMPARE(desk.selection.current(), desk.id(ElementKind::View, {"finance", "completed-orders"}));
    QCOMPARE(desk.form()->id(), desk.selection.current());
    const auto back = uses->model()->match(uses->model()->index(0, 0), Qt::DisplayRole,
                                           "orders/OrderCompleted", 1, Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!back.isEmpty());
}

void TestInspectorPanel::problemsAreListed() {
    Inspector desk;
    desk.selection.select(desk.id(ElementKind::View, {"finance", "completed-orders"}));
    desk.judged();
    QString said;
    for (const auto* label : desk.panel->findChildren<QLabel*>())
        if (label->isVisibleTo(desk.panel.get())) said += label->text();
    QVERIFY(said.contains("meaning-denied"));
}

void TestInspectorPanel::goesToTheField() {
    Inspector desk;
    desk.selection.select(desk.event("OrderCompleted").id, "rate");
    auto* line = desk.field<QLineEdit>("rate");
    QVERIFY(line != nullptr && line->isVisible());
    QVERIFY(line->hasFocus());
    // Into the one of several, and into the cell of it.
    desk.selectEvent("OrderPlaced");
    desk.form()->focusOn("asserts[0]");
    const auto* item = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(item != nullptr);
    QCOMPARE(item->text(), QString("order.placed"));
    desk.form()->focusOn("payload.total.means");
    auto* table = desk.field<QTableView>("payload");
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), QString("total"));
}

void TestInspectorPanel::nothingSelectedShowsTheModel() {
    Inspector desk;
    QVERIFY(!desk.form()->id());
    auto* summary = desk.field<QPlainTextEdit>("summary");
    QVERIFY(summary != nullptr);
    summary->setFocus();
    summary->selectAll();
    QTest::keyClicks(summary, "All of it.");
    QTest::keyClick(summary, Qt::Key_Return);
    QCOMPARE(desk.model().summary, std::string("All of it."));
}

void TestInspectorPanel::severalSelectedAreListed() {
    Inspector desk;
    desk.selection.set({desk.event("OrderCompleted").id, desk.event("OrderCancelled").id});
    QVERIFY(desk.form() == nullptr);
    QString said;
    for (const auto* label : desk.panel->findChildren<QLabel*>())
        said += label->text();
    QVERIFY(said.contains("2 selected"));
    QVERIFY(said.contains("OrderCancelled"));
}

void TestInspectorPanel::offersToDeclareWhatNobodyDeclares() {
    Desk desk("inspector", testing::retailText());
    desk.judged();
    auto* declare = desk.child<QPushButton>("declare");
    QVERIFY(!declare->isVisible());
    const ElementKey balance{ElementKind::Fact, "stores/loyalty-balance"};
    desk.selection.selectUndeclared(balance);
    QVERIFY(declare->isVisible());
    QVERIFY(declare->text().contains("stores"));
    auto* uses = desk.child<QTreeView>();
    QVERIFY(uses->isVisible());
    QStringList users;
    const QModelIndex heading = uses->model()->index(0, 0);
    for (int i = 0; i < uses->model()->rowCount(heading); ++i)
        users << uses->model()->index(i, 0, heading).data().toString();
    QCOMPARE(users, QStringList{"stores/customer-card"});
    QTest::mouseClick(declare, Qt::LeftButton);
    QVERIFY(desk.id(ElementKind::Fact, {"stores", "loyalty-balance"}));
    QVERIFY(!declare->isVisible());
    QVERIFY(desk.child<QLineEdit>("name")->isVisible());
}

/// A name without a place to break must not push the fields out of the panel.
void TestInspectorPanel::aLongNameStaysInside() {
    Inspector desk;
    const auto* body = desk.child<QWidget>("inspectorBody");
    const auto widen = [&](ElementKind kind, const Ref& ref, char letter) {
        const ElementId id = desk.id(kind, ref);
        QVERIFY(id);
        QVERIFY(desk.document.apply(edit::Rename{id, std::string(200, letter)}));
    };
    widen(ElementKind::Event, {"orders", "OrderCompleted"}, 'E');
    widen(ElementKind::Fact, {"orders", "order"}, 'f');
    widen(ElementKind::View, {"finance", "completed-orders"}, 'v');
    widen(ElementKind::Context, {"", "finance"}, 'c');
    desk.judged();
    const Lookup lookup(desk.model());
    std::vector<ElementId> ids;
    for (const Located& located : lookup.all())
        ids.push_back(located.id());
    QVERIFY(ids.size() > 50);
    const auto check = [&](const QString& what) {
        QCoreApplication::sendPostedEvents();
        QTest::qWait(0);
        QVERIFY2(body->width() <= body->parentWidget()->width(), qPrintable(what));
    };
    for (const ElementId id : ids) {
        desk.selection.select(id);
        check(QString::fromStdString(lookup.find(id)->key.name));
    }
    desk.selection.set(ids);
    check("several");
    desk.selection.selectUndeclared(
        {ElementKind::Event, std::string(200, 'o') + "/" + std::string(200, 'u')});
    check("undeclared");
}

void TestInspectorPanel::followsRemovalAndClosing() {
    Inspector desk;
    desk.selectEvent("OrderCompleted");
    QVERIFY(desk.document.apply(edit::RemoveElements{{desk.selection.current()}}));
    QVERIFY(desk.form() && !desk.form()->id()); // the model is shown again
    desk.document.history().undo();
    QCOMPARE(desk.form()->id(), desk.selection.current());
    desk.document.close();
    QVERIFY(desk.form() == nullptr);
}

QTEST_MAIN(TestInspectorPanel)
#include "tst_inspector_panel.moc"
