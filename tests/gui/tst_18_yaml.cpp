// SPDX-License-Identifier: Apache-2.0
#include <QTextBlock>

#include "panels/panel.h"
#include "panels/yaml/yaml_editor.h"
#include "panels/yaml/yaml_margin.h"
#include "shell/outside_changes.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The text of a model is edited beside its picture, and others touch the file meanwhile.
class EditYaml : public QObject {
    Q_OBJECT
private slots:
    void editsBesideTheCanvas();
    void bearsAChangeFromOutside();
};

namespace {

/// A small model of the user's own, and the keyboard in its text.
struct Writer : User {
    std::filesystem::path file = place.file("tiny.factline.yaml");
    panels::YamlEditor* editor = nullptr;

    Writer() {
        write(file, tiny);
        open(file);
        window->docks().show("yaml");
        editor = window->docks().panel("yaml")->findChild<panels::YamlEditor*>();
        QVERIFY(editor);
        QTRY_COMPARE(editor->text().toStdString(), tiny);
        QTRY_VERIFY(editor->hasFocus());
    }
    /// Lines (from 0) whose sign in the margin says something.
    QList<int> linesWithMarks(const panels::YamlMargin& margin) const {
        QList<int> lines;
        for (const auto& seen : editor->linesSeen(editor->viewport()->rect()))
            if (!margin.tipAt(static_cast<int>(seen.top + seen.height / 2)).isEmpty()) lines += seen.line;
        return lines;
    }
    bool isDrawn(const QString& name) { return places().contains(name); }
    void putCursor(const QString& before) const {
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(static_cast<int>(editor->text().indexOf(before)));
        editor->setTextCursor(cursor);
    }
};

} // namespace

void EditYaml::editsBesideTheCanvas() {
    Writer user;
    user.putCursor("Placed: {announces");
    user.type("Re");
    QTRY_VERIFY(user.id("event orders/OrderRePlaced"));
    QTRY_VERIFY(user.isDrawn("event orders/OrderRePlaced"));
    QVERIFY(user.document().isDirty());
    // Broken: the picture stays as it was; mended: it goes on.
    user.putCursor("{announces");
    user.type("{");
    QTRY_VERIFY(user.document().draft());
    QVERIFY(user.id("event orders/OrderRePlaced"));
    QVERIFY(user.isDrawn("event orders/OrderRePlaced"));
    QVERIFY(saysAnywhere(*user.window).contains("Not understood yet"));
    // The error stands at its line, in the margin and in the list below.
    auto* margin = user.editor->findChild<panels::YamlMargin*>();
    const int line = user.editor->textCursor().blockNumber();
    QTRY_VERIFY(!user.linesWithMarks(*margin).isEmpty());
    QVERIFY2(std::abs(user.linesWithMarks(*margin).front() - line) <= 1,
             qPrintable(QString::number(user.linesWithMarks(*margin).front())));
    QVERIFY(saysAnywhere(*user.window).contains("The picture is stale")); // whatever panel is in front
    user.press(Qt::Key_Backspace);
    QTRY_VERIFY(!user.document().draft());
    QVERIFY(!saysAnywhere(*user.window).contains("The picture is stale"));
    // Another hand on the same document.
    user.settle();
    user.click("fact orders/order");
    user.press(Qt::Key_F2);
    user.enter("purchase");
    QTRY_VERIFY(user.editor->text().contains("announces: [purchase]"));
    QVERIFY(user.editor->text().contains("OrderRePlaced"));
    // Selected there, found here.
    QTRY_VERIFY(user.editor->textCursor().block().text().trimmed().startsWith("purchase"));
    // All of it undone from the text, key by key.
    user.editor->setFocus();
    while (user.document().history().canUndo())
        user.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(user.editor->text().toStdString(), tiny);
    QCOMPARE(user.text().toStdString(), tiny);
    QVERIFY(!user.document().isDirty());
}

void EditYaml::bearsAChangeFromOutside() {
    Writer user;
    // Nothing typed: the text follows the file.
    std::string theirs = tiny;
    theirs.replace(theirs.find("Tiny"), 4, "Theirs");
    write(user.file, theirs);
    QTRY_COMPARE(user.editor->text().toStdString(), theirs);
    // While something is typed, neither side is lost: mine stays in the editor, theirs on disk.
    user.putCursor("Placed: {announces");
    user.type("Re");
    QTRY_VERIFY(user.id("event orders/OrderRePlaced"));
    std::string later = theirs;
    later.replace(later.find("Theirs"), 6, "Later");
    write(user.file, later);
    QTRY_VERIFY(user.bar("so did you") != nullptr);
    user.type("x");
    QTRY_VERIFY(user.id("event orders/OrderRexPlaced"));
    QVERIFY(user.editor->text().contains("model: Theirs"));
    QCOMPARE(read(user.file), later);
    user.save(); // never over what somebody else wrote
    QVERIFY(user.document().isDirty());
    QCOMPARE(read(user.file), later);
}

QTEST_MAIN(EditYaml)
#include "tst_18_yaml.moc"
