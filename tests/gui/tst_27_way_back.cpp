// SPDX-License-Identifier: Apache-2.0
#include "panels/panel.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The keyboard finds its way back to the canvas from wherever it was, so that the next thing said can be
/// typed at once and no letter goes where nobody looks.
class WayBack : public QObject {
    Q_OBJECT
private slots:
    void problemsLeaveItThere();
    void everyPanelGivesItBack();
    void jumpsBringItThere();
    void whatIsTypedComesFirst();
};

namespace {

struct Narrow : User {
    Narrow() { window->resize(1280, 720); }
    /// The field of the inspector that a problem is about; null: none is marked.
    QWidget* marked() {
        for (QWidget* each : window->docks().panel("inspector")->findChildren<QWidget*>())
            if (each->property("marked").toBool()) return each;
        return nullptr;
    }
    /// Of the event that was said last.
    void sayEvent(const QString& name) {
        say(Qt::Key_E, name);
        const auto& contexts = model().contexts;
        QVERIFY(std::ranges::any_of(contexts, [&](const auto& context) {
            return std::ranges::any_of(context->events,
                                       [&](const auto& event) { return event->name == name.toStdString(); });
        }));
    }
};

} // namespace

void WayBack::problemsLeaveItThere() {
    Narrow user;
    user.open(retail);
    int fields = 0;
    for (int i = 0; i < 12; ++i) {
        user.press(Qt::Key_F8);
        QVERIFY(user.canvas().hasFocus());
        QWidget* field = user.marked();
        if (!field) continue;
        ++fields;
        QTRY_COMPARE(field->visibleRegion().boundingRect(), field->rect()); // and not below the fold
        user.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(field->hasFocus()); // whoever wants to go into it goes there
        user.press(Qt::Key_Escape);
        QVERIFY(user.canvas().hasFocus());
    }
    QVERIFY(fields > 2);
    QCOMPARE(user.steps(), 0);
    user.picture("problem-field");
    user.sayEvent("StockCounted");
}

void WayBack::everyPanelGivesItBack() {
    Narrow user;
    user.open(retail);
    user.click("view search/stock-badge");
    for (const panels::PanelKind& kind : panels::panelKinds()) {
        if (const QString keys = kind.shortcut; keys.isEmpty())
            user.window->docks().show(kind.id);
        else
            user.press(Qt::Key(QKeySequence(keys)[0].key()), QKeySequence(keys)[0].keyboardModifiers());
        const panels::Panel* panel = user.window->docks().panel(kind.id);
        const bool isEmpty =
            panel->focusProxy() && !panel->focusProxy()->isVisible(); // of nothing that is asked
        if (isEmpty) continue;
        QVERIFY2(panel->isAncestorOf(QApplication::focusWidget()) || panel->hasFocus(), kind.id);
        user.press(Qt::Key_Escape);
        QVERIFY2(user.canvas().hasFocus(), kind.id);
        QCOMPARE(user.selected(), QString("view search/stock-badge"));
    }
    QCOMPARE(user.steps(), 0);
}

void WayBack::jumpsBringItThere() {
    Narrow user;
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    user.open(file);
    const auto intoTheText = [&] {
        user.press(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(user.window->docks().panel("yaml")->isAncestorOf(QApplication::focusWidget()));
    };
    intoTheText();
    user.press(Qt::Key_Escape);
    user.sayEvent("OrderShipped");
    intoTheText();
    user.press(Qt::Key_P, Qt::ControlModifier);
    user.find("OrderShipped");
    QVERIFY(user.canvas().hasFocus());
    user.press(Qt::Key_Delete);
    QCOMPARE(user.text().toStdString(), tiny);
    intoTheText();
    user.press(Qt::Key_F8);
    QVERIFY(user.canvas().hasFocus());
}

/// The first Esc takes back what was typed into a field, the second leaves it.
void WayBack::whatIsTypedComesFirst() {
    Narrow user;
    user.open(retail);
    user.click("view search/stock-badge");
    const QString before = user.text();
    auto* name = user.window->docks().panel("inspector")->findChild<QLineEdit*>("name");
    user.click(*name);
    user.type("x");
    user.press(Qt::Key_Escape);
    QVERIFY(name->hasFocus());
    QCOMPARE(name->text(), QString("stock-badge"));
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());
    for (int i = 0; i < 12 && !user.marked(); ++i)
        user.press(Qt::Key_F8);
    user.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field != nullptr);
    const QString there = field->text();
    user.type("x");
    user.press(Qt::Key_Escape);
    QVERIFY(field->hasFocus());
    QCOMPARE(field->text(), there);
    user.press(Qt::Key_Escape);
    QVERIFY(user.canvas().hasFocus());
    QCOMPARE(user.text(), before);
}

QTEST_MAIN(WayBack)
#include "tst_27_way_back.moc"
