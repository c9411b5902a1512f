// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QTreeView>

#include "app/panels/desk.h"

using namespace factline;
using testing::Desk;

/// The outline with real keys: what it does to the selection and the document.
class TestOutlinePanel : public QObject {
    Q_OBJECT
private slots:
    void selectsByKeyboard();
    void followsTheSelection();
    void filters();
    void renamesInPlace();
    void deletesAndOffersUndo();
    void keepsSelectionThroughEdits();
    void showsProblemCounts();
    void whatIsNotThereAtAStageStandsBack();
};

namespace {

void type(QWidget* widget, const QString& text) {
    QTest::keyClicks(widget, text);
}

QString current(const Desk& desk) {
    return desk.child<QTreeView>()->currentIndex().data(Qt::EditRole).toString();
}

} // namespace

void TestOutlinePanel::selectsByKeyboard() {
    Desk desk("outline", testing::retailText());
    auto* tree = desk.child<QTreeView>();
    QSignalSpy reveal(&desk.selection, &viewmodels::Selection::reveal);
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(desk.selection.ids().size(), std::size_t(1));
    const Lookup lookup(desk.model());
    QCOMPARE(QString::fromStdString(lookup.find(desk.selection.current())->base().name), current(desk));
    QVERIFY(reveal.count() > 0);
    QTest::keyClick(tree, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(desk.selection.ids().size(), std::size_t(2));
}

void TestOutlinePanel::followsTheSelection() {
    Desk desk("outline", testing::retailText());
    auto* tree = desk.child<QTreeView>();
    const ElementId event = desk.id(ElementKind::Event, {"orders", "OrderCompleted"});
    tree->collapseAll();
    desk.selection.select(event);
    QCOMPARE(current(desk), QString("OrderCompleted"));
    QCOMPARE(tree->selectionModel()->selectedIndexes().size(), 1);
    QVERIFY(!tree->visualRect(tree->currentIndex()).isEmpty()); // unfolded and in view
    desk.selection.clear();
    QVERIFY(tree->selectionModel()->selectedIndexes().isEmpty());
}

void TestOutlinePanel::filters() {
    Desk desk("outline", testing::retailText());
    auto* tree = desk.child<QTreeView>();
    auto* filter = desk.child<QLineEdit>();
    const int all = tree->model()->rowCount();
    filter->setFocus();
    type(filter, "completed-o");
    QVERIFY(tree->model()->rowCount() < all);
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(current(desk), QString("completed-orders"));
    QCOMPARE(desk.selection.current(), desk.id(ElementKind::View, {"finance", "completed-orders"}));
    QTest::keyClick(filter, Qt::Key_Escape);
    type(filter, "completed o"); // as it reads in the picture
    QVERIFY(tree->model()->rowCount() < all);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(tree->model()->rowCount(), all);
    QCOMPARE(desk.selection.current(), desk.id(ElementKind::View, {"finance", "completed-orders"}));
}

void TestOutlinePanel::renamesInPlace() {
    Desk desk("outline", testing::retailText());
    desk.judged();
    auto* tree = desk.child<QTreeView>();
    const ElementId event = desk.id(ElementKind::Event, {"orders", "OrderCompleted"});
    desk.selection.select(event);
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F2);
    auto* editor = tree->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->text(), QString("OrderCompleted"));
    editor->selectAll();
    type(editor, "OrderTaken");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(desk.id(ElementKind::Event, {"orders", "OrderTaken"}), event);
    QVERIFY(!desk.id(ElementKind::Event, {"orders", "OrderCompleted"}));
    QTRY_COMPARE(current(desk), QString("OrderTaken"));
    QCOMPARE(desk.selection.current(), event);
    desk.document.history().undo();
    QCOMPARE(current(desk), QString("OrderCompleted"));
}

void TestOutlinePanel::deletesAndOffersUndo() {
    Desk desk("outline", testing::retailText());
    auto* tree = desk.child<QTreeView>();
    const Model before = desk.model();
    desk.selection.select(desk.id(ElementKind::Event, {"orders", "OrderCompleted"}));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Delete);
    QVERIFY(!desk.id(ElementKind::Event, {"orders", "OrderCompleted"}));
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.front().startsWith("Removed event orders/OrderCompleted. "),
             qPrintable(desk.told.toasts.front()));
    QVERIFY2(desk.told.toasts.front().contains("lead nowhere"), qPrintable(desk.told.toasts.front()));
    QVERIFY(desk.selection.ids().empty());
    desk.told.action();
    QVERIFY(desk.model() == before);
}

void TestOutlinePanel::keepsSelectionThroughEdits() {
    Desk desk("outline", testing::retailText());
    auto* tree = desk.child<QTreeView>();
    const ElementId event = desk.id(ElementKind::Event, {"orders", "OrderCompleted"});
    desk.selection.select(event);
    QSignalSpy changed(&desk.selection, &viewmodels::Selection::changed);
    Fact fact;
    fact.name = "ledger";
    QVERIFY(desk.document.apply(edit::AddElement{fact, desk.id(ElementKind::Context, {{}, "orders"}), 0}));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(current(desk), QString("OrderCompleted"));
    // A line that goes takes nothing of the selection with it that is still there.
    QVERIFY(desk.document.apply(edit::RemoveElements{{desk.id(ElementKind::Fact, {"orders", "ledger"})}}));
    QCOMPARE(desk.selection.current(), event);
    QVERIFY(tree->selectionModel()->isSelected(tree->currentIndex()));
}

void TestOutlinePanel::showsProblemCounts() {
    Desk desk("outline", testing::retailText());
    desk.judged();
    const auto spoken = [&](const QString& name) {
        const auto* model = desk.child<QTreeView>()->model();
        const auto hits =
            model->match(model->index(0, 0), Qt::EditRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return hits.isEmpty() ? QString() : hits.front().data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(spoken("completed-orders").contains("problem"), qPrintable(spoken("completed-orders")));
}

void TestOutlinePanel::whatIsNotThereAtAStageStandsBack() {
    Desk desk("outline", testing::retailText());
    desk.judged();
    const auto* tree = desk.child<QTreeView>();
    const auto absent = [&](const QString& name) {
        const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::EditRole, name, -1,
                                                Qt::MatchRecursive | Qt::MatchExactly);
        QStringList said;
        for (const QModelIndex& index : found)
            said += index.data(Qt::AccessibleTextRole).toString();
        return said.filter("not there at this stage").size();
    };
    QCOMPARE(absent("safety-stock"), 1); // one owner is still to come, as the picture shows
    desk.judge.setStage("retired");
    desk.judged();
    QCOMPARE(absent("safety-stock"), 1); // the other one has gone
    QCOMPARE(absent("stock-on-hand"), 0);
}

QTEST_MAIN(TestOutlinePanel)
#include "tst_outline_panel.moc"
