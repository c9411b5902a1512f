// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

#include "contract/write.h"
#include "domain/sections.h"
#include "panels/inspector/element_form.h"
#include "panels/inspector/element_value.h"
#include "panels/inspector/field_grid.h"
#include "panels/inspector/inspector_panel.h"
#include "user.h"
#include "viewmodels/cell_text.h"

using namespace factline;
using namespace factline::testing;
using contract::FormField;
using contract::Notation;
using contract::Tree;
using panels::Editor;
using panels::ElementForm;
using panels::FoundElement;

namespace {

Model example() {
    return contract::parseModel({{"retail.factline.yaml", read(retail)}}).model;
}

/// The contexts of these names and nothing else, as text: without ids.
QString only(const Model& model, const std::vector<std::string>& names) {
    Model part;
    part.name = "Retail";
    for (const auto& context : model.contexts)
        if (std::ranges::find(names, context->name) != names.end()) part.contexts.push_back(context);
    return QString::fromStdString(contract::renderCanonical(part));
}

/// What a person does with each sort of editor, with keys.
class Typist {
public:
    void enter(Editor& editor, const Tree& value) {
        switch (editor.field().notation) {
        case Notation::Rows:
            return enterRows(editor, value);
        case Notation::Group:
            return enterGroup(editor, value);
        case Notation::List:
            return enterList(editor, value);
        case Notation::Flag:
        case Notation::Word:
            return choose(*editor.findChild<QComboBox*>(), viewmodels::lineOf(value));
        default:
            break;
        }
        if (auto* text = editor.findChild<QPlainTextEdit*>()) return type(text, viewmodels::lineOf(value));
        type(editor.findChild<QLineEdit*>(), viewmodels::lineOf(value));
    }

private:
    static void type(QWidget* into, const QString& text) {
        QVERIFY(into != nullptr);
        into->setFocus();
        User::enter(text);
    }

    static void choose(QComboBox& box, const QString& word) {
        box.setFocus();
        const auto isChosen = [&] {
            const QVariant data = box.currentData(); // a table's box has only texts
            return (data.isValid() ? data.toString() : box.currentText()) == word;
        };
        for (int i = 0; i < box.count() && !isChosen(); ++i)
            User::press(Qt::Key_Down);
        QVERIFY2(isChosen(), qPrintable(word));
    }

    static void enterList(Editor& editor, const Tree& value) {
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const auto lines = editor.findChildren<QLineEdit*>();
            QLineEdit* free = nullptr;
            for (QLineEdit* line : lines)
                if (!free && line->text().isEmpty() && !line->isHidden()) free = line;
            type(free, viewmodels::lineOf(value.items[i]));
        }
    }

    void enterGroup(Editor& editor, const Tree& value) {
        for (const Tree::Entry& entry : value.entries) {
            editor.focusOn(entry.key);
            auto* grid = editor.findChild<panels::FieldGrid*>();
            Editor* inner = grid ? grid->find(entry.key) : nullptr;
            QVERIFY2(inner != nullptr, entry.key.c_str());
            enter(*inner, entry.value);
        }
    }

    void enterRows(Editor& editor, const Tree& value) {
        auto* table = editor.findChild<QTableView*>();
        const auto rows = contract::rowsOf(editor.field(), value);
        const int cells = table->model()->columnCount();
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            const auto& columns = rows[static_cast<std::size_t>(row)];
            for (int column = 0; column < cells && !QTest::currentTestFailed(); ++column)
                if (const auto& cell = columns[static_cast<std::size_t>(column)])
                    enterCell(*table, row, column, viewmodels::lineOf(cell));
            auto* grid = editor.findChild<panels::FieldGrid*>();
            for (std::size_t i = static_cast<std::size_t>(cells); i < columns.size(); ++i) {
                if (!columns[i]) continue;
                table->setCurrentIndex(table->model()->index(row, 0));
                enter(*grid->editors()[i - static_cast<std::size_t>(cells)], *columns[i]);
            }
        }
    }

    static void enterCell(QTableView& table, int row, int column, const QString& text) {
        const QModelIndex cell = table.model()->index(row, column);
        table.setFocus();
        table.setCurrentIndex(cell);
        User::press(Qt::Key_F2);
        if (auto* box = table.viewport()->findChild<QComboBox*>()) {
            choose(*box, text);
            User::press(Qt::Key_Return);
        } else {
            User::press(Qt::Key_A, Qt::ControlModifier);
            User::enter(text);
        }
        QTRY_COMPARE(cell.data().toString(), text);
        QTRY_VERIFY(table.viewport()->findChild<QWidget*>() == nullptr); // the editor is put away
    }
};

/// Somebody at an empty canvas who has the example on paper.
struct Rebuilding : User {
    Typist typist;
    Model wanted = example();

    Rebuilding() { press(Qt::Key_N, Qt::ControlModifier); }

    panels::InspectorPanel& inspector() { return panel<panels::InspectorPanel>("inspector"); }

    /// Adds an element by its key on the canvas; it is selected then.
    void addByKey(Qt::Key key, const std::string& name) {
        canvas().setFocus();
        say(key, QString::fromStdString(name));
    }
    /// Adds one by its name where the inspector lists such elements.
    void addByName(const std::string& list, const std::string& name) {
        inspector().form()->focusOn(list);
        QVERIFY2(qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr, list.c_str());
        enter(QString::fromStdString(name));
    }
    void fill(ElementForm& form, const FoundElement& found) {
        for (const FormField& field : contract::formOf(found.kind)) {
            if (field.notation == Notation::Elements) continue;
            const auto value = panels::valueOf(found, field.key);
            Editor* editor = form.find(field.key);
            QVERIFY2(editor != nullptr, field.key.data());
            if (!value || editor->shown() == value) continue;
            form.focusOn(field.key);
            typist.enter(*editor, *value);
            form.commit();
            QVERIFY2(form.said(field.key).isEmpty(), qPrintable(form.said(field.key)));
        }
    }
    ElementId idOf(ElementKind kind, const std::string& context, const std::string& name) {
        return id(nameOf({kind, context + '/' + name}));
    }
    template<typename T>
    FoundElement find(const T& element) const {
        return *panels::findElement(wanted, element.id);
    }
    template<typename T>
    void fillSelected(const T& element) {
        QVERIFY(inspector().form() != nullptr);
        fill(*inspector().form(), find(element));
        if constexpr (Consumer<T>) {
            const std::string list = std::same_as<T, View> ? "fedBy" : "when";
            const std::string home = find(element).context;
            for (const auto& subscription : subscriptionsOf(element)) {
                const std::string event = unparseRef(subscription->event, home);
                addByName(list, event);
                inspector().form()->focusOn(std::string(list).append(1, '.').append(event));
                for (auto* form : inspector().form()->findChildren<ElementForm*>())
                    if (form->id() == subscriptionId(subscription->event)) fill(*form, find(*subscription));
            }
        }
    }
    /// The one of the selected consumer.
    ElementId subscriptionId(const Ref& event) {
        const Lookup found(model());
        for (const Subscriber& each : found.subscribers(event)) {
            const auto id = std::visit([](const auto* consumer) { return consumer->id; }, each.consumer);
            if (id == window->selection().current()) return each.subscription->id;
        }
        return {};
    }
    template<typename T>
    void build(ElementId context, const std::vector<Shared<T>>& list, Qt::Key key, const char* byName) {
        for (const auto& element : list) {
            if (QTest::currentTestFailed()) return;
            window->selection().select(context);
            if (key == Qt::Key_unknown) {
                addByName(byName, element->name);
                window->selection().select(idOf(kindOf<T>(), find(*element).context, element->name));
            } else {
                addByKey(key, element->name);
            }
            fillSelected(*element);
        }
    }
    void build(const std::string& name) {
        const Lookup found(wanted);
        const Context& context = *found.findContext(name);
        addByKey(Qt::Key_C, name);
        const ElementId id = window->selection().current();
        fillSelected(context);
        build(id, context.facts, Qt::Key_T, "");
        build(id, context.channels, Qt::Key_unknown, "channels");
        build(id, context.events, Qt::Key_E, "");
        build(id, context.types, Qt::Key_unknown, "types");
        build(id, context.views, Qt::Key_R, "");
        build(id, context.policies, Qt::Key_P, "");
        build(id, context.decisions, Qt::Key_D, "");
    }
};

} // namespace

/// Whoever has seen the retail example can say all of it without writing YAML.
class RebuildRetail : public QObject {
    Q_OBJECT
private slots:
    void ordersAndFinance();
};

void RebuildRetail::ordersAndFinance() {
    const std::vector<std::string> names{"orders", "finance"};
    Rebuilding user;
    for (const std::string& name : names)
        user.build(name);
    QCOMPARE(user.window->noticed(), QString());
    const auto wanted = only(user.wanted, names).split('\n');
    const auto built = only(user.model(), names).split('\n');
    for (qsizetype i = 0; i < std::min(built.size(), wanted.size()); ++i)
        QCOMPARE(built[i], wanted[i]); // the first line that differs says most
    QCOMPARE(built.size(), wanted.size());

    // The file says the same, though it was written edit by edit; and it reads like one written by hand.
    const auto file = user.place.file("rebuilt.factline.yaml");
    user.choose(file, Qt::Key_S, Qt::ControlModifier);
    const auto again = contract::parseModel({{"rebuilt.factline.yaml", read(file)}});
    QVERIFY(again.problems.empty());
    QCOMPARE(only(again.model, names).split('\n'), wanted);
    const auto tidy = contract::formatModel(again);
    QVERIFY(tidy);
    QCOMPARE(*tidy->files.front().text, read(file));
    user.settle();
}

QTEST_MAIN(RebuildRetail)
#include "tst_rebuild_retail.moc"
