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
};

/// Somebody types and jumps elsewhere by the keyboard: the form, kept for the next element, is used for it.
void TestInspectorTurns::whatIsTypedStaysWithItsElement() {
    Inspector desk("factline: 1\ncontexts:\n  orders: {facts: {order: {}}, events: {Done: {}, Gone: {}}}\n");
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

QTEST_MAIN(TestInspectorTurns)
#include "tst_inspector_turns.moc"
