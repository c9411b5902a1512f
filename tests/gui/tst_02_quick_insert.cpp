// SPDX-License-Identifier: Apache-2.0
#include "canvas/hit.h"
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// Everything that is said in the room has its key or its line in the quick insert, where the pointer is.
class QuickInserting : public QObject {
    Q_OBJECT
private slots:
    void everyKindHasItsKey();
    void aNameHidesNoTitle();
    void opensWhereThePointerIs();
    void linksToWhatIsNotThereYet();
    void opensAtThePointer_data();
    void opensAtThePointer();
    void eachLetterAddsItsKind_data();
    void eachLetterAddsItsKind();
    void anUnknownNameOffersToCreate();
    void anOpenQuestionIsKept();
    void movesToAnotherContext();
};

void QuickInserting::everyKindHasItsKey() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_T, "order");
    user.say(Qt::Key_E, "OrderPlaced");
    user.say(Qt::Key_R, "open-orders");
    user.say(Qt::Key_D, "ship-parcel");
    user.say(Qt::Key_P, "settle-order");
    user.say(Qt::Key_H, "Who settles when nobody pays?");
    user.say(Qt::Key_C, "finance");
    QVERIFY(user.id("fact orders/order"));
    QVERIFY(user.id("event orders/OrderPlaced"));
    QVERIFY(user.id("view orders/open-orders"));
    QVERIFY(user.id("decision orders/ship-parcel"));
    QVERIFY(user.id("policy orders/settle-order"));
    QVERIFY(user.text().contains("Who settles when nobody pays?"));
    user.settle();
    user.press(Qt::Key_0);
    user.click("policy orders/settle-order");
    user.say(Qt::Key_M, "finance");
    QVERIFY(user.id("policy finance/settle-order"));
    QVERIFY(!user.id("policy orders/settle-order"));
}

/// Also where one types on before what was added last is drawn.
void QuickInserting::aNameHidesNoTitle() {
    Builder user;
    const auto* editor = user.canvas().findChild<canvas::NameEditor*>();
    user.say(Qt::Key_C, "orders");
    for (const auto& [key, name] : {std::pair(Qt::Key_T, "order"), std::pair(Qt::Key_E, "OrderPlaced"),
                                    std::pair(Qt::Key_R, "open-orders"), std::pair(Qt::Key_P, "ship")}) {
        user.press(key);
        user.settle(); // the picture comes below it
        QVERIFY(editor->isOpen());
        QVERIFY2(!editor->geometry().contains(user.at("context orders")), name);
        user.enter(name);
    }
}

void QuickInserting::opensWhereThePointerIs() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.settle();
    const auto& kinds = *user.canvas().findChild<canvas::QuickInsert*>();
    // By double click on blank ground: a context, for nothing else can stand there.
    const QPoint blank = user.blank();
    user.doubleClick(blank);
    QTRY_VERIFY(kinds.isOpen());
    QVERIFY(kinds.geometry().adjusted(-8, -8, 8, 8).contains(blank));
    user.press(Qt::Key_Return);
    QTRY_VERIFY(!kinds.isOpen());
    user.enter("finance");
    QVERIFY(user.id("context finance"));
    user.settle();
    // By Ctrl+Space where the pointer rests, its name in edit.
    const QPoint inside = user.at("context finance");
    user.point(inside);
    user.press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(kinds.isOpen());
    QVERIFY(kinds.geometry().adjusted(-8, -8, 8, 8).contains(inside));
    user.enter("fact");
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line != nullptr);
    QCOMPARE(line->placeholderText(), QString("Name of the fact"));
    user.enter("bill");
    QVERIFY(user.id("fact finance/bill"));
}

void QuickInserting::linksToWhatIsNotThereYet() {
    Builder user;
    user.say(Qt::Key_C, "orders");
    user.say(Qt::Key_E, "OrderPlaced");
    const int before = user.steps();
    user.press(Qt::Key_L);
    user.type("confirm");
    const auto& names = *user.canvas().findChild<canvas::NameEditor*>();
    for (int row = 0; row < names.rows().count(); ++row)
        QVERIFY(names.rows().item(row)->text().contains("Create"));
    user.press(Qt::Key_Up); // fact, view, policy: the last one
    user.press(Qt::Key_Return);
    QCOMPARE(user.steps(), before + 1);
    QVERIFY(user.text().contains("confirm:\n        when: [OrderPlaced]\n"));
}

void QuickInserting::opensAtThePointer_data() {
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("Ctrl+Space") << false;
    QTest::newRow("double click") << true;
}

void QuickInserting::opensAtThePointer() {
    QFETCH(bool, byMouse);
    Sketcher user;
    const int width = user.canvas().width();
    user.canvas().scrollBy({-0.4 * width, 0}); // so that there is room for the card
    const QPoint at(width / 2 + 80, 60);
    QVERIFY(!canvas::elementAt(user.canvas().diagram(), user.canvas().viewport().toDiagram(QPointF(at))));
    user.moveTo(at);
    if (byMouse)
        user.doubleClick(at);
    else
        user.press(Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(user.insert().isOpen());
    QCOMPARE(user.insert().pos(), at);
    QCOMPARE(Sketcher::textsOf(user.insert().rows()),
             QStringList({"Context", "Fact", "Event", "View", "Policy", "Decision", "Hotspot"}));
    user.picture("quick-insert");
    user.enter("context");
    // Its name is in edit, at the same place, and there the element comes to stand.
    QVERIFY(user.editor().isOpen() && !user.insert().isOpen());
    QCOMPARE(user.editor().pos(), at);
    const QPointF wanted = user.canvas().viewport().toDiagram(QPointF(at));
    user.enter("returns");
    user.settle();
    QCOMPARE(user.selected(), QString("context returns"));
    const QPointF off = user.places().at("context returns").topLeft() - wanted;
    QVERIFY2(off.manhattanLength() < 16, qPrintable(QStringLiteral("%1 %2").arg(off.x()).arg(off.y())));
}

void QuickInserting::eachLetterAddsItsKind_data() {
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("added");
    QTest::newRow("C") << Qt::Key_C << "returns"
                       << "context returns";
    QTest::newRow("T") << Qt::Key_T << "refund"
                       << "fact orders/refund";
    QTest::newRow("E") << Qt::Key_E << "OrderSent"
                       << "event orders/OrderSent";
    QTest::newRow("R") << Qt::Key_R << "parcels"
                       << "view orders/parcels";
    QTest::newRow("D") << Qt::Key_D << "send-parcel"
                       << "decision orders/send-parcel";
    QTest::newRow("P") << Qt::Key_P << "send-reminder"
                       << "policy orders/send-reminder";
}

void QuickInserting::eachLetterAddsItsKind() {
    QFETCH(Qt::Key, key);
    QFETCH(QString, name);
    QFETCH(QString, added);
    Sketcher user;
    user.moveTo({2, 2});
    user.click("fact orders/order");
    user.say(key, name);
    QVERIFY2(user.id(added), qPrintable(user.text()));
    QCOMPARE(user.selected(), added);
    QCOMPARE(user.steps(), 1);
    QVERIFY(user.canvas().hasFocus());
    user.settle();
    QVERIFY(user.places().contains(added));
}

void QuickInserting::anUnknownNameOffersToCreate() {
    Sketcher user;
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_L);
    user.type("parcels");
    QCOMPARE(Sketcher::textsOf(user.editor().rows()),
             QStringList({"Create “parcels”", "Create “parcels”", "Create “parcels”"})); // fact, view, policy
    user.picture("link-creates");
    user.press(Qt::Key_Down);
    user.press(Qt::Key_Return);
    QCOMPARE(user.steps(), 1); // the view and the line to it
    QVERIFY2(
        user.text().contains("parcels:\n        shows: [order]\n        fedBy:\n          OrderPlaced: {}"),
        qPrintable(user.text()));
    // A name that is known is linked to, and nothing is created.
    user.settle();
    user.click("event orders/OrderPlaced");
    user.say(Qt::Key_L, "finance/open-orders");
    QCOMPARE(user.steps(), 1); // they are linked already
    QVERIFY(user.editor().isOpen());
    QVERIFY(!user.editor().remark().isEmpty());
}

void QuickInserting::anOpenQuestionIsKept() {
    Sketcher user;
    user.click("event orders/OrderPlaced");
    user.say(Qt::Key_H, "Is a gift an order?");
    QVERIFY2(user.text().contains("hotspots: [Is a gift an order?]") ||
                 user.text().contains("hotspots: [\"Is a gift an order?\"]"),
             qPrintable(user.text()));
    user.settle();
    user.save();
    const std::string saved = read(user.file);
    QVERIFY(saved.find("Is a gift an order?") != std::string::npos);
    const auto& nodes = user.canvas().diagram().nodes;
    const auto placed = std::ranges::find_if(
        nodes, [](const auto& node) { return User::nameOf(node.key) == "event orders/OrderPlaced"; });
    QVERIFY(std::ranges::find(placed->badges, diagram::Badge::Kind::Hotspot, &diagram::Badge::kind) !=
            placed->badges.end());
}

void QuickInserting::movesToAnotherContext() {
    Sketcher user;
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_M);
    QCOMPARE(Sketcher::textsOf(user.editor().rows()), QStringList({"orders", "finance"}));
    user.enter("fin");
    QCOMPARE(user.steps(), 1);
    QVERIFY(user.id("event finance/OrderPlaced"));
    QVERIFY(!user.text().contains("orders/OrderPlaced")); // who is fed by it follows
    user.settle();
    const auto places = user.places();
    QVERIFY(places.at("context finance").contains(places.at("event finance/OrderPlaced")));
}

QTEST_MAIN(QuickInserting)
#include "tst_02_quick_insert.moc"
