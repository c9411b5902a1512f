// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include "canvas/quick_insert.h"

using namespace factline;
using canvas::Insertable;
using canvas::QuickInsert;

namespace {

struct Board {
    QWidget canvas;
    QuickInsert* insert;
    QSignalSpy chosen;

    Board()
        : insert(new QuickInsert(picture::loadTheme("dark").value(), &canvas))
        , chosen(insert, &QuickInsert::chosen) {
        canvas.setFocusPolicy(Qt::StrongFocus);
        canvas.resize(640, 480);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowActive(&canvas));
    }
    QWidget* line() const { return insert->findChild<QLineEdit*>(); }
    QStringList rows() const {
        QStringList texts;
        for (int i = 0; i < insert->rows().count(); ++i)
            texts << insert->rows().item(i)->text();
        return texts;
    }
    Insertable kind() { return chosen.last().at(0).value<Insertable>(); }
};

} // namespace

class QuickInsertTest : public QObject {
    Q_OBJECT
private slots:
    void listsEveryKindWithItsKey() {
        Board board;
        board.insert->ask({20, 20});
        QCOMPARE(board.rows(),
                 QStringList({"Context", "Fact", "Event", "View", "Policy", "Decision", "Hotspot"}));
        QCOMPARE(board.insert->rows().item(3)->data(Qt::UserRole), QVariant("R"));
        QTest::keyClick(board.line(), Qt::Key_Return); // an event, for a start
        QCOMPARE(board.kind(), Insertable(ElementKind::Event));
        QCOMPARE(board.chosen.last().at(1), QVariant(false));
        QVERIFY(!board.insert->isOpen() && board.canvas.hasFocus());
    }

    void typingNarrowsAndTabIsSticky() {
        Board board;
        board.insert->ask({20, 20});
        QTest::keyClicks(board.line(), "dec");
        QCOMPARE(board.rows(), QStringList({"Decision"}));
        QTest::keyClick(board.line(), Qt::Key_Tab);
        QCOMPARE(board.kind(), Insertable(ElementKind::Decision));
        QCOMPARE(board.chosen.last().at(1), QVariant(true));
    }

    void remembersTheLastKind() {
        Board board;
        board.insert->ask({20, 20});
        QTest::keyClick(board.line(), Qt::Key_Down);
        QTest::keyClick(board.line(), Qt::Key_Return);
        QCOMPARE(board.kind(), Insertable(ElementKind::View));
        board.insert->ask({20, 20});
        QTest::keyClick(board.line(), Qt::Key_Return);
        QCOMPARE(board.kind(), Insertable(ElementKind::View));
    }

    void canBeRestricted() {
        Board board;
        board.insert->ask({20, 20}, {{ElementKind::View, "View", "feeds"}, {std::nullopt, "Hotspot", {}}},
                          "OrderPlaced can be linked to these");
        QCOMPARE(board.rows(), QStringList({"View", "Hotspot"}));
        QCOMPARE(board.insert->remark(), QString("OrderPlaced can be linked to these"));
        QTest::keyClick(board.line(), Qt::Key_Up);
        QTest::keyClick(board.line(), Qt::Key_Return);
        QVERIFY(!board.kind());
    }

    void escClosesAndNothingFittingStaysOpen() {
        Board board;
        QSignalSpy given(board.insert, &QuickInsert::givenUp);
        board.insert->ask({20, 20});
        QTest::keyClicks(board.line(), "zz");
        QTest::keyClick(board.line(), Qt::Key_Return);
        QVERIFY(board.insert->isOpen() && board.rows().isEmpty());
        QTest::keyClick(board.line(), Qt::Key_Escape);
        QVERIFY(!board.insert->isOpen());
        QCOMPARE(given.count(), 1);
        QCOMPARE(board.chosen.count(), 0);
    }
};

QTEST_MAIN(QuickInsertTest)
#include "tst_quick_insert.moc"
