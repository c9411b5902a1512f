// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModelTester>
#include <QToolButton>

#include "app/panels/desk.h"
#include "panels/inspector/editor.h"
#include "panels/inspector/element_value.h"
#include "panels/inspector/inner_elements.h"
#include "support/model_generator.h"
#include "viewmodels/rows_model.h"

using namespace factline;
using contract::FormField;
using contract::Notation;
using panels::Editor;
using panels::FoundElement;

namespace {

/// One editor for each field, kept over many values, as a form keeps them.
class Editors {
public:
    Editor& of(ElementKind kind, const FormField& field) {
        auto& editor = m_editors[{kind, std::string(field.key)}];
        if (!editor) editor.reset(panels::makeEditor(field, {}, nullptr));
        return *editor;
    }

private:
    std::map<std::pair<ElementKind, std::string>, std::unique_ptr<Editor>> m_editors;
};

/// What the widgets say of each field is what the element says.
void checkElement(Editors& editors, const FoundElement& found) {
    for (const FormField& field : contract::formOf(found.kind)) {
        if (field.notation == Notation::Elements) continue;
        Editor& editor = editors.of(found.kind, field);
        const auto value = panels::valueOf(found, field.key);
        editor.show(value);
        RC_ASSERT(!editor.isTouched());
        if (const QString pending = editor.pending(); !pending.isEmpty())
            RC_FAIL(std::string(field.key) + " is not whole: " + pending.toStdString());
        const auto change = panels::changeOf(found, field.key, editor.read());
        if (!change) RC_FAIL(std::string(field.key) + ": " + change.error().message.english());
        if (change->has_value())
            RC_FAIL(std::string(field.key) + ": " + (value ? contract::onOneLine(*value) : "nothing") +
                    " is read as " + (editor.read() ? contract::onOneLine(*editor.read()) : "nothing"));
    }
}

std::size_t fieldCount(ElementKind kind) {
    return contract::formOf(kind).size();
}

} // namespace

/// Every field of every kind has an editor that shows its value and reads it back.
class TestEditors : public QObject {
    Q_OBJECT
private slots:
    void everyFieldOfEveryKindGoesThroughItsEditor();
    void everyKindHasAForm();
    void rowsModelHolds();
};

void TestEditors::everyFieldOfEveryKindGoesThroughItsEditor() {
    Editors editors;
    QVERIFY(rc::check("editors show and read back every value", [&] {
        const Model model = *testing::models();
        checkElement(editors, *panels::findElement(model, {}));
        const Lookup lookup(model);
        for (const Located& located : lookup.all()) {
            const ElementId id = located.id();
            const auto found = panels::findElement(model, id);
            RC_ASSERT(found.has_value());
            RC_ASSERT(found->kind == located.key.kind);
            checkElement(editors, *found);
        }
    }));
}

void TestEditors::everyKindHasAForm() {
    using enum ElementKind;
    for (const ElementKind kind :
         {Model, Claim, Context, Fact, Channel, Event, View, Subscription, Policy, Decision, Audience})
        QVERIFY(fieldCount(kind) > 5);
    QCOMPARE(fieldCount(Type), std::size_t(1));
}

void TestEditors::rowsModelHolds() {
    const auto& event = contract::formOf(ElementKind::Event);
    const auto payload = std::ranges::find(event, "payload", &FormField::key);
    QVERIFY(payload != event.end());
    viewmodels::RowsModel rows(*payload, 2);
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy edited(&rows, &viewmodels::RowsModel::edited);
    QCOMPARE(rows.rowCount(), 1); // the empty one
    QVERIFY(rows.setData(rows.index(0, 0), "orderId"));
    QVERIFY(rows.setData(rows.index(0, 1), "uuid"));
    QCOMPARE(rows.rowCount(), 2);
    QCOMPARE(edited.count(), 2);
    QCOMPARE(contract::onOneLine(*contract::treeOfRows(*payload, rows.rows())),
             std::string("{orderId: {type: uuid}}"));
    rows.show({});
    QCOMPARE(rows.rowCount(), 1);
    rows.show(contract::rowsOf(*payload, contract::treeOfRows(*payload, rows.rows())));
    QCOMPARE(edited.count(), 2); // showing is no editing
    rows.setData(rows.index(0, 0), "a");
    QVERIFY(rows.removeRow(0));
    QVERIFY(!rows.removeRow(0));
    QCOMPARE(rows.rowCount(), 1);
}

QTEST_MAIN(TestEditors)
#include "tst_editors.moc"
