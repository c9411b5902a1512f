// SPDX-License-Identifier: Apache-2.0
#include <QTableView>
#include <QTreeView>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What finance takes an event to mean is not what orders means by it: the clash is found, mended in the
/// inspector, broken again, and the problem goes and comes with it.
class MendMeaning : public QObject {
    Q_OBJECT
private slots:
    void mendsAndBreaks();
};

namespace {

struct Analyst : User {
    bool isClashDrawn() {
        settle();
        const auto& drawn = canvas().diagram();
        return std::ranges::any_of(drawn.edges, [&](const diagram::EdgeShape& edge) {
            return edge.clash && nameOf(drawn.nodes[edge.to].key) == "view finance/completed-orders";
        });
    }
    int listed() {
        const auto* list = window->docks().panel("problems")->findChild<QTreeView*>();
        return static_cast<int>(list->model()
                                    ->match(list->model()->index(0, 0), Qt::AccessibleTextRole,
                                            QStringLiteral("(meaning-denied)"), -1,
                                            Qt::MatchContains | Qt::MatchRecursive)
                                    .size());
    }
    /// Into the cell that has the keyboard.
    static void replaceCell(const QString& text) {
        press(Qt::Key_F2);
        QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr);
        press(Qt::Key_A, Qt::ControlModifier);
        enter(text);
    }
};

} // namespace

void MendMeaning::mendsAndBreaks() {
    Analyst user;
    user.open(retail);
    const QString before = user.text();
    QCOMPARE(user.findings("meaning-denied").size(), 1);
    QCOMPARE(user.listed(), 1);
    QVERIFY(user.isClashDrawn());

    // F8 leads to the view, and Ctrl+Shift+I into the very cell that says it.
    for (int i = 0; i < 20 && user.selected() != "view finance/completed-orders"; ++i)
        user.press(Qt::Key_F8);
    QCOMPARE(user.selected(), QString("view finance/completed-orders"));
    user.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    auto* table = qobject_cast<QTableView*>(QApplication::focusWidget());
    QVERIFY(table != nullptr);
    QCOMPARE(table->currentIndex().data().toString(), QString("invoice.issuable"));
    user.replaceCell("order.checkout-finished");
    QTRY_VERIFY(user.text().contains("reliesOn: [{claim: order.checkout-finished, finality: final}]"));
    QCOMPARE(user.findings("meaning-denied"), QStringList());
    QCOMPARE(user.listed(), 0);
    // The publisher may still take it back, and says so: the cell beside it asked for too much.
    QCOMPARE(user.findings("meaning-weaker").size(), 1);
    QVERIFY(user.isClashDrawn());
    QTRY_COMPARE(QApplication::focusWidget(), table);
    user.press(Qt::Key_Right);
    user.press(Qt::Key_Delete);
    QTRY_VERIFY(user.text().contains("reliesOn: [order.checkout-finished]"));
    QCOMPARE(user.findings("meaning-weaker"), QStringList());
    QVERIFY(!user.isClashDrawn());

    // Taken back step by step, wherever the keyboard is: broken again.
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.findings("meaning-weaker").size(), 1);
    user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.text(), before);
    QCOMPARE(user.findings("meaning-denied").size(), 1);
    QCOMPARE(user.listed(), 1);
    QVERIFY(user.isClashDrawn());
    QVERIFY(!user.document().isDirty());
}

QTEST_MAIN(MendMeaning)
#include "tst_mend_meaning.moc"
