// SPDX-License-Identifier: Apache-2.0
#include "app/canvas/easel.h"

#include <QClipboard>
#include <QLineEdit>

#include "canvas/handle.h"
#include "canvas/name_editor.h"
#include "canvas/quick_insert.h"

using namespace factline;
using testing::Easel;

namespace {

canvas::NameEditor* editorOf(Easel& easel) {
    return easel.canvas->findChild<canvas::NameEditor*>();
}

QLineEdit* promptOf(Easel& easel) {
    return editorOf(easel)->findChild<QLineEdit*>();
}

void answer(Easel& easel, const QString& text) {
    auto* prompt = promptOf(easel);
    QVERIFY(prompt->isVisible());
    QTest::keyClicks(prompt, text);
    QTest::keyClick(prompt, Qt::Key_Return);
    QVERIFY(!prompt->isVisible());
    QVERIFY(easel.canvas->hasFocus());
}

/// The handle of a node that the pointer is on.
QPoint handle(Easel& easel, const std::string& fullKey, ElementKind kind) {
    QTest::mouseMove(easel.canvas.get(), {2, 2}); // a cursor that stands there already would tell nothing
    QTest::mouseMove(easel.canvas.get(), easel.on(kind, fullKey));
    const auto& shown = easel.canvas->diagram();
    for (std::size_t i = 0; i < shown.nodes.size(); ++i)
        if (shown.nodes[i].key == ElementKey{kind, fullKey})
            return canvas::handleOf(shown, i, easel.canvas->viewport()).toPoint();
    return {};
}

} // namespace

/// Elements are added, named, linked and moved by keys and by drawing lines.
class TestEditing : public QObject {
    Q_OBJECT
private slots:
    void keyAddsWithAName();
    void whatIsAddedComesIntoView();
    void escapeAddsNothing();
    void nothingElseMoves();
    void renameInPlace();
    void linkByName();
    void linkToWhatIsNewElsewhere();
    void lineLinksOrSaysWhyNot();
    void lineToBlankSpaceOffersWhatIsLegal();
    void doubleClickAddsWhatBelongsThere();
    void whatNobodyDeclaresIsDeclared();
    void moveByName();
    void pasteIsOneStep();
    void everyCommandHasItsOwnKey();
};

void TestEditing::whatIsAddedComesIntoView() {
    Easel easel;
    easel.click(easel.on(ElementKind::Fact, "orders/order"));
    easel.canvas->scrollBy(QPointF(0, -2000)); // the reader is elsewhere
    const auto away = easel.canvas->viewport();
    easel.key(Qt::Key_E);
    answer(easel, "OrderShipped");
    easel.drawn();
    QTRY_VERIFY(easel.canvas->viewport() != away);
    const auto& viewport = easel.canvas->viewport();
    const QRectF seen = viewport.toDiagram(QRectF(easel.canvas->rect()));
    QVERIFY(seen.contains(easel.place(ElementKind::Event, "orders/OrderShipped")));
    // Somebody looks elsewhere again: a later picture leaves them there.
    easel.canvas->scrollBy(QPointF(0, -2000));
    const auto again = easel.canvas->viewport();
    QVERIFY(easel.document.apply(
        edit::Rename{easel.id(ElementKind::Event, "orders/OrderCancelled"), "OrderDropped"}));
    easel.drawn();
    QCOMPARE(easel.canvas->viewport(), again);
}

void TestEditing::keyAddsWithAName() {
    Easel easel;
    easel.click(easel.on(ElementKind::Fact, "orders/order"));
    const auto viewport = easel.canvas->viewport();
    easel.key(Qt::Key_E);
    answer(easel, "OrderShipped");
    const auto shipped = easel.id(ElementKind::Event, "orders/OrderShipped");
    QVERIFY(shipped);
    QVERIFY(easel.selects({shipped}));
    QCOMPARE(easel.document.history().count(), 1);
    easel.drawn();
    QVERIFY(!easel.place(ElementKind::Event, "orders/OrderShipped").isNull());
    QCOMPARE(easel.canvas->viewport(), viewport);
}

void TestEditing::escapeAddsNothing() {
    Easel easel;
    easel.key(Qt::Key_T);
    QTest::keyClicks(promptOf(easel), "something");
    QTest::keyClick(promptOf(easel), Qt::Key_Escape);
    QVERIFY(!promptOf(easel)->isVisible());
    QCOMPARE(easel.document.history().count(), 0);
}

void TestEditing::nothingElseMoves() {
    Easel easel;
    const auto before = easel.positions();
    easel.key(Qt::Key_C);
    answer(easel, "shipping");
    QVERIFY(easel.id(ElementKind::Context, "shipping"));
    easel.key(Qt::Key_R);
    answer(easel, "parcels");
    easel.drawn();
    const auto after = easel.positions();
    for (const auto& [key, at] : before)
        QVERIFY2(after.at(key) == at, key.c_str());
    const auto& nodes = easel.canvas->diagram().nodes;
    for (const auto& a : nodes)
        for (const auto& b : nodes)
            QVERIFY(&a == &b || !a.rect.intersects(b.rect));
}

void TestEditing::renameInPlace() {
    Easel easel;
    const auto id = easel.placed();
    easel.click(easel.onOrderPlaced());
    easel.key(Qt::Key_F2);
    QCOMPARE(promptOf(easel)->text(), QString("OrderPlaced"));
    answer(easel, "OrderReceived");
    QCOMPARE(easel.id(ElementKind::Event, "orders/OrderReceived"), id);
    easel.drawn();
    QCOMPARE(easel.place(ElementKind::Event, "orders/OrderReceived").topLeft(), QPointF(16, 120));
    QTest::mouseDClick(easel.canvas.get(), Qt::LeftButton, {},
                       easel.on(ElementKind::Event, "orders/OrderReceived"));
    answer(easel, "OrderPlaced");
    QCOMPARE(easel.placed(), id);
}

void TestEditing::linkByName() {
    Easel easel;
    easel.click(easel.on(ElementKind::Event, "orders/OrderCancelled"));
    easel.key(Qt::Key_L);
    answer(easel, "finance/open-orders");
    easel.drawn();
    QCOMPARE(easel.document.history().count(), 1);
    QCOMPARE(easel.canvas->diagram().edges.size(), std::size_t(5));
    easel.key(Qt::Key_L);
    QTest::keyClicks(promptOf(easel), "nobody"); // is not there, but could be
    const auto& rows = editorOf(easel)->rows();
    QVERIFY(rows.count() > 0);
    for (int i = 0; i < rows.count(); ++i)
        QCOMPARE(rows.item(i)->text(), QString("Create “nobody”"));
    QTest::keyClick(promptOf(easel), Qt::Key_Escape);
    QCOMPARE(easel.document.history().count(), 1);
}

/// A name as the list writes those of other contexts: it stands there, and the text still can be typed.
void TestEditing::linkToWhatIsNewElsewhere() {
    Easel easel;
    easel.click(easel.on(ElementKind::Event, "orders/OrderCancelled"));
    easel.key(Qt::Key_L);
    answer(easel, "finance/thing-8");
    QCOMPARE(easel.document.history().count(), 1);
    const ElementId added = easel.selection.current();
    const Lookup lookup(easel.model());
    const Located* thing = lookup.find(added);
    QVERIFY(thing && thing->key.name == "finance/thing-8" && thing->context->name == "finance");
    const auto file = easel.document.text()->files.front();
    QVERIFY(easel.document.type(file.path, *file.text + "# more\n"));
    QVERIFY(!easel.document.draft());
}

void TestEditing::lineLinksOrSaysWhyNot() {
    Easel easel;
    const std::string cancelled = "orders/OrderCancelled";
    easel.drag(handle(easel, cancelled, ElementKind::Event),
               easel.on(ElementKind::View, "finance/open-orders"));
    QCOMPARE(easel.document.history().count(), 1);
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().edges.size(), std::size_t(5));
    const QString linked = easel.document.history().undoText();
    const auto told = easel.told.toasts.size();
    easel.drag(handle(easel, cancelled, ElementKind::Event), easel.on(ElementKind::Decision, "finance/bill"));
    QCOMPARE(easel.document.history().undoText(), linked);
    QCOMPARE(easel.document.history().count(), 1);
    QCOMPARE(easel.told.toasts.size(), told + 1);
    QVERIFY(easel.told.notices.isEmpty());
    easel.document.history().undo();
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().edges.size(), std::size_t(4));
}

void TestEditing::lineToBlankSpaceOffersWhatIsLegal() {
    Easel easel;
    easel.drag(handle(easel, "orders/OrderPlaced", ElementKind::Event), easel.at(330, 300));
    auto* insert = easel.canvas->findChild<canvas::QuickInsert*>();
    QVERIFY(insert->isOpen());
    QStringList kinds;
    for (int i = 0; i < insert->rows().count(); ++i)
        kinds << insert->rows().item(i)->text();
    QCOMPARE(kinds, QStringList({"Fact", "View", "Policy"})); // an event cannot be read by a decision
    auto* line = insert->findChild<QLineEdit*>();
    QTest::keyClicks(line, "view");
    QTest::keyClick(line, Qt::Key_Return);
    answer(easel, "new-orders");
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().edges.size(), std::size_t(5));
    QCOMPARE(easel.document.history().count(), 1); // the view and its link together
    easel.document.history().undo();
    easel.drawn();
    QCOMPARE(easel.canvas->diagram().edges.size(), std::size_t(4));
    QVERIFY(!easel.id(ElementKind::View, "orders/new-orders"));
}

void TestEditing::doubleClickAddsWhatBelongsThere() {
    Easel easel;
    auto* insert = easel.canvas->findChild<canvas::QuickInsert*>();
    const auto doubleClick = [&](const QPoint& at) {
        QTest::mouseDClick(easel.canvas.get(), Qt::LeftButton, {}, at);
    };
    const auto take = [&] { QTest::keyClick(insert->findChild<QLineEdit*>(), Qt::Key_Return); };
    doubleClick(easel.at(330, 300)); // where nothing is, a context
    QVERIFY(insert->isOpen());
    take();
    answer(easel, "returns");
    const ElementId returns = easel.id(ElementKind::Context, "returns");
    QVERIFY(easel.selects({returns}));
    easel.drawn();
    const QRectF finance = easel.place(ElementKind::Context, "finance");
    doubleClick(easel.at(finance.left() + 4, finance.bottom() - 4)); // inside one, something in it
    QVERIFY(insert->isOpen());
    take();
    answer(easel, "ReturnAsked");
    QVERIFY(easel.id(ElementKind::Event, "finance/ReturnAsked"));
    easel.drawn();
    doubleClick(easel.on(ElementKind::Context, "returns")); // a title is a name
    answer(easel, "refunds");
    QCOMPARE(easel.id(ElementKind::Context, "refunds"), returns);
    easel.drawn();
    doubleClick(easel.on(ElementKind::Fact, "orders/order"));
    answer(easel, "purchase");
    QVERIFY(easel.id(ElementKind::Fact, "orders/purchase"));
    QCOMPARE(easel.document.history().count(), 4);
}

void TestEditing::whatNobodyDeclaresIsDeclared() {
    Easel easel(std::string(testing::shop) +
                "  shops: {views: {shelf: {fedBy: {finance/PriceSet: {}, tax/RateSet: {}}}}}\n");
    const ElementKey price{ElementKind::Event, "finance/PriceSet"};
    QVERIFY(!easel.canvas->action("declare")->isEnabled());
    easel.click(easel.on(price.kind, price.name));
    QCOMPARE(easel.selection.undeclared(), std::optional(price));
    QCOMPARE(easel.canvas->selected(), std::optional(price));
    QVERIFY(easel.canvas->action("declare")->isEnabled());
    easel.key(Qt::Key_Insert);
    const ElementId id = easel.id(price.kind, price.name);
    QVERIFY(id && easel.selects({id}));
    QVERIFY(!easel.canvas->action("declare")->isEnabled());
    QCOMPARE(easel.document.history().count(), 1);
    easel.drawn();
    easel.key(Qt::Key_Escape);
    QTest::mouseDClick(easel.canvas.get(), Qt::LeftButton, {}, easel.on(ElementKind::Event, "tax/RateSet"));
    QVERIFY(easel.id(ElementKind::Event, "tax/RateSet"));
    QVERIFY(easel.id(ElementKind::Context, "tax"));
    QCOMPARE(easel.document.history().count(), 2);
}

void TestEditing::moveByName() {
    Easel easel;
    const auto id = easel.placed();
    easel.click(easel.onOrderPlaced());
    easel.key(Qt::Key_M);
    answer(easel, "finance");
    QCOMPARE(easel.id(ElementKind::Event, "finance/OrderPlaced"), id);
    QCOMPARE(easel.document.history().count(), 1);
}

void TestEditing::pasteIsOneStep() {
    Easel easel;
    easel.click(easel.on(ElementKind::Event, "orders/OrderCancelled"));
    QGuiApplication::clipboard()->setText("- Order shipped\n- Order returned\nOrder lost\n");
    easel.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(easel.document.history().count(), 1);
    for (const char* name : {"orders/OrderShipped", "orders/OrderReturned", "orders/OrderLost"})
        QVERIFY2(easel.id(ElementKind::Event, name), name);
}

void TestEditing::everyCommandHasItsOwnKey() {
    Easel easel;
    QSet<QString> keys;
    for (const QAction* action : easel.canvas->actions()) {
        QVERIFY(!action->text().isEmpty() && !action->objectName().isEmpty());
        const QString key = action->shortcut().toString();
        QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(key));
        keys += key;
    }
    for (const char* id :
         {"add-context", "add-hotspot", "quick-insert", "link", "delete", "duplicate", "arrange"})
        QVERIFY2(easel.canvas->action(id) != nullptr, id);
}

QTEST_MAIN(TestEditing)
#include "tst_canvas_editing.moc"
