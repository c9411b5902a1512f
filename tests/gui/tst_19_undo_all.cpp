// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <QClipboard>
#include <QTextBlock>

#include "diagram/sidecar.h"
#include "panels/yaml/yaml_editor.h"
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
    bool wrote = false; ///< in the text, just now: that may go on with the step before

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
    /// The same, where it may be that nothing asks, or that the name does not fit.
    void trySaying(Qt::Key key, const QString& text) {
        press(key);
        if (canvas().hasFocus()) return;
        enter(text);
        while (!canvas().hasFocus())
            press(Qt::Key_Escape);
    }
    QString anyName(bool ofContext) {
        const Lookup lookup(model());
        std::vector<QString> names;
        for (const Located& each : lookup.all())
            if ((each.key.kind == ElementKind::Context) == ofContext)
                names.push_back(QString::fromStdString(each.key.name).section('/', -1));
        return names.empty() ? QStringLiteral("nobody") : names[below(names.size())];
    }
    /// Lines of somebody's notes.
    void paste() {
        QStringList lines;
        for (unsigned i = 0; i < 2 + below(3); ++i)
            lines += newName();
        QApplication::clipboard()->setText(lines.join('\n'));
        press(Qt::Key_V, Qt::ControlModifier);
    }
    /// A key or two in the text: an empty line, or a name that goes on.
    void write() {
        press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        auto* text = window->docks().panel("yaml")->findChild<panels::YamlEditor*>();
        QTRY_VERIFY(text->hasFocus());
        QTextCursor cursor = text->textCursor();
        const qsizetype name = text->text().indexOf("thing-", static_cast<int>(below(text->text().size())));
        if (name >= 0 && below(2) == 0) {
            cursor.setPosition(static_cast<int>(name));
            text->setTextCursor(cursor);
            type("x");
        } else {
            const auto line = static_cast<int>(below(text->document()->blockCount()));
            cursor.setPosition(text->document()->findBlockByNumber(line).position());
            cursor.movePosition(QTextCursor::EndOfBlock);
            text->setTextCursor(cursor);
            press(Qt::Key_Return);
        }
        const QString typed = text->text();
        QTRY_VERIFY2(this->text() == typed || document().draft(), qPrintable(typed));
        press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(canvas().hasFocus());
        if (document().draft()) press(Qt::Key_Z, Qt::ControlModifier); // not like that
        wrote = true;
    }
    /// A field of the inspector, by Tab: what a fact or an event means.
    void fillIn() {
        press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        const auto isThere = [] { return QApplication::focusWidget()->accessibleName() == "Means"; };
        for (int tabs = 0; tabs < 40 && !isThere(); ++tabs)
            press(Qt::Key_Tab);
        if (isThere()) {
            type(newName());
            press(Qt::Key_Tab); // which takes it
        }
        for (int i = 0; i < 3 && !canvas().hasFocus(); ++i)
            press(Qt::Key_Escape);
        if (!canvas().hasFocus()) canvas().setFocus(); // it has been in a bar
    }
    /// With all that is in it and that others refer to.
    void removeContext() {
        press(Qt::Key_P, Qt::ControlModifier);
        find("context " + anyName(true));
        QTRY_VERIFY(canvas().hasFocus());
        press(Qt::Key_Delete);
    }
    void layOut() {
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!canvas().action("arrange-cancel")->isEnabled(), 20'000);
    }
    void doSomething() {
        const bool picked = pick();
        switch (picked ? below(30) : below(7)) {
        case 0:
            return add(Qt::Key_T);
        case 1:
            return add(Qt::Key_E);
        case 2:
            return add(Qt::Key_R);
        case 3:
            return add(below(4) == 0 ? Qt::Key_C : Qt::Key_P);
        case 4:
            return paste();
        case 5:
            return write();
        case 6:
            return below(3) == 0 ? removeContext() : add(Qt::Key_C);
        case 7:
            return below(2) == 0 ? layOut() : add(Qt::Key_R);
        case 8:
        case 9:
            return say(Qt::Key_F2, newName());
        case 10:
        case 11:
            return drag(selected(), {static_cast<int>(below(80)) - 40, static_cast<int>(below(80)) - 40});
        case 12:
        case 13:
            return press(Qt::Key_D, Qt::ControlModifier);
        case 14:
            return say(Qt::Key_H, QStringLiteral("Is this so?"));
        case 15:
        case 16:
        case 17:
            return trySaying(Qt::Key_L, anyName(false));
        case 18:
        case 19:
        case 20:
            return trySaying(Qt::Key_M, anyName(true));
        case 21:
        case 22:
        case 23:
            return fillIn();
        case 24:
            return add(Qt::Key_D);
        default:
            return press(Qt::Key_Delete);
        }
    }
    std::pair<QString, std::string> bytes() {
        return {text(), diagram::renderPositions(*document().snapshot()->positions)};
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
    for (int tries = 0; way.size() <= 200; ++tries) {
        user.doSomething();
        QVERIFY(!QTest::currentTestFailed());
        QVERIFY2(tries < 2000, qPrintable(QString::number(user.steps())));
        user.settle();
        const auto index = static_cast<std::size_t>(user.document().history().index());
        if (std::exchange(user.wrote, false)) way.resize(std::min(way.size(), index));
        if (index < way.size()) continue; // it could not be done
        QCOMPARE(index, way.size());
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
    user.save();
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
