// SPDX-License-Identifier: Apache-2.0
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

void TestInspectorTurns::anotherModelKnowsNothingOfIt() {
    Inspector desk(twoEvents);
    desk.selectEvent("Done");
    retype(desk.field<QLineEdit>("version"), "soon");
    desk.selectEvent("Gone");
    desk.document.show(document::openText(twoEvents));
    desk.selectEvent("Done");
    QCOMPARE(desk.field<QLineEdit>("version")->text(), QString());
}

QTEST_MAIN(TestInspectorTurns)
#include "tst_inspector_turns.moc"
