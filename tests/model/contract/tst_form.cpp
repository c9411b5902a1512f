// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>

#include <QtTest>

#include "contract/form/form.h"
#include "domain/lookup.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::contract;

namespace {

const FormField* find(const std::vector<FormField>& fields, std::string_view key) {
    const auto found = std::ranges::find(fields, key, &FormField::key);
    return found == fields.end() ? nullptr : &*found;
}

std::string_view contextOf(const Located& located) {
    return located.context ? std::string_view(located.context->name) : std::string_view{};
}

/// Every field taken out of an element and put into one that says nothing makes the element again.
template<typename T>
T rebuilt(const T& element, ElementKind kind, std::string_view context) {
    T made = element;
    for (const FormField& field : formOf(kind)) {
        if (field.notation == Notation::Elements) continue;
        made = *withField(std::move(made), field.key, std::nullopt, context);
        RC_ASSERT(!fieldOf(made, field.key, context));
    }
    for (const FormField& field : formOf(kind)) {
        if (field.notation == Notation::Elements) continue;
        auto value = fieldOf(element, field.key, context);
        if (field.notation == Notation::Rows && value) value = treeOfRows(field, rowsOf(field, value), true);
        auto set = withField(std::move(made), field.key, value, context);
        if (!set) RC_FAIL(std::string(field.key) + ": " + set.error().message.english());
        made = std::move(*set);
        const auto again = fieldOf(made, field.key, context);
        if (again != fieldOf(element, field.key, context))
            RC_FAIL(std::string(field.key) + ": " + (value ? onOneLine(*value) : "nothing") + " became " +
                    (again ? onOneLine(*again) : "nothing"));
    }
    return made;
}

} // namespace

/// A form shows every field of the language and takes every value back.
class TestForm : public QObject {
    Q_OBJECT
private slots:
    void everyFieldGoesOutAndIn();
    void hasWhatTheTableHas();
    void knowsWhatNamesMean();
    void refusesWhatTheReaderRefuses_data();
    void refusesWhatTheReaderRefuses();
    void undeclaredIsNotEmpty();
    void takesTypedText();
};

void TestForm::everyFieldGoesOutAndIn() {
    QVERIFY(rc::check("every field of every kind goes out and in", [] {
        const Lookup lookup(*testing::models());
        for (const Located& located : lookup.all())
            std::visit(
                [&](const auto* element) {
                    RC_ASSERT(rebuilt(*element, located.key.kind, contextOf(located)) == *element);
                },
                located.element);
        Model model = lookup.model();
        RC_ASSERT(rebuilt(model, ElementKind::Model, {}) == model);
    }));
}

void TestForm::hasWhatTheTableHas() {
    const auto& event = formOf(ElementKind::Event);
    QCOMPARE(event.front().key, std::string_view("version"));
    QCOMPARE(event.back().key, std::string_view("waivers"));
    const FormField* compatibility = find(event, "compatibility");
    QVERIFY(compatibility && compatibility->notation == Notation::Word && compatibility->words.size() == 7);
    QCOMPARE(compatibility->standard.english(), std::string_view("backward"));
    QVERIFY(find(event, "asserts")->declarable);
    QVERIFY(!find(event, "announces")->declarable);
    const FormField* payload = find(event, "payload");
    QVERIFY(payload->notation == Notation::Rows && payload->rowKey == RowKey::Name);
    QCOMPARE(payload->inside.at(1).key, std::string_view("type"));
    QVERIFY(payload->inside.at(1).required);
    const FormField* freshness = find(formOf(ElementKind::View), "freshness");
    QVERIFY(freshness->notation == Notation::Group && find(freshness->inside, "within"));
    QVERIFY(find(formOf(ElementKind::Context), "events")->element == ElementKind::Event);
    QCOMPARE(formOf(ElementKind::Subscription).front().key, std::string_view("event"));
}

void TestForm::knowsWhatNamesMean() {
    using Kinds = std::vector<ElementKind>;
    const auto targets = [](ElementKind kind, std::string_view key) {
        const FormField* field = find(formOf(kind), key);
        return field->notation == Notation::List ? field->inside.front().targets : field->targets;
    };
    QVERIFY(targets(ElementKind::Event, "announces") == Kinds{ElementKind::Fact});
    QVERIFY(targets(ElementKind::Event, "asserts") == Kinds{ElementKind::Claim});
    QVERIFY(targets(ElementKind::Event, "channel") == Kinds{ElementKind::Channel});
    QVERIFY(targets(ElementKind::Event, "since") == Kinds{ElementKind::Stage});
    QVERIFY(targets(ElementKind::Fact, "writers") == Kinds{ElementKind::Context});
    QVERIFY(targets(ElementKind::Subscription, "event") == Kinds{ElementKind::Event});
    QVERIFY(targets(ElementKind::Audience, "sees") == Kinds{ElementKind::View});
    const FormField* freshness = find(formOf(ElementKind::View), "freshness");
    QVERIFY(find(freshness->inside, "from")->targets == Kinds{ElementKind::Fact});
    const FormField* reads = find(formOf(ElementKind::Decision), "reads");
    QVERIFY((reads->inside.front().targets == Kinds{ElementKind::View, ElementKind::Fact}));
    const FormField* reliesOn = find(formOf(ElementKind::Subscription), "reliesOn");
    QVERIFY(reliesOn->inside.front().targets == Kinds{ElementKind::Claim});
    const FormField* relations = find(formOf(ElementKind::Context), "relations");
    QVERIFY(relations->inside.front().targets == Kinds{ElementKind::Context});
    const FormField* payload = find(formOf(ElementKind::Event), "payload");
    QVERIFY(find(payload->inside, "type")->targets == Kinds{ElementKind::Type});
    QVERIFY(find(find(payload->inside, "copies")->inside, "fact")->targets == Kinds{ElementKind::Fact});
    QVERIFY(targets(ElementKind::Event, "means").empty());
}

void TestForm::refusesWhatTheReaderRefuses_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("rate") << "rate"
                          << "often"
                          << "20/s";
    QTest::newRow("whole") << "version"
                           << "zero"
                           << "whole number";
    QTest::newRow("word") << "finality"
                          << "finall"
                          << "did you mean final";
    QTest::newRow("two values") << "version"
                                << "1\nmeans: x"
                                << "";
    QTest::newRow("broken") << "announces"
                            << "[a, b"
                            << "";
    QTest::newRow("unknown key") << "mappedFrom"
                                 << "{tabel: x}"
                                 << "did you mean `table`";
    QTest::newRow("no field") << "colour"
                              << "red"
                              << "no field";
}

void TestForm::refusesWhatTheReaderRefuses() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, said);
    const auto done = withField(Event{}, key.toStdString(), typed(text.toStdString()), "orders");
    QVERIFY(!done);
    QVERIFY2(done.error().message.english().find(said.toStdString()) != std::string::npos,
             done.error().message.english().c_str());
}

void TestForm::undeclaredIsNotEmpty() {
    const Event undeclared;
    QVERIFY(!fieldOf(undeclared, "asserts", {}));
    const auto empty = withField(undeclared, "asserts", typed("[]"), {});
    QVERIFY(empty && empty->asserts && empty->asserts->empty());
    QVERIFY(fieldOf(*empty, "asserts", {}));
    QCOMPARE(onOneLine(*fieldOf(*empty, "asserts", {})), std::string("[]"));
    QVERIFY(!withField(*empty, "asserts", std::nullopt, {})->asserts);
}

void TestForm::takesTypedText() {
    const auto lag = withField(Channel{}, "lag", typed("{p50: 13ms, p99: 32ms}"), {});
    QVERIFY(lag && lag->lag.size() == 1);
    const auto announces = withField(Event{}, "announces", typed("[order, billing/invoice]"), "orders");
    QVERIFY(announces &&
            (announces->announces == std::vector<Ref>{{"orders", "order"}, {"billing", "invoice"}}));
    QCOMPARE(onOneLine(*fieldOf(*announces, "announces", "orders")), std::string("[order, billing/invoice]"));
}

QTEST_APPLESS_MAIN(TestForm)
#include "tst_form.moc"
