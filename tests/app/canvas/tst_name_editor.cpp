// SPDX-License-Identifier: Apache-2.0
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include "canvas/name_editor.h"

using namespace factline;
using canvas::NameEditor;

namespace {

/// A canvas that would take letters as commands, with an editor on it.
struct Board {
    QWidget canvas;
    NameEditor* editor;
    QAction command;
    QSignalSpy triggered{&command, &QAction::triggered};

    Board()
        : editor(new NameEditor(picture::loadTheme("light").value(), &canvas)) {
        canvas.setFocusPolicy(Qt::StrongFocus);
        canvas.resize(640, 400);
        command.setShortcut(QKeySequence(QStringLiteral("C")));
        command.setShortcutContext(Qt::WidgetWithChildrenShortcut);
        canvas.addAction(&command);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowActive(&canvas));
        canvas.setFocus();
    }
    QWidget* line() const { return editor->findChild<QLineEdit*>(); }
    void type(const QString& text) const { QTest::keyClicks(line(), text); }
    void press(Qt::Key key) const { QTest::keyClick(line(), key); }
    QStringList rows() const {
        QStringList texts;
        for (int i = 0; i < editor->rows().count(); ++i)
            texts << editor->rows().item(i)->text();
        return texts;
    }
};

canvas::NameQuestion targets() {
    return {.placeholder = "Link to",
            .choices = {{ElementId{1}, ElementKind::View, "open-orders", "feeds"},
                        {ElementId{2}, ElementKind::Fact, "order", "announces"}},
            .creates = {{ElementKind::View, "feeds"}, {ElementKind::Policy, "triggers"}}};
}

} // namespace

class NameEditorTest : public QObject {
    Q_OBJECT
private slots:
    void takesAnyTextAndGivesTheKeyboardBack() {
        Board board;
        QSignalSpy named(board.editor, &NameEditor::named);
        for (const QString& name : {QStringLiteral("OrderPlaced"), QStringLiteral("c C/ 'x: [")}) {
            board.editor->ask({.placeholder = "Name"}, QRectF(40, 40, 120, 30));
            QVERIFY(board.editor->isOpen() && board.line()->hasFocus());
            board.type(name);
            board.press(Qt::Key_Return);
            QCOMPARE(named.takeFirst(), QVariantList({name, false}));
            QVERIFY(!board.editor->isOpen() && board.canvas.hasFocus());
        }
        QCOMPARE(board.triggered.count(), 0); // letters were text
        QTest::keyClick(&board.canvas, Qt::Key_C);
        QCOMPARE(board.triggered.count(), 1);
    }

    void tabMeansAnother() {
        Board board;
        QSignalSpy named(board.editor, &NameEditor::named);
        board.editor->ask({}, QRectF(40, 40, 120, 30));
        board.type("order");
        board.press(Qt::Key_Tab);
        QCOMPARE(named.takeFirst(), QVariantList({"order", true}));
    }

    void escGivesUpAndNothingIsAName() {
        Board board;
        QSignalSpy named(board.editor, &NameEditor::named);
        QSignalSpy given(board.editor, &NameEditor::givenUp);
        board.editor->ask({}, QRectF(40, 40, 120, 30));
        board.type("order");
        board.press(Qt::Key_Escape);
        board.editor->ask({}, QRectF(40, 40, 120, 30));
        board.type("  ");
        board.press(Qt::Key_Return);
        QCOMPARE(given.count(), 1);
        QCOMPARE(named.takeFirst(), QVariantList({"", false})); // what is wrong with it is a finding
        QVERIFY(named.isEmpty());
        QVERIFY(board.canvas.hasFocus());
    }

    void whatWasThereIsSelected() {
        Board board;
        QSignalSpy named(board.editor, &NameEditor::named);
        board.editor->ask({.text = "OrderPlaced"}, QRectF(40, 40, 120, 30));
        board.type("X");
        board.press(Qt::Key_Return);
        QCOMPARE(named.takeFirst().at(0), QVariant("X"));
    }

    void leavingKeepsWhatWasTyped() {
        Board board;
        QWidget other(&board.canvas);
        other.setFocusPolicy(Qt::StrongFocus);
        other.show();
        QSignalSpy named(board.editor, &NameEditor::named);
        QSignalSpy given(board.editor, &NameEditor::givenUp);
        board.editor->ask({}, QRectF(40, 40, 120, 30));
        board.type("order");
        other.setFocus(Qt::MouseFocusReason);
        QCOMPARE(named.takeFirst(), QVariantList({"order", false}));
        board.editor->ask({.text = "order"}, QRectF(40, 40, 120, 30));
        other.setFocus(Qt::MouseFocusReason);
        QCOMPARE(given.count(), 1);
        QVERIFY(other.hasFocus());
    }

    void theRemarkFollowsTyping() {
        Board board;
        board.editor->ask({.hint = [](const QString& typed) { return "so: " + typed; }},
                          QRectF(40, 40, 120, 30));
        board.type("ab");
        QCOMPARE(board.editor->remark(), QString("so: ab"));
    }

    void choosesAmongNames() {
        Board board;
        QSignalSpy chosen(board.editor, &NameEditor::chosen);
        board.editor->ask(targets(), QRectF(40, 40, 120, 30));
        QCOMPARE(board.rows(), QStringList({"open-orders", "order"}));
        board.type("ord");
        QCOMPARE(board.rows(), QStringList({"order", "open-orders", "Create “ord”", "Create “ord”"}));
        board.press(Qt::Key_Down);
        board.press(Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().at(0).value<ElementId>(), ElementId{1});
    }

    void offersToCreateWhatIsUnknown() {
        Board board;
        QSignalSpy created(board.editor, &NameEditor::created);
        board.editor->ask(targets(), QRectF(40, 40, 120, 30));
        board.type("order");
        QCOMPARE(board.rows(), QStringList({"order", "open-orders"})); // it is known: nothing to create
        board.press(Qt::Key_Escape);
        board.editor->ask(targets(), QRectF(40, 40, 120, 30));
        board.type("pay");
        QCOMPARE(board.rows(), QStringList({"Create “pay”", "Create “pay”"}));
        board.press(Qt::Key_Up); // around the end
        board.press(Qt::Key_Return);
        QCOMPARE(created.at(0).at(0).value<ElementKind>(), ElementKind::Policy);
        QCOMPARE(created.at(0).at(1), QVariant("pay"));
    }

    void whatIsThereButDoesNotFitIsNotMadeAgain() {
        Board board;
        QSignalSpy created(board.editor, &NameEditor::created);
        auto question = targets();
        question.hint = [](const QString& typed) { return typed == "pay" ? "They are linked" : QString(); };
        board.editor->ask(question, QRectF(40, 40, 120, 30));
        board.type("pay");
        board.press(Qt::Key_Return);
        QVERIFY(board.editor->isOpen());
        QCOMPARE(created.count(), 0);
        board.press(Qt::Key_Up); // but whoever chooses it gets it
        board.press(Qt::Key_Return);
        QCOMPARE(created.at(0).at(0).value<ElementKind>(), ElementKind::Policy);
    }

    void withoutAnyAnswerTypingGoesOn() {
        Board board;
        auto question = targets();
        question.creates.clear();
        board.editor->ask(question, QRectF(40, 40, 120, 30));
        board.type("nobody");
        board.press(Qt::Key_Return);
        QVERIFY(board.editor->isOpen());
        QCOMPARE(board.editor->remark(), QString("Nothing of that name fits here"));
    }

    void staysInsideTheCanvas() {
        Board board;
        board.editor->ask(targets(), QRectF(630, 390, 20, 20), 4);
        QVERIFY(board.canvas.rect().contains(board.editor->geometry()));
    }
};

QTEST_MAIN(NameEditorTest)
#include "tst_name_editor.moc"
