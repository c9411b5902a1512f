// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The map in the heads of those in the room stays: an edit moves no other node.
class EditsMoveNothing : public QObject {
    Q_OBJECT
private slots:
    void whatStandsStays();
    void aFullContextGrows();
};

namespace {

struct Surveyor : User {
    /// Every node of before stands where it stood, and every context begins there.
    bool stays(const std::map<QString, QRectF>& before) {
        const auto now = places();
        for (const auto& [name, was] : before) {
            const auto found = now.find(name);
            if (found != now.end() && found->second.topLeft() == was.topLeft()) continue;
            return qWarning("%s has moved", qPrintable(name)), false;
        }
        return true;
    }
    /// No node on another one, each within its context.
    bool isTidy() {
        const auto all = places();
        for (const auto& [name, here] : all) {
            const bool context = name.startsWith("context");
            const QString home = "context " + name.section(' ', 1).section('/', 0, 0);
            if (!context && !all.at(home).contains(here))
                return qWarning("%s is not in its context", qPrintable(name)), false;
            for (const auto& [other, there] : all)
                if (!context && other != name && !other.startsWith("context") && there.intersects(here))
                    return qWarning("%s at %g, %g (%g x %g) on %s at %g, %g (%g x %g)", qPrintable(name),
                                    here.x(), here.y(), here.width(), here.height(), qPrintable(other),
                                    there.x(), there.y(), there.width(), there.height()),
                           false;
        }
        return true;
    }
};

} // namespace

void EditsMoveNothing::whatStandsStays() {
    Surveyor user;
    user.open(retail);
    auto before = user.places();
    user.click("context orders");
    for (const char* name : {"OrderHeld", "OrderMet", "OrderSplit"}) {
        user.say(Qt::Key_E, name);
        user.settle();
        QVERIFY(user.stays(before));
        QVERIFY(user.isTidy());
        before = user.places();
    }
    user.press(Qt::Key_0);
    user.click("event orders/OrderHeld");
    user.say(Qt::Key_F2, "OrderOnHold");
    user.settle();
    before.erase("event orders/OrderHeld");
    QVERIFY(user.stays(before));
    before = user.places();
    user.click("view search/stock-badge");
    user.press(Qt::Key_Delete);
    user.settle();
    before.erase("view search/stock-badge");
    QVERIFY(user.stays(before));
    QVERIFY(user.isTidy());
}

void EditsMoveNothing::aFullContextGrows() {
    Surveyor user;
    user.open(retail);
    user.click("context search");
    const auto before = user.places();
    user.press(Qt::Key_Space, Qt::ControlModifier);
    user.type("event");
    user.press(Qt::Key_Tab);
    for (int i = 0; i < 12; ++i)
        user.enter(QStringLiteral("Shelf%1Searched").arg(i));
    user.press(Qt::Key_Escape);
    user.settle();
    QVERIFY(user.isTidy());
    const QRectF small = before.at("context search"), grown = user.places().at("context search");
    QVERIFY(grown.contains(small) && grown != small); // to whichever side is free
    const auto now = user.places();
    for (const auto& [name, was] : before)
        if (!name.startsWith("context"))
            QCOMPARE(now.at(name).topLeft(), was.topLeft()); // a column may become narrower
}

QTEST_MAIN(EditsMoveNothing)
#include "tst_11_edits_move_nothing.moc"
