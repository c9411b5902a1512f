// SPDX-License-Identifier: Apache-2.0
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

#include "app/panels/desk.h"
#include "panels/inspector/editor.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/element_value.h"
#include "panels/inspector/inner_elements.h"

using namespace factline;
using contract::FormField;
using contract::Notation;
using panels::Editor;
using testing::OpenDocument;

namespace {

/// One element of each kind, which says as little as it can.
const std::string model = R"(factline: 1
migration: {stages: [today, later], now: today}
claims: {c.one: {}, c.two: {}}
contexts:
  a:
    facts: {f: {}, g: {}}
    channels: {ch: {}}
    events: {E: {}, F: {}}
    types: {T: {n: string}}
    views: {v: {fedBy: {E: {}}}, w: {}}
    policies: {p: {when: {E: {}}}}
    decisions: {d: {}}
  b: {}
audiences: {people: {}}
)";

/// The name of something that a reference to these kinds may mean, in context a.
QString nameFor(const std::vector<ElementKind>& targets) {
    using enum ElementKind;
    static const std::map<ElementKind, QString> names{
        {Claim, "c.two"}, {Context, "b"}, {Fact, "g"},     {Channel, "ch"},      {Event, "F"},    {Type, "T"},
        {View, "w"},      {Policy, "p"},  {Decision, "d"}, {Audience, "people"}, {Stage, "later"}};
    const auto found = targets.empty() ? names.end() : names.find(targets.front());
    return found == names.end() ? QStringLiteral("x") : found->second;
}

/// Something that the field can say and that is not what holds anyway.
QString sampleOf(const FormField& field) {
    switch (field.notation) {
    case Notation::Whole:
        return "3";
    case Notation::Duration:
    case Notation::Lag:
        return "2m";
    case Notation::Rate:
        return "7/s";
    case Notation::Share:
        return "42%";
    case Notation::Date:
        return "2031-01-02";
    case Notation::Type:
        return "integer";
    default:
        return nameFor(field.targets);
    }
}

void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    if (line->completer()) line->completer()->popup()->hide();
    QTest::keyClick(line, Qt::Key_Return);
}

void fillRows(const FormField& field, QTableView* table) {
    QAbstractItemModel& rows = *table->model();
    for (int column = 0; column < rows.columnCount(); ++column) {
        const FormField& cell = field.inside[static_cast<std::size_t>(column)];
        const QString text = cell.notation == Notation::Word
                                 ? QString::fromStdString(std::string(cell.words.back()))
                             : cell.notation == Notation::Flag ? QStringLiteral("true")
                                                               : sampleOf(cell);
        rows.setData(rows.index(0, column), text);
    }
}

/// Gives an editor something to say by what it shows: keys for lines, choices for boxes.
void fill(Editor* editor) {
    if (auto* open = editor->findChild<QToolButton*>();
        editor->field().notation == Notation::Group && open && !open->isChecked())
        open->click();
    if (editor->field().notation == Notation::Group) {
        for (Editor* inside : editor->findChildren<Editor*>())
            if (inside->field().notation != Notation::Group) fill(inside);
    } else if (auto* table = editor->findChild<QTableView*>()) {
        fillRows(editor->field(), table);
    } else if (auto* box = editor->findChild<QComboBox*>()) {
        box->setFocus();
        const int before = box->currentIndex();
        QTest::keyClick(box, Qt::Key_End);
        if (box->currentIndex() == before) QTest::keyClick(box, Qt::Key_Up);
    } else if (auto* prose = editor->findChild<QPlainTextEdit*>()) {
        prose->setFocus();
        QTest::keyClicks(prose, "some words");
        QTest::keyClick(prose, Qt::Key_Return);
    } else if (auto* line = editor->findChild<QLineEdit*>()) {
        const auto& inside = editor->field().inside;
        type(line, sampleOf(editor->field().notation == Notation::List ? inside.front() : editor->field()));
    }
}

} // namespace

/// Every field that the language has can be said in the inspector, for every kind of element.
class TestEveryField : public QObject {
    Q_OBJECT
private slots:
    void canBeTyped_data() {
        QTest::addColumn<int>("kind");
        using enum ElementKind;
        for (const ElementKind kind : {Model, Claim, Context, Fact, Channel, Event, Type, View, Subscription,
                                       Policy, Decision, Audience})
            QTest::newRow(std::string(kindName(kind)).c_str()) << static_cast<int>(kind);
    }

    void canBeTyped() {
        QFETCH(int, kind);
        const auto wanted = static_cast<ElementKind>(kind);
        for (const FormField& field : contract::formOf(wanted)) {
            OpenDocument open(model);
            const ElementId id = firstOf(open, wanted);
            const picture::Theme theme = picture::loadTheme("light").value();
            panels::ElementForm form(open.around, id, theme);
            form.resize(360, 900);
            form.show();
            QVERIFY(QTest::qWaitForWindowActive(&form));
            const std::string key(field.key);
            if (field.notation == Notation::Elements) {
                QVERIFY2(form.findChild<panels::InnerElements*>(QString::fromStdString(key)), key.c_str());
                continue;
            }
            Editor* editor = form.find(key);
            if (key == "include") { // about files, and no part of the model: the text says it
                QVERIFY(!editor);
                continue;
            }
            QVERIFY2(editor, key.c_str());
            form.focusOn(key); // opens what is folded
            QVERIFY2(editor->isVisible() && editor->isEnabled(), key.c_str());
            const auto before = valueOf(open, id, key);
            fill(editor);
            form.commit();
            QVERIFY2(form.said(key).isEmpty(), qPrintable(field.key.data() + form.said(key).prepend(": ")));
            QVERIFY2(valueOf(open, id, key) != before, key.c_str());
            while (open.document.history().canUndo())
                open.document.history().undo();
            QCOMPARE(open.text(), QString::fromStdString(model));
        }
    }

private:
    static ElementId firstOf(const OpenDocument& open, ElementKind kind) {
        const Lookup lookup(open.model());
        for (const Located& located : lookup.all())
            if (located.key.kind == kind) return located.id();
        return {};
    }
    static std::optional<contract::Tree> valueOf(const OpenDocument& open, ElementId id,
                                                 const std::string& key) {
        return panels::valueOf(*panels::findElement(open.model(), id), key);
    }
};

QTEST_MAIN(TestEveryField)
#include "tst_every_field.moc"
