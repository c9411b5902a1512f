// SPDX-License-Identifier: Apache-2.0
#include <random>

#include "diagram/sidecar.h"
#include "sketch.h"

using namespace factline;
using namespace factline::testing;

/// Nothing that is done at the window cannot be taken back to the byte, and nothing is asked before.
class UndoAll : public QObject {
    Q_OBJECT
private slots:
    void twoHundredEdits_data();
    void twoHundredEdits();
    void deletingAsksNothing();
};

namespace {

/// Somebody who does what comes to mind, by mouse and keys.
struct Restless : Sketcher {
    std::minstd_rand random;
    int named = 0;

    explicit Restless(unsigned seed)
        : random(seed) {}

    unsigned below(std::size_t count) { return static_cast<unsigned>(random() % count); }
    QString newName() { return QStringLiteral("thing-%1").arg(++named); }
    /// Something that can be hit, selected by a click; false where something lies on top of it.
    bool pick() {
        if (!canvas().hasFocus()) canvas().setFocus();
        press(Qt::Key_0);
        const auto& nodes = canvas().diagram().nodes;
        if (nodes.empty()) return false;
        const QString name = nameOf(nodes[below(nodes.size())].key);
        if (!canvas().rect().contains(at(name))) return false;
        click(at(name));
        return selected() == name;
    }
    void add(Qt::Key key) { say(key, newName()); }
    void doSomething() {
        const bool picked = pick();
        switch (picked ? below(10) : below(4)) {
        case 0:
            return add(Qt::Key_T);
        case 1:
            return add(Qt::Key_E);
        case 2:
            return add(Qt::Key_R);
        case 3:
            return add(below(4) == 0 ? Qt::Key_C : Qt::Key_P);
        case 4:
        case 5:
            return say(Qt::Key_F2, newName());
        case 6:
            return drag(selected(), {static_cast<int>(below(80)) - 40, static_cast<int>(below(80)) - 40});
        case 7:
            return press(Qt::Key_D, Qt::ControlModifier);
        case 8:
            return say(Qt::Key_H, QStringLiteral("Is this so?"));
        default:
            return press(Qt::Key_Delete);
        }
    }
    std::pair<QString, std::string> bytes() {
        return {text(), diagram::renderPositions(document().snapshot()->positions)};
    }
};

} // namespace

void UndoAll::twoHundredEdits_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {19U, 190U, 1900U})
        QTest::addRow("seed %u", seed) << seed;
}

void UndoAll::twoHundredEdits() {
    QFETCH(unsigned, seed);
    Restless user(seed);
    user.settle();
    std::vector way{user.bytes()};
    for (int tries = 0; user.steps() < 200; ++tries) {
        user.doSomething();
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY2(tries < 2000, qPrintable(QString::number(user.steps())));
        user.settle();
        if (user.steps() < static_cast<int>(way.size())) continue; // it could not be done
        QCOMPARE(user.steps(), static_cast<int>(way.size()));
        way.push_back(user.bytes());
    }
    user.canvas().setFocus();
    for (auto state = way.rbegin(); state != way.rend(); ++state) {
        const auto now = user.bytes();
        QCOMPARE(now.first, state->first);
        QCOMPARE(now.second, state->second);
        user.press(Qt::Key_Z, Qt::ControlModifier);
    }
    QVERIFY(!user.document().isDirty());
    user.settle(); // and nothing moves afterwards
    QVERIFY(user.bytes() == way.front());
    for (const auto& state : way) {
        const auto now = user.bytes();
        QCOMPARE(now.first, state.first);
        QCOMPARE(now.second, state.second);
        user.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    user.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(read(user.file), way.back().first.toStdString());
}

void UndoAll::deletingAsksNothing() {
    Sketcher user;
    const QString before = user.text();
    user.click("event orders/OrderPlaced");
    user.press(Qt::Key_Delete);
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(!user.id("event orders/OrderPlaced"));
    QVERIFY2(user.toasted().contains("Removed event orders/OrderPlaced"), qPrintable(user.toasted()));
    QVERIFY2(user.toasted().contains("1 reference now leads nowhere"), qPrintable(user.toasted()));
    auto* undo = user.window->findChild<shell::Toast*>()->findChild<QAbstractButton*>();
    QVERIFY(undo != nullptr && undo->isVisible());
    QCOMPARE(undo->text(), QString("Undo"));
    user.click(*undo);
    QCOMPARE(user.text(), before);
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(UndoAll)
#include "tst_19_undo_all.moc"
