// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The map in the heads of those in the room stays: an edit moves no other node.
class EditsMoveNothing : public QObject {
    Q_OBJECT
private slots:
    void whatStandsStays();
    void aFullContextGrows();
    void longNamesAreCutWhereTheyStand();
    void sixtyMoreFindRoom();
    void whatIsNewTakesTheNearestFreeSlot();
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
    /// No node on another one, each within its context; no context on another one.
    bool isTidy() {
        const auto& contexts = canvas().diagram().contexts;
        const auto& nodes = canvas().diagram().nodes;
        const auto on = [](const auto& one, const auto& other) {
            return qWarning("%s on %s", qPrintable(nameOf(one.key)), qPrintable(nameOf(other.key))), false;
        };
        for (const auto& node : nodes) {
            const QRectF here = picture::toQt(node.rect);
            const QString home = "context " + nameOf(node.key).section(' ', 1).section('/', 0, 0);
            // A context that is walled in has further boxes.
            if (std::ranges::none_of(contexts, [&](const auto& box) {
                    return nameOf(box.key) == home && picture::toQt(box.rect).contains(here);
                }))
                return qWarning("%s is not in its context", qPrintable(nameOf(node.key))), false;
            for (const auto& other : nodes)
                if (&other != &node && other.rect.intersects(node.rect)) return on(node, other);
        }
        for (const auto& box : contexts)
            for (const auto& other : contexts)
                if (!(other.key == box.key) && other.rect.intersects(box.rect)) return on(box, other);
        return true;
    }
    /// What is written on a node.
    std::vector<std::string> labelOf(const QString& name) {
        for (const auto& node : canvas().diagram().nodes)
            if (nameOf(node.key) == name) return node.lines;
        return {};
    }
};

} // namespace

void EditsMoveNothing::whatStandsStays() {
    Surveyor user;
    user.open(retail);
    auto before = user.places();
    user.click("context orders");
    for (const char* name : {"OrderHeld", "OrderWasMetByWhatTheStoreHadLeftOnItsShelves", "",
                             "OrderWasSplitBetweenTheWarehouseAndTheStoreOfTheReader"}) {
        user.say(Qt::Key_E, name);
        user.settle();
        QVERIFY(user.stays(before));
        QVERIFY(user.isTidy());
        before = user.places();
    }
    user.press(Qt::Key_0);
    user.click("event orders/OrderHeld");
    user.say(Qt::Key_F2, "OrderIsOnHoldUntilSomebodyHasLookedAtItsAddressAgain");
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
        user.enter(QStringLiteral("Shelf%1WasSearchedByACustomerWhoFoundNothing").arg(i));
    user.press(Qt::Key_Escape);
    user.settle();
    QVERIFY(user.isTidy());
    const QRectF small = before.at("context search"), grown = user.places().at("context search");
    QVERIFY(grown.contains(small));
    const auto boxes = std::ranges::count(user.canvas().diagram().contexts, "search",
                                          [](const auto& box) { return box.key.name; });
    QVERIFY(grown != small || boxes > 1); // to whichever side is free, or further on
    const auto now = user.places();
    for (const auto& [name, was] : before)
        if (!name.startsWith("context"))
            QCOMPARE(now.at(name).topLeft(), was.topLeft()); // a column may become narrower
}

void EditsMoveNothing::longNamesAreCutWhereTheyStand() {
    Surveyor user;
    user.open(retail);
    const QString longer = "AndNobodyHadThoughtThatANameCouldEverBecomeAsLongAsThisOne";
    QStringList events;
    for (const auto& node : user.canvas().diagram().nodes)
        if (node.key.kind == ElementKind::Event && node.id) events += User::nameOf(node.key);
    QVERIFY(events.size() > 10);
    auto before = user.places();
    for (const QString& event : events) {
        user.press(Qt::Key_0);
        user.click(event);
        user.press(Qt::Key_F2);
        user.press(Qt::Key_End);
        user.enter(longer);
        user.settle();
        before[event + longer] = before.at(event);
        before.erase(event);
    }
    user.settle();
    QVERIFY(user.stays(before));
    QVERIFY(user.isTidy());
    const auto label = user.labelOf(events.front() + longer);
    QVERIFY(!label.empty());
    QVERIFY2(label.back().find("…") != std::string::npos, label.back().c_str());
    user.picture("long-names");
}

void EditsMoveNothing::sixtyMoreFindRoom() {
    Surveyor user;
    user.open(retail);
    const auto before = user.places();
    user.click("context orders");
    QStringList lines;
    for (int i = 0; i < 60; ++i)
        lines += QStringLiteral("Order step %1 was taken by somebody").arg(i);
    QGuiApplication::clipboard()->setText(lines.join('\n'));
    user.press(Qt::Key_V, Qt::ControlModifier);
    user.settle();
    QVERIFY(user.id("event orders/OrderStep59WasTakenBySomebody"));
    QVERIFY(user.stays(before));
    QVERIFY(user.isTidy());
    user.picture("sixty-more");
}

/// Where one in the middle of a column has gone, the next one that is made there takes its place; with no
/// place free, it stands below the last one, no further away than two neighbours are.
void EditsMoveNothing::whatIsNewTakesTheNearestFreeSlot() {
    Surveyor user;
    const auto file = user.place.file("column.factline.yaml");
    std::string text = "factline: 1\nmodel: Column\ncontexts:\n  orders:\n    events:\n";
    for (const char* name : {"OrderPlaced", "OrderPaid", "OrderPicked", "OrderSent", "OrderMet"})
        text += std::string("      ") + name + ": {}\n";
    write(file, text);
    user.open(file);
    const auto before = user.places();
    std::vector<QRectF> column;
    for (const auto& [name, place] : before)
        if (name.startsWith("event ")) column.push_back(place);
    std::ranges::sort(column, {}, &QRectF::top);
    const double step = column[1].top() - column[0].top();
    QCOMPARE(column.back().top() - column.front().top(), 4 * step);
    QString middle;
    for (const auto& [name, place] : before)
        if (place == column[2]) middle = name;

    user.click(middle);
    const QPoint there = user.at(middle);
    user.press(Qt::Key_Delete);
    user.settle();
    user.point(there);
    user.say(Qt::Key_E, "OrderSplit");
    user.settle();
    const QPointF found = user.places().at("event orders/OrderSplit").topLeft();
    QCOMPARE(found.y(), column[2].top());
    QVERIFY(std::abs(found.x() - column[2].left()) < 1); // its middle is where the pointer was
    // Full again: the next free place is below.
    user.point(there);
    user.say(Qt::Key_E, "OrderHeld");
    user.settle();
    const QPointF next = user.places().at("event orders/OrderHeld").topLeft();
    QVERIFY(std::abs(next.x() - column[0].left()) < 1);
    QVERIFY2(next.y() == column.back().top() + step || next.y() == column.front().top() - step,
             qPrintable(QString::number(next.y())));
    QVERIFY(user.isTidy());
}

QTEST_MAIN(EditsMoveNothing)
#include "tst_11_edits_move_nothing.moc"
