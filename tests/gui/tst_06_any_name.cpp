// SPDX-License-Identifier: Apache-2.0
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// A name that is taken, or none at all, stops nobody: it is taken as typed and becomes a problem.
class AnyName : public QObject {
    Q_OBJECT
private slots:
    void aTakenNameIsAProblem();
    void noNameIsAProblem();
    void renamingTakesAnythingToo();
};

void AnyName::aTakenNameIsAProblem() {
    Sketcher user;
    user.moveTo({2, 2});
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_E);
    user.type("OrderPlaced");
    QVERIFY(user.editor().remark().contains("already")); // it says so, and lets one go on
    user.press(Qt::Key_Return);
    QVERIFY(!user.editor().isOpen());
    QCOMPARE(user.model().contexts[0]->events.size(), std::size_t(2));
    QCOMPARE(user.findings("name-taken").size(), 1);
    user.settle();
    user.press(Qt::Key_F2);
    user.enter("OrderSent");
    QCOMPARE(user.findings("name-taken").size(), 0);
}

void AnyName::noNameIsAProblem() {
    Sketcher user;
    user.moveTo({2, 2});
    user.click("fact orders/order");
    for (const Qt::Key key : {Qt::Key_E, Qt::Key_E, Qt::Key_R, Qt::Key_C})
        user.say(key, "");
    QCOMPARE(user.steps(), 4);
    const QStringList malformed = user.findings("name-malformed");
    QCOMPARE(malformed.filter("without a name").size(), 4);
    QVERIFY(user.window->noticed().isEmpty());
    for (const auto& node : user.canvas().diagram().nodes) // each says so where its name will stand
        if (node.key.name.ends_with('/')) QCOMPARE(node.fullName, std::string("no name yet"));
    const auto& contexts = user.canvas().diagram().contexts;
    QCOMPARE(std::ranges::count(contexts, "no name yet", &diagram::ContextShape::title), 1);
    QCOMPARE(std::ranges::count_if(user.canvas().diagram().nodes,
                                   [](const auto& node) { return node.fullName == "no name yet"; }),
             3);
    user.picture("unnamed");

    // What is written is read again, and each can be named.
    user.save();
    QVERIFY(!user.document().isDirty());
    user.settle();
    user.say(Qt::Key_F2, "returns"); // the context came last
    QVERIFY2(user.id("context returns"), qPrintable(user.text()));
    QCOMPARE(user.findings("name-malformed").filter("without a name").size(), 3);
    const QString text = user.text();
    user.save();
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    user.start();
    user.open(user.file);
    QCOMPARE(user.text(), text);
    QCOMPARE(user.model().contexts[0]->events.size(), std::size_t(3));
}

void AnyName::renamingTakesAnythingToo() {
    Sketcher user;
    user.moveTo({2, 2});
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_F2);
    user.press(Qt::Key_Delete); // all of it is selected
    user.press(Qt::Key_Return);
    QVERIFY(!user.editor().isOpen());
    QCOMPARE(user.steps(), 1);
    QCOMPARE(user.findings("name-malformed").filter("without a name").size(), 1);
    user.say(Qt::Key_F2, "OrderPlaced");
    QCOMPARE(user.findings("name-malformed").filter("without a name").size(), 0);
    QVERIFY2(user.text().contains("orders/OrderPlaced: {}"), qPrintable(user.text())); // its reader followed
}

QTEST_MAIN(AnyName)
#include "tst_06_any_name.moc"
