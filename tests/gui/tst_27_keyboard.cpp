// SPDX-License-Identifier: Apache-2.0
#include <QAccessible>

#include "canvas/hit.h"
#include "canvas/spoken.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// Everything on the canvas without a mouse: every node is reached by the arrow keys, the ring shows where
/// one is, and what can be dragged can be done by keys.
class Keyboard : public QObject {
    Q_OBJECT
private slots:
    void arrowsReachEveryNode();
    void theRingIsSeen();
    void everyDragHasItsKeys();
    void nodesAreSpoken();
};

namespace {

constexpr std::array arrows{Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Up};

/// Whether the accent is drawn on the ring around a node.
bool isRinged(User& user, const QString& name) {
    const QImage image = user.canvas().grab().toImage();
    const QRectF rect = user.places().at(name);
    const double scale = user.canvas().viewport().scale;
    const QColor accent = user.canvas().theme().accent;
    const QPointF left = user.canvas().viewport().toScreen(rect.topLeft() + QPointF(-4, rect.height() / 2));
    int near = 0;
    for (int x = static_cast<int>(left.x() - 3 * scale) - 2; x <= left.x() + 3 * scale + 2; ++x) {
        const QPoint point = QPoint(x, static_cast<int>(left.y())) * image.devicePixelRatio();
        if (!image.rect().contains(point)) continue;
        const QColor drawn = image.pixelColor(point);
        near += std::abs(drawn.red() - accent.red()) + std::abs(drawn.green() - accent.green()) +
                            std::abs(drawn.blue() - accent.blue()) <
                        60
                    ? 1
                    : 0;
    }
    return near > 0;
}

} // namespace

void Keyboard::arrowsReachEveryNode() {
    User user;
    user.open(retail);
    user.canvas().setFocus();
    user.press(Qt::Key_Right, Qt::ShiftModifier); // from nothing to the first one
    const QString first = user.selected();
    QVERIFY(!first.isEmpty());
    // Outward from there, from each node in each direction as often as that leads to somebody new.
    std::set<QString> met{first};
    std::vector<QString> open{first};
    const auto here = [&] {
        const auto key = user.canvas().selected();
        return key ? User::nameOf(*key) : QString();
    };
    const auto& nodes = user.canvas().diagram().nodes;
    while (!open.empty() && met.size() < nodes.size()) {
        const QString name = open.back();
        open.pop_back();
        for (const Qt::Key arrow : arrows) {
            for (bool found = true; found;) {
                user.click(name);
                user.press(arrow);
                found = met.insert(here()).second;
                if (found) open.push_back(here());
            }
        }
    }
    QStringList missed;
    for (const auto& node : nodes)
        if (!met.contains(User::nameOf(node.key))) missed += User::nameOf(node.key);
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join('\n')));
    QCOMPARE(user.steps(), 0);
}

void Keyboard::theRingIsSeen() {
    User user;
    user.open(retail);
    const QString view("view search/stock-badge");
    user.jump(view);
    user.press(Qt::Key_1); // 100 %
    user.press(Qt::Key_Left);
    const auto key = user.canvas().selected();
    QVERIFY(key && User::nameOf(*key) != view);
    const QString now = User::nameOf(*key);
    // Along a line, and brought into view with a ring around it; the ring has left where it was.
    const auto& diagram = user.canvas().diagram();
    const auto from = canvas::nodeOf(diagram, {ElementKind::View, "search/stock-badge"});
    const auto to = canvas::nodeOf(diagram, *key);
    QVERIFY(std::ranges::any_of(diagram.edges, [&](const auto& edge) {
        return (edge.from == from && edge.to == to) || (edge.from == to && edge.to == from);
    }));
    QVERIFY(QRectF(user.canvas().rect())
                .contains(user.canvas().viewport().toScreen(user.places().at(now).center())));
    QVERIFY(isRinged(user, now));
    user.picture("keyboard");
    user.press(Qt::Key_Escape);
    QVERIFY(!isRinged(user, now));
}

void Keyboard::everyDragHasItsKeys() {
    User user;
    write(user.place.file("tiny.factline.yaml"), tiny + R"(  billing:
    views:
      bills: {shows: [orders/order]}
)");
    user.open(user.place.file("tiny.factline.yaml"));
    // A shape is moved.
    const QString event("event orders/OrderPlaced");
    user.jump(event);
    const QRectF before = user.places().at(event);
    user.press(Qt::Key_Right, Qt::ControlModifier);
    user.settle();
    QTRY_VERIFY(user.places().at(event).left() > before.left());
    QCOMPARE(user.places().at(event).top(), before.top());
    // A line is drawn.
    QVERIFY(!user.text().contains("fedBy"));
    user.say(Qt::Key_L, "bills");
    user.settle();
    QVERIFY2(user.text().contains("fedBy"), qPrintable(user.text()));
    // A line to blank space makes something new.
    user.jump("fact orders/order");
    user.say(Qt::Key_E, "OrderDropped");
    user.settle();
    QVERIFY(user.id("event orders/OrderDropped"));
    // A shape goes to another context.
    user.jump("event orders/OrderDropped");
    user.say(Qt::Key_M, "billing");
    user.settle();
    QVERIFY(user.id("event billing/OrderDropped"));
    // Several are chosen one after another, as a frame does.
    user.jump(event);
    std::set<ElementId> chosen{user.id(event)};
    for (const Qt::Key arrow : arrows) {
        user.press(arrow, Qt::ControlModifier | Qt::ShiftModifier);
        const auto& ids = user.window->selection().ids();
        QVERIFY(std::ranges::find(ids, user.id(event)) != ids.end());
        chosen.insert(ids.begin(), ids.end());
    }
    QVERIFY(user.window->selection().ids().size() > 1);
    QCOMPARE(user.window->selection().ids().size(), chosen.size());
    // The picture is moved and zoomed.
    user.press(Qt::Key_Escape);
    const auto seen = user.canvas().viewport();
    user.press(Qt::Key_Right);
    QVERIFY(user.canvas().viewport().offset.x() < seen.offset.x());
    user.press(Qt::Key_Plus);
    QVERIFY(user.canvas().viewport().scale > seen.scale);
    user.press(Qt::Key_0);
    QCOMPARE(user.canvas().viewport(), seen);
}

void Keyboard::nodesAreSpoken() {
    User user;
    user.open(retail);
    auto* spoken = QAccessible::queryAccessibleInterface(&user.canvas());
    QVERIFY(spoken != nullptr);
    const auto& diagram = user.canvas().diagram();
    QVERIFY(spoken->childCount() >= static_cast<int>(diagram.nodes.size()));
    std::map<QString, int> names;
    for (int i = 0; i < static_cast<int>(diagram.nodes.size()); ++i) {
        auto* node = spoken->child(i);
        QVERIFY(node != nullptr && node->isValid());
        QCOMPARE(spoken->indexOfChild(node), i);
        QCOMPARE(node->parent(), spoken);
        names[node->text(QAccessible::Name)] = i;
        const QPoint middle =
            user.canvas().mapToGlobal(user.at(User::nameOf(diagram.nodes[static_cast<std::size_t>(i)].key)));
        QVERIFY(node->rect().contains(middle));
    }
    QStringList said;
    for (const auto& [name, index] : names)
        said += name;
    for (const char* name : {"Event OrderCompleted, owned by Orders, 3 subscribers",
                             "Event OrderPlaced, owned by Orders, 2 subscribers",
                             "Decision accept order, owned by Checkout, 3 things read"})
        QVERIFY2(names.contains(name), qPrintable(said.join('\n')));
    // The one that is chosen has the keyboard, and a screen reader may choose another one.
    user.jump("view search/stock-badge");
    auto* focused = spoken->focusChild();
    QVERIFY(focused != nullptr);
    QVERIFY(focused->text(QAccessible::Name).startsWith("View stock badge, owned by "));
    QVERIFY(focused->state().focused && focused->state().selected);
    auto* other = spoken->child(names.begin()->second);
    QVERIFY(!other->state().focused);
    other->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(other->state().focused && !focused->state().focused);
    // A context as well.
    auto* context = spoken->child(static_cast<int>(diagram.nodes.size()));
    QVERIFY2(context->text(QAccessible::Name).startsWith("Context "),
             qPrintable(context->text(QAccessible::Name)));
    context->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(user.selected(), User::nameOf(diagram.contexts.front().key));
    QVERIFY(context->state().focused && spoken->focusChild() == context);
    // A node that goes away stays away, whoever still holds it.
    user.jump("view search/stock-badge");
    user.press(Qt::Key_Delete);
    user.settle();
    QVERIFY(!focused->isValid());
    QCOMPARE(focused->text(QAccessible::Name), QString());
}

QTEST_MAIN(Keyboard)
#include "tst_27_keyboard.moc"
