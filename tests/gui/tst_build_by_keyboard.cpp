// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iterator>

#include <QApplication>
#include <QClipboard>
#include <QTemporaryDir>
#include <QtTest>

#include "canvas/canvas.h"
#include "support/open_document.h"

using namespace factline;
using namespace factline::testing;

namespace {

/// The canvas of an empty model, with nothing but a keyboard before it.
struct Board : OpenDocument {
    picture::Theme theme = picture::loadTheme("light").value();
    canvas::Canvas canvas;

    Board()
        : OpenDocument("factline: 1\nmodel: Shop\n")
        , canvas(around, theme) {
        canvas.resize(900, 640);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowActive(&canvas));
        canvas.setFocus();
    }
    /// A key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// A command of the canvas, then a text, then Enter.
    void say(Qt::Key key, const QString& text) {
        QVERIFY2(canvas.hasFocus(), qPrintable(text));
        press(key);
        QVERIFY2(!canvas.hasFocus(), qPrintable(text));
        type(text);
        press(Qt::Key_Return);
    }
    void undo() { document.history().undo(); }
};

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const char* const built = R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {}
    events:
      OrderPlaced:
        announces: [order]
        hotspots: ["Who still needs this event, and what for?"]
    views:
      open-orders:
        shows: [order]
        fedBy:
          OrderPlaced: {}
          finance/OrderSettled: {}
    decisions:
      ship-parcel:
        reads:
          open-orders: {}
  finance:
    facts:
      bill: {}
    events:
      BillPaid:
        announces: [bill]
      OrderSettled: {}
    policies:
      settle-order:
        when: [BillPaid]
        then: [OrderSettled]
)";

} // namespace

/// A small model from nothing: no mouse, no dialog, and a file that reads like one written by hand.
class BuildByKeyboard : public QObject {
    Q_OBJECT
private slots:
    void buildsAModel() {
        Board board;
        board.say(Qt::Key_C, "orders");
        board.say(Qt::Key_T, "order");
        board.say(Qt::Key_E, "OrderPlaced");
        board.say(Qt::Key_H, "Who still needs this event, and what for?");
        board.say(Qt::Key_R, "open-orders");
        board.say(Qt::Key_D, "ship-parcel");
        board.say(Qt::Key_C, "finance");
        board.say(Qt::Key_T, "bill");
        board.say(Qt::Key_E, "BillPaid");
        board.say(Qt::Key_P, "settle-order");
        board.say(Qt::Key_E, "OrderClosed");
        board.say(Qt::Key_L, "orders/open-orders"); // a subscription
        board.say(Qt::Key_F2, "OrderSettled");
        QCOMPARE(board.told.notices, QStringList());
        QCOMPARE(board.text(), QString(built));
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("shop.factline.yaml").toStdString();
        QVERIFY(board.document.saveAs(file));
        QCOMPARE(bytesOf(file), std::string(built));

        board.press(Qt::Key_Delete);
        QVERIFY(!board.text().contains("OrderSettled:\n"));
        QVERIFY2(board.told.toasts.value(0).contains("2 reference"), qPrintable(board.told.toasts.value(0)));
        board.told.action(); // Undo
        QCOMPARE(board.text(), QString(built));
        while (board.document.history().canUndo())
            board.undo();
        QCOMPARE(board.text(), QString("factline: 1\nmodel: Shop\n"));
        while (board.document.history().canRedo())
            board.document.history().redo();
        QVERIFY(!board.text().contains("OrderSettled:\n")); // the last one: it was deleted
    }

    void quickInsertMakesSeveral() {
        Board board;
        board.say(Qt::Key_C, "orders");
        board.say(Qt::Key_C, "finance");
        board.press(Qt::Key_Space, Qt::ControlModifier);
        board.type("fact");
        board.press(Qt::Key_Tab);
        for (const char* name : {"bill", "payment", "refund"}) {
            board.type(name);
            board.press(Qt::Key_Return);
        }
        board.press(Qt::Key_Escape);
        QVERIFY(board.canvas.hasFocus());
        QCOMPARE(board.model().contexts[1]->facts.size(), std::size_t(3));
        board.say(Qt::Key_M, "orders");
        QVERIFY(board.id(ElementKind::Fact, {"orders", "refund"}));
        board.press(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(board.id(ElementKind::Fact, {"orders", "refund-2"}));
        board.press(Qt::Key_T);
        board.type("stock");
        board.press(Qt::Key_Tab);
        board.type("price");
        board.press(Qt::Key_Return);
        QVERIFY(board.id(ElementKind::Fact, {"orders", "stock"}));
        QVERIFY(board.id(ElementKind::Fact, {"orders", "price"}));
        QVERIFY(board.canvas.hasFocus());
    }

    void linksToWhatIsNotThereYet() {
        Board board;
        board.say(Qt::Key_C, "orders");
        board.say(Qt::Key_E, "OrderPlaced");
        const int before = board.document.history().count();
        board.press(Qt::Key_L);
        board.type("confirm");
        board.press(Qt::Key_Up); // fact, view, policy: the last one
        board.press(Qt::Key_Return);
        QCOMPARE(board.document.history().count(), before + 1);
        QVERIFY(board.text().contains("confirm:\n        when: [OrderPlaced]\n"));
    }

    void saysWhatToDoFirst() {
        Board board;
        board.press(Qt::Key_E);
        QVERIFY(board.told.notices.value(0).contains("Press C"));
        QVERIFY(board.canvas.hasFocus());
        board.press(Qt::Key_L);
        QVERIFY(board.told.toasts.value(0).contains("press L"));
        board.press(Qt::Key_C);
        board.press(Qt::Key_Escape);
        QVERIFY(board.canvas.hasFocus());
        QCOMPARE(board.document.history().count(), 0);
    }

    void thirtyPastedLinesAreThirtyEvents() {
        Board board;
        board.say(Qt::Key_C, "orders");
        QStringList lines;
        for (int i = 1; i <= 30; ++i)
            lines << QStringLiteral("Step %1 done").arg(i);
        QGuiApplication::clipboard()->setText(lines.join('\n'));
        board.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(board.model().contexts[0]->events.size(), std::size_t(30));
        QCOMPARE(board.document.history().count(), 2);
    }
};

QTEST_MAIN(BuildByKeyboard)
#include "tst_build_by_keyboard.moc"
