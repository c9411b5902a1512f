// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include "app/panels/desk.h"
#include "lint/side_by_side.h"

using namespace factline;
using testing::Desk;

namespace {

/// Chooses an entry as a user at the keyboard does.
void choose(QComboBox* box, int entry) {
    QVERIFY(box);
    box->setFocus();
    while (box->currentIndex() < entry)
        QTest::keyClick(box, Qt::Key_Down);
    while (box->currentIndex() > entry)
        QTest::keyClick(box, Qt::Key_Up);
}

void select(Desk& desk, ElementKind kind, const Ref& ref) {
    desk.selection.select(desk.id(kind, ref));
}

QString verdict(const Desk& desk, const QString& claim) {
    const auto* badge = desk.child<QLabel>("verdict " + claim);
    return badge ? badge->text() : QString();
}

} // namespace

/// The meaning of a subscription from both sides, changed with real keys.
class TestMeaningPanel : public QObject {
    Q_OBJECT
private slots:
    void showsBothSidesAndTheVerdict() {
        Desk desk("meaning", testing::retailText());
        select(desk, ElementKind::View, {"finance", "completed-orders"});
        QCOMPARE(verdict(desk, "invoice.issuable"), QStringLiteral("denied"));
        QCOMPARE(desk.child<QComboBox>("relies invoice.issuable")->currentIndex(), 2);
        QCOMPARE(desk.child<QComboBox>("says payment.captured")->currentIndex(), 2);
        QCOMPARE(verdict(desk, "payment.captured"),
                 QStringLiteral("not needed")); // nobody relies on it directly
    }

    void theOwnerAnswersHere() {
        Desk desk("meaning", testing::retailText());
        select(desk, ElementKind::View, {"finance", "completed-orders"});
        const QString before = desk.text();
        choose(desk.child<QComboBox>("says payment.captured"), 1);
        QCOMPARE(verdict(desk, "invoice.issuable"), QStringLiteral("foreign"));
        choose(desk.child<QComboBox>("says invoice.issuable"), 1);
        QCOMPARE(verdict(desk, "invoice.issuable"), QStringLiteral("weaker"));
        QVERIFY(desk.child<QComboBox>("says invoice.issuable")->hasFocus()); // goes on where it was
        while (desk.document.history().canUndo())
            desk.document.history().undo();
        QCOMPARE(desk.text(), before);
        QCOMPARE(verdict(desk, "invoice.issuable"), QStringLiteral("denied"));
    }

    void theConsumerChangesItsMindHere() {
        Desk desk("meaning", testing::retailText());
        select(desk, ElementKind::View, {"finance", "completed-orders"});
        choose(desk.child<QComboBox>("relies invoice.issuable"), 0);
        QVERIFY(!desk.child<QComboBox>("relies invoice.issuable") ||
                verdict(desk, "invoice.issuable") == QStringLiteral("not needed"));
        auto* field = desk.child<QLineEdit>("newClaim");
        QTest::keyClicks(field, "order.checkout-finished");
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(verdict(desk, "order.checkout-finished"), QStringLiteral("guaranteed"));
    }

    void anEventOffersAllWhoListen() {
        Desk desk("meaning", testing::retailText());
        select(desk, ElementKind::Event, {"orders", "OrderCompleted"});
        const auto* box = desk.panel->findChild<QComboBox*>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(box->isVisible());
        QVERIFY(box->count() >= 2);
        QVERIFY(box->currentText().endsWith("orders/OrderCompleted"));
    }

    void staysWhereNothingIsToBeShown() {
        Desk desk("meaning", testing::retailText());
        QVERIFY(!desk.child<QLineEdit>("newClaim"));
        select(desk, ElementKind::View, {"finance", "completed-orders"});
        select(desk, ElementKind::Fact, {"orders", "order"});
        QCOMPARE(verdict(desk, "invoice.issuable"), QStringLiteral("denied"));
    }

    void fitsBelowTheCanvas() {
        Desk desk("meaning", testing::retailText());
        desk.panel->resize(699, 178); // in a window of 1280 x 720 with the docks as they are at first
        select(desk, ElementKind::View, {"finance", "completed-orders"});
        QTest::qWait(0);
        const auto* scroll = desk.child<QScrollArea>();
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        for (const auto* label : scroll->findChildren<QLabel*>()) {
            const QRect place(label->mapTo(scroll->widget(), QPoint()), label->size());
            QVERIFY2(scroll->widget()->rect().contains(place), qPrintable(label->text()));
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
        const auto* second = desk.child<QComboBox>("says order.checkout-finished");
        const QRect place(second->mapTo(scroll->viewport(), QPoint()), second->size());
        QVERIFY(scroll->viewport()->rect().contains(place)); // two claims without scrolling
    }

    void wordsAloneOnlySuggest() {
        Desk desk("meaning", R"(factline: 1
claims:
  order.paid: {of: shop/order, text: The order is paid in full.}
  order.packed: {of: shop/order}
contexts:
  shop:
    facts: {order: {}}
    events: {OrderDone: {means: The order is done., announces: [order], asserts: []}}
  depot:
    views: {to-ship: {fedBy: {shop/OrderDone: {understoodAs: "It was paid in full, ship it."}}}}
)");
        const QString before = desk.text();
        select(desk, ElementKind::View, {"depot", "to-ship"});
        auto* button = desk.child<QPushButton>("suggested order.paid");
        QVERIFY(button);
        QVERIFY(!desk.child<QPushButton>("suggested order.packed"));
        QCOMPARE(desk.text(), before); // nothing is filled in
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY2(desk.text().contains("reliesOn: [order.paid]"), qPrintable(desk.text()));
        QCOMPARE(verdict(desk, "order.paid"), QStringLiteral("open"));
    }
};

QTEST_MAIN(TestMeaningPanel)
#include "tst_meaning_panel.moc"
