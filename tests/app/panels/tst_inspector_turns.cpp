// SPDX-License-Identifier: Apache-2.0
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include "app/panels/inspector.h"

using namespace factline;
using testing::Inspector;
using testing::retype;

/// A form of the inspector is kept for the next element with the same fields.
class TestInspectorTurns : public QObject {
    Q_OBJECT
private slots:
    void whatIsTypedStaysWithItsElement();
    void anOpenCellStaysWithItsElement();
    void whatIsRefusedWaitsForItsElement();
    void whatIsRefusedInsideWaitsAsWell();
    void whatTheDocumentRefusesWaitsAsWell();
    void itWaitsWhateverElseItsElementSays();
    void aRefusedNameWaitsAsWell();
    void aNameToAddWaitsAsWell();
    void whatIsTypedIsTakenBeforeSeveralAreShown();
    void anotherModelKnowsNothingOfIt();
};

namespace {

const char* const twoEvents =
    "factline: 1\ncontexts:\n  orders: {facts: {order: {}}, events: {Done: {}, Gone: {}}}\n";

} // namespace

/// Somebody types and jumps elsewhere by the keyboard: the form, kept for the next element, is used for it.
void TestInspectorTurns::whatIsTypedStaysWithItsElement() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    const panels::ElementForm* const form = desk.form();
    auto* means = desk.field<QPlainTextEdit>("means");
    means->setFocus();
    QTest::keyClicks(means, "the order is done");
    desk.selectEvent("Gone");
    QVERIFY(desk.form() == form);
    QCOMPARE(desk.event("Done").means, std::string("the order is done"));
    QCOMPARE(means->toPlainText(), QString());
    QVERIFY(!means->hasFocus());
    auto* version = desk.field<QLineEdit>("version");
    retype(version, "7");
    desk.selectEvent("Done");
    QCOMPARE(desk.event("Gone").version, 7);
    QCOMPARE(means->toPlainText(), QString("the order is done"));
    QCOMPARE(version->text(), QString());
    QCOMPARE(desk.steps(), 2);
}

void TestInspectorTurns::anOpenCellStaysWithItsElement() {
    Inspector desk(
        "factline: 1\ncontexts:\n  orders: {facts: {order: {}}, events: {Done: {payload: {sku: string}}, "
        "Gone: {payload: {sku: string}}}}\n");
    desk.selectEvent("Done");
    QTableView* table = nullptr;
    for (auto* each : desk.form()->findChildren<QTableView*>())
        if (each->isVisible() && each->model()->rowCount() > 1) table = each;
    QVERIFY(table != nullptr);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    auto* cell = table->findChild<QLineEdit*>();
    QVERIFY(cell != nullptr);
    retype(cell, "item");
    desk.selectEvent("Gone");
    QCoreApplication::processEvents();
    for (auto* open : table->findChildren<QLineEdit*>())
        QTest::keyClick(open, Qt::Key_Return);
    desk.form()->commit();
    QCOMPARE(desk.event("Gone").payload.front().name, std::string("sku"));
    QCOMPARE(desk.event("Done").payload.front().name, std::string("item"));
}

/// Nothing that somebody has typed is lost because it cannot be understood: it is said, and stands there
/// again.
void TestInspectorTurns::whatIsRefusedWaitsForItsElement() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    retype(desk.field<QLineEdit>("version"), "soon");
    desk.selectEvent("Gone");
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString());
    QVERIFY(desk.form()->said("version").isEmpty());
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.last().startsWith("Version of Done ") &&
                 desk.told.toasts.last().contains("soon"),
             qPrintable(desk.told.toasts.last()));
    retype(desk.field<QLineEdit>("version"), "3");
    for (int i = 0; i < 20; ++i) { // however many forms are made meanwhile
        desk.selection.select(desk.model().contexts[0]->id);
        desk.selection.clear();
        desk.selectEvent("Gone");
    }
    QCOMPARE(desk.event("Gone").version, 3);
    QCOMPARE(desk.told.toasts.size(), 1);

    desk.told.action(); // go back
    QVERIFY(desk.selection.current() == desk.event("Done").id);
    auto* version = desk.field<QLineEdit>("version");
    QCOMPARE(version->text(), QString("soon"));
    QVERIFY(!desk.form()->said("version").isEmpty());
    retype(version, "7");
    desk.selectEvent("Gone");
    QCOMPARE(desk.event("Done").version, 7);
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString("3"));
    desk.selectEvent("Done");
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString("7"));
    QVERIFY(desk.form()->said("version").isEmpty());
}

/// A subscription opens inside the form of its view.
void TestInspectorTurns::whatIsRefusedInsideWaitsAsWell() {
    Inspector desk(R"(factline: 1
contexts:
  orders: {events: {Done: {}}}
  stores:
    views:
      one: {fedBy: {orders/Done: {}}}
      two: {fedBy: {orders/Done: {}}}
)");
    const auto& views = desk.model().contexts[1]->views;
    const auto lag = [&] {
        desk.selection.select(views[0]->id);
        desk.form()->focusOn("fedBy.orders/Done.lag");
        for (auto* form : desk.form()->findChildren<panels::ElementForm*>())
            if (auto* editor = form->find("lag")) return editor->findChild<QLineEdit*>();
        return static_cast<QLineEdit*>(nullptr);
    };
    retype(lag(), "soon");
    desk.selection.select(views[1]->id);
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.last().startsWith("Lag of one "), qPrintable(desk.told.toasts.last()));
    QCOMPARE(lag()->text(), QString("soon"));
}

/// The text of the model is broken, so that nothing can be changed here until it is mended.
void TestInspectorTurns::whatTheDocumentRefusesWaitsAsWell() {
    Inspector desk(twoEvents);
    const std::string file = desk.document.text()->files.front().path;
    QVERIFY(desk.document.type(file, std::string(twoEvents) + "audiences: [[\n"));
    QVERIFY(desk.document.draft());
    desk.selectEvent("Done");
    auto* version = desk.field<QLineEdit>("version");
    retype(version, "7");
    QTest::keyClick(version, Qt::Key_Return);
    QVERIFY(desk.form()->said("version").contains("cannot be understood"));
    QTest::keyClick(version, Qt::Key_Escape);
    QCOMPARE(version->text(), QString());
    retype(version, "7");
    desk.selectEvent("Gone");
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString());
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.last().startsWith("Version of Done "), qPrintable(desk.told.toasts.last()));
    desk.document.dropDraft();
    desk.told.action(); // go back
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString("7"));
    desk.form()->commit();
    QCOMPARE(desk.event("Done").version, 7);
    QVERIFY(!desk.form()->holdsRefused());
}

/// A field of those that are folded away says something: another form of that element would show it higher.
void TestInspectorTurns::itWaitsWhateverElseItsElementSays() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    retype(desk.field<QLineEdit>("version"), "soon");
    desk.form()->focusOn("rate");
    QTest::keyClicks(QApplication::focusWidget(), "20/s");
    desk.selectEvent("Gone");
    QVERIFY(desk.event("Done").rate);
    desk.told.action(); // go back
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString("soon"));
    QVERIFY(!desk.form()->said("version").isEmpty());
}

void TestInspectorTurns::aRefusedNameWaitsAsWell() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    auto* name = desk.child<QLineEdit>("name");
    const auto* remark = desk.child<QLabel>("nameRemark");
    QVERIFY(!remark->isVisible());
    retype(name, "Done/Late");
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(name->text(), QString("Done/Late"));
    QVERIFY(remark->isVisible());
    QVERIFY2(remark->text().contains("cannot be a name"), qPrintable(remark->text()));
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(name->text(), QString("Done"));
    QVERIFY(!remark->isVisible());

    retype(name, "Done/Late");
    desk.selectEvent("Gone"); // with the keyboard still in the name
    QCOMPARE(name->text(), QString("Gone"));
    QVERIFY(!remark->isVisible());
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.last().startsWith("Name of Done "), qPrintable(desk.told.toasts.last()));
    desk.told.action(); // go back
    QCOMPARE(name->text(), QString("Done/Late"));
    QVERIFY(remark->isVisible());
    retype(name, "Late");
    desk.selectEvent("Gone");
    QCOMPARE(desk.event("Late").name, std::string("Late"));
    QCOMPARE(name->text(), QString("Gone"));
    QCOMPARE(desk.told.toasts.size(), 1);
    QCOMPARE(desk.steps(), 1);
}

/// Refused or only half typed.
void TestInspectorTurns::aNameToAddWaitsAsWell() {
    Inspector desk("factline: 1\ncontexts:\n  one: {}\n  two: {}\n");
    const auto line = [&](const char* context) {
        desk.selection.select(desk.id(ElementKind::Context, {{}, context}));
        desk.form()->focusOn("facts");
        return qobject_cast<QLineEdit*>(QApplication::focusWidget());
    };
    QTest::keyClicks(line("one"), "a/b");
    QTest::keyClick(line("one"), Qt::Key_Return);
    QCOMPARE(line("one")->text(), QString("a/b"));
    const auto* remark = line("one")->parentWidget()->findChild<QLabel*>("notAdded");
    QVERIFY2(remark->isVisible() && remark->text().contains("cannot be a name"), qPrintable(remark->text()));
    QVERIFY(desk.told.notices.isEmpty() && desk.told.toasts.isEmpty()); // it is said below what was typed
    QCOMPARE(line("two")->text(), QString());
    QCOMPARE(desk.told.toasts.size(), 1);
    QVERIFY2(desk.told.toasts.last().startsWith("Facts of one "), qPrintable(desk.told.toasts.last()));
    QCOMPARE(line("one")->text(), QString("a/b"));
    retype(line("one"), "order");
    QVERIFY(!remark->isVisible());
    QTest::keyClick(line("one"), Qt::Key_Return);
    QVERIFY(desk.id(ElementKind::Fact, {"one", "order"}));
    QCOMPARE(line("one")->text(), QString());

    QTest::keyClicks(line("one"), "pay");
    QCOMPARE(line("two")->text(), QString());
    QCOMPARE(line("one")->text(), QString("pay"));
    QCOMPARE(desk.told.toasts.size(), 1); // nothing was refused
}

void TestInspectorTurns::whatIsTypedIsTakenBeforeSeveralAreShown() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    retype(desk.field<QLineEdit>("version"), "7");
    desk.selection.set({desk.event("Done").id, desk.event("Gone").id});
    QVERIFY(desk.form() == nullptr);
    QCOMPARE(desk.event("Done").version, 7);
    QVERIFY(desk.told.toasts.isEmpty());
}

void TestInspectorTurns::anotherModelKnowsNothingOfIt() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    retype(desk.field<QLineEdit>("version"), "soon");
    desk.selectEvent("Gone");
    auto* name = desk.child<QLineEdit>("name");
    retype(name, "Gone/Late");
    QTest::keyClick(name, Qt::Key_Return);
    desk.document.show(document::openText(twoEvents));
    desk.selectEvent("Gone");
    QCOMPARE(name->text(), QString("Gone"));
    desk.selectEvent("Done");
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString());
}

QTEST_MAIN(TestInspectorTurns)
#include "tst_inspector_turns.moc"
