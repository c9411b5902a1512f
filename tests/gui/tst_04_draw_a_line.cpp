// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// A line drawn by the mouse: on blank space it offers what it may lead to, on what it may not it says why.
class DrawALine : public QObject {
    Q_OBJECT
private slots:
    void blankSpaceOffersWhatIsLegal_data();
    void blankSpaceOffersWhatIsLegal();
    void whatIsOfferedIsMadeAndLinked();
    void aLegalDropLinks();
    void anIllegalDropSaysWhy_data();
    void anIllegalDropSaysWhy();
};

void DrawALine::blankSpaceOffersWhatIsLegal_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("event") << "event orders/OrderPlaced" << QStringList({"Fact", "View", "Policy"});
    QTest::newRow("fact") << "fact orders/order" << QStringList({"Fact", "Event", "View", "Decision"});
    QTest::newRow("view") << "view finance/open-orders" << QStringList({"Fact", "Event", "Decision"});
    QTest::newRow("decision") << "decision finance/bill" << QStringList({"Fact", "View"});
}

void DrawALine::blankSpaceOffersWhatIsLegal() {
    QFETCH(QString, from);
    QFETCH(QStringList, kinds);
    Sketcher user;
    user.draw(from, user.blank());
    QVERIFY(user.insert().isOpen());
    QCOMPARE(Sketcher::textsOf(user.insert().rows()), kinds);
    QVERIFY(user.insert().remark().contains("can be linked to these"));
    user.picture("line-to-blank");
    user.press(Qt::Key_Escape);
    QCOMPARE(user.steps(), 0);
}

void DrawALine::whatIsOfferedIsMadeAndLinked() {
    Sketcher user;
    const std::size_t lines = user.canvas().diagram().edges.size();
    user.draw("event orders/OrderPlaced", user.blank());
    user.enter("policy");
    user.enter("confirm-order");
    user.settle();
    QCOMPARE(user.steps(), 1);
    QVERIFY(user.text().contains("when: [OrderPlaced]"));
    QCOMPARE(user.canvas().diagram().edges.size(), lines + 1);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    user.settle();
    QVERIFY(!user.id("policy orders/confirm-order"));
    QCOMPARE(user.canvas().diagram().edges.size(), lines);
}

void DrawALine::aLegalDropLinks() {
    Sketcher user;
    user.draw("fact orders/order", user.at("decision finance/bill"));
    QCOMPARE(user.steps(), 1);
    QVERIFY2(user.text().contains("orders/order: {ask: owner}"), qPrintable(user.text()));
}

void DrawALine::anIllegalDropSaysWhy_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("why");
    QTest::newRow("no such line") << "event orders/OrderPlaced"
                                  << "decision finance/bill"
                                  << "decision";
    QTest::newRow("there already") << "event orders/OrderPlaced"
                                   << "view finance/open-orders"
                                   << "already";
    QTest::newRow("declared nowhere") << "view finance/open-orders"
                                      << "event tax/RateSet"
                                      << "Nobody declares";
}

void DrawALine::anIllegalDropSaysWhy() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, why);
    Sketcher user;
    const QString before = user.text();
    QVERIFY(!user.at(to).isNull());
    user.draw(from, user.at(to));
    QVERIFY(!user.insert().isOpen());
    QVERIFY2(user.toasted().contains(why), qPrintable(user.toasted()));
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    user.picture("refused");
}

QTEST_MAIN(DrawALine)
#include "tst_04_draw_a_line.moc"
