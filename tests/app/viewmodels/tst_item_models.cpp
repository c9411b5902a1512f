// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "app/shell/pseudo.h"
#include "contract/read.h"
#include "lint/run.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"
#include "viewmodels/element_names.h"
#include "viewmodels/outline_model.h"
#include "viewmodels/problems_filter.h"
#include "viewmodels/problems_model.h"
#include "viewmodels/used_in_model.h"

using namespace factline;
using namespace factline::viewmodels;
using namespace std::string_literals;

namespace {

Model retail() {
    std::ifstream file(FACTLINE_SOURCE_DIR "/examples/retail.factline.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    return contract::parseModel({{"retail.factline.yaml", text.str()}}).model;
}

/// The tree as text, one line a row, indented.
QStringList lines(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        all += QString(qsizetype(2) * depth, QLatin1Char(' ')) + index.data().toString();
        all += lines(model, index, depth + 1);
    }
    return all;
}

/// How the element of that name is used: "fed by".
QString noteOf(const UsedInModel& uses, const QString& name) {
    const auto hits =
        uses.match(uses.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return hits.isEmpty() ? QString() : hits.front().data(UsedInModel::Note).toString();
}

QString everyNote(const UsedInModel& uses) {
    QString notes;
    for (int group = 0; group < uses.rowCount(); ++group)
        for (int row = 0; row < uses.rowCount(uses.index(group, 0)); ++row)
            notes += uses.index(row, 0, uses.index(group, 0)).data(UsedInModel::Note).toString() + ' ';
    return notes;
}

ElementId idOf(const Model& model, ElementKind kind, const Ref& ref) {
    const Lookup lookup(model);
    return std::visit([](const auto* element) { return element->id; }, lookup.find(kind, ref)->element);
}

Model edited(const Model& model, const edit::Edit& edit) {
    return edit::apply(model, edit)->model;
}

using Tester = QAbstractItemModelTester;

} // namespace

/// Item models show what the model says, whatever it turns into, and keep what stays.
class TestItemModels : public QObject {
    Q_OBJECT
private slots:
    void outlineFollowsEdits();
    void outlineKeepsWhatStays();
    void outlineForgetsAnotherDocument();
    void outlineCountsProblems();
    void outlineAsksForNames();
    void relationsAreTranslated();
    void anyModelsOneAfterAnother();
    void problemsAreGrouped();
    void problemsKeepWhatStays();
    void problemsAreChosen();
    void usesGoBothWays();
    void namesCompleteFromHere();
};

void TestItemModels::outlineFollowsEdits() {
    OutlineModel outline;
    const Tester tester(&outline, Tester::FailureReportingMode::QtTest);
    Model model = retail();
    outline.show(model);
    const QStringList before = lines(outline);
    QVERIFY(before.contains("  OrderCompleted"));
    QVERIFY(before.contains("Claims"));
    QVERIFY(before.contains("  stock on hand")); // as in the picture
    const ElementId event = idOf(model, ElementKind::Event, {"orders", "OrderCompleted"});
    const Model renamed = edited(model, edit::Rename{event, "OrderTaken"});
    outline.show(renamed);
    QVERIFY(lines(outline).contains("  OrderTaken"));
    QVERIFY(!lines(outline).contains("  OrderCompleted"));
    outline.show(model);
    QCOMPARE(lines(outline), before);
}

void TestItemModels::outlineKeepsWhatStays() {
    OutlineModel outline;
    Model model = retail();
    outline.show(model);
    const ElementId event = idOf(model, ElementKind::Event, {"orders", "OrderCompleted"});
    const QPersistentModelIndex kept = outline.indexOf(event);
    QSignalSpy reset(&outline, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&outline, &QAbstractItemModel::rowsInserted);
    const ElementId finance = idOf(model, ElementKind::Context, {{}, "finance"});
    Fact fact;
    fact.name = "ledger";
    outline.show(edited(model, edit::AddElement{fact, finance, 0}));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
    QVERIFY(kept.isValid());
    QCOMPARE(OutlineModel::idAt(kept), event);
    outline.show(edited(model, edit::RemoveElements{{event}}));
    QVERIFY(!kept.isValid());
}

void TestItemModels::outlineForgetsAnotherDocument() {
    OutlineModel outline;
    outline.show(retail());
    QSignalSpy reset(&outline, &QAbstractItemModel::modelReset);
    outline.show(
        contract::parseModel({{"m", "factline: 1\ncontexts: {other: {facts: {thing: {}}}}\n"s}}).model);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(lines(outline), QStringList({"Other", "  thing"}));
}

void TestItemModels::outlineCountsProblems() {
    OutlineModel outline;
    const Tester tester(&outline, Tester::FailureReportingMode::QtTest);
    const Model model = retail();
    outline.show(model);
    const ElementId event = idOf(model, ElementKind::Event, {"orders", "OrderCompleted"});
    const ElementId order = idOf(model, ElementKind::Fact, {"orders", "order"});
    outline.setProblems({{event, {2, Severity::Warning}}, {order, {1, Severity::Hint}}});
    QCOMPARE(outline.indexOf(event).data(OutlineModel::Problems).toInt(), 2);
    QCOMPARE(outline.indexOf(event).parent().data(OutlineModel::Problems).toInt(), 3);
    QCOMPARE(outline.indexOf(order).data(OutlineModel::Worst).toInt(), static_cast<int>(Severity::Hint));
    QCOMPARE(outline.indexOf(event).parent().data(OutlineModel::Worst).toInt(),
             static_cast<int>(Severity::Warning));
    QVERIFY(outline.indexOf(event).data(Qt::AccessibleTextRole).toString().contains("2 problem"));
    outline.setProblems({});
    QCOMPARE(outline.indexOf(event).parent().data(OutlineModel::Problems).toInt(), 0);
    // A subscription's problem is its view's.
    const Lookup lookup(model);
    const Subscriber& subscriber = lookup.subscriptions().front();
    outline.setProblems({{subscriber.subscription->id, {1, Severity::Error}}});
    const ElementId consumer = std::visit([](const auto* c) { return c->id; }, subscriber.consumer);
    QCOMPARE(outline.indexOf(consumer).data(OutlineModel::Problems).toInt(), 1);
}

void TestItemModels::outlineAsksForNames() {
    OutlineModel outline;
    const Model model = retail();
    outline.show(model);
    const ElementId event = idOf(model, ElementKind::Event, {"orders", "OrderCompleted"});
    QSignalSpy asked(&outline, &OutlineModel::renameAsked);
    const QModelIndex index = outline.indexOf(event);
    QCOMPARE(index.data(Qt::EditRole).toString(), QString("OrderCompleted"));
    outline.setData(index, "OrderCompleted", Qt::EditRole);
    QCOMPARE(asked.count(), 0);
    outline.setData(index, "OrderTaken", Qt::EditRole);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(1).toString(), QString("OrderTaken"));
    QCOMPARE(index.data().toString(), QString("OrderCompleted")); // until the document has it
}

/// How elements relate is said in the words of the window, not in the keys of the language.
void TestItemModels::relationsAreTranslated() {
    testing::Pseudo pseudo;
    QCoreApplication::installTranslator(&pseudo);
    const Model model = retail();
    const Lookup lookup(model);
    UsedInModel uses;
    int notes = 0;
    for (const Located& located : lookup.all()) {
        uses.show(lookup, located.id());
        const QString said = everyNote(uses);
        notes += said.isEmpty() ? 0 : 1;
        const QString left = testing::Pseudo::outside(said).remove(',').simplified();
        QVERIFY2(left.isEmpty(), qPrintable(said));
    }
    QVERIFY(notes > 30);
}

void TestItemModels::anyModelsOneAfterAnother() {
    QVERIFY(rc::check("item models follow any model and any edit", [] {
        OutlineModel outline;
        ProblemsModel problems;
        UsedInModel uses;
        const Tester outlineTester(&outline, Tester::FailureReportingMode::Fatal);
        const Tester problemsTester(&problems, Tester::FailureReportingMode::Fatal);
        const Tester usesTester(&uses, Tester::FailureReportingMode::Fatal);
        Model model = *testing::models();
        for (int step = 0; step < 6; ++step) {
            const Lookup lookup(model);
            const auto findings = lint::run(lookup);
            outline.show(model);
            const auto grouping = static_cast<Grouping>(testing::number<int>(0, 3));
            problems.groupBy(grouping);
            problems.show({}, findings);
            if (!lookup.all().empty()) {
                const auto& some = lookup.all()[testing::number<std::size_t>(0, lookup.all().size())];
                uses.show(lookup, some.id());
            }
            OutlineModel fresh;
            fresh.show(model);
            RC_ASSERT(lines(outline) == lines(fresh));
            ProblemsModel freshProblems;
            freshProblems.groupBy(grouping);
            freshProblems.show({}, findings);
            RC_ASSERT(lines(problems) == lines(freshProblems));
            if (auto applied = edit::apply(model, *testing::edits(model))) model = applied->model;
        }
    }));
}

void TestItemModels::problemsAreGrouped() {
    ProblemsModel problems;
    const Tester tester(&problems, Tester::FailureReportingMode::QtTest);
    const auto findings = lint::run(Lookup(retail()));
    problems.show({{"Unknown key", "m.factline.yaml:3:5"}}, findings);
    QCOMPARE(problems.count(), static_cast<int>(findings.size()) + 1);
    QCOMPARE(problems.index(0, 0).data().toString(), QString("Could not be read"));
    QCOMPARE(problems.index(1, 0).data().toString(), QString("Errors"));
    const QModelIndex unread = problems.index(0, 0, problems.index(0, 0));
    QVERIFY(unread.flags() & Qt::ItemIsSelectable);
    QVERIFY(!(unread.parent().flags() & Qt::ItemIsSelectable));
    QCOMPARE(unread.data(ProblemsModel::Note).toString(), QString("m.factline.yaml:3:5"));
    const auto errors = std::ranges::count(findings, Severity::Error, &Finding::severity);
    QCOMPARE(problems.index(1, 0).data(ProblemsModel::Note).toInt(), static_cast<int>(errors));
    QCOMPARE(problems.rowCount(problems.index(1, 0)), static_cast<int>(errors));
    // every name in a message is set off, whether the finding lists it or not
    problems.show({}, {{.rule = "r",
                        .severity = Severity::Error,
                        .element = {ElementKind::Decision, "stores/restock"},
                        .message = "stores/restock decides on shops/shelf-display, at 4/h or 9/s."}});
    QCOMPARE(problems.index(0, 0, problems.index(0, 0)).data(ProblemsModel::Names).toStringList(),
             QStringList({"shops/shelf-display", "stores/restock", "restock"}));
    problems.show({{"Unknown key", "m.factline.yaml:3:5"}}, findings);
    int rules = 0;
    problems.groupBy(Grouping::Rule);
    for (int group = 1; group < problems.rowCount(); ++group) {
        const QModelIndex rule = problems.index(group, 0);
        rules += problems.rowCount(rule);
        for (int line = 0; line < problems.rowCount(rule); ++line)
            QCOMPARE(problems.index(line, 0, rule).data(ProblemsModel::Note), rule.data());
    }
    QCOMPARE(rules, static_cast<int>(findings.size()));
    problems.groupBy(Grouping::Context);
    for (int group = 1; group < problems.rowCount(); ++group) {
        const QModelIndex context = problems.index(group, 0);
        for (int line = 0; line < problems.rowCount(context); ++line)
            QCOMPARE(problems.index(line, 0, context).data(ProblemsModel::ContextRole), context.data());
    }
}

void TestItemModels::problemsKeepWhatStays() {
    ProblemsModel problems;
    auto findings = lint::run(Lookup(retail()));
    problems.show({}, findings);
    QVERIFY(problems.rowCount(problems.index(0, 0)) > 1);
    const QPersistentModelIndex second = problems.index(1, 0, problems.index(0, 0));
    const QString text = second.data().toString();
    findings.erase(findings.begin());
    problems.show({}, findings);
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QCOMPARE(second.data().toString(), text);
}

void TestItemModels::problemsAreChosen() {
    ProblemsModel problems;
    viewmodels::ProblemsFilter filter;
    filter.setSourceModel(&problems);
    const Tester tester(&filter, Tester::FailureReportingMode::QtTest);
    const auto findings = lint::run(Lookup(retail()));
    problems.show({{"Unknown key", "m.factline.yaml:3:5"}}, findings);
    const auto numberOf = [&](auto wanted) {
        return static_cast<int>(std::ranges::count_if(findings, wanted));
    };
    QCOMPARE(filter.count(), problems.count());
    filter.want({.severities = {Severity::Error}});
    QCOMPARE(filter.count(), numberOf([](const Finding& f) { return f.severity == Severity::Error; }) + 1);
    filter.want({.rules = {"meaning-denied", "fact-unowned"}});
    QCOMPARE(filter.count(), numberOf([](const Finding& f) {
                 return f.rule == "meaning-denied" || f.rule == "fact-unowned";
             }));
    QVERIFY(filter.count() >= 2);
    QCOMPARE(filter.rowCount(), 1); // no heading without anything below
    filter.want({.contexts = {"finance"}, .rules = {"fact-unowned"}});
    QCOMPARE(filter.count(), 0);
    QCOMPARE(filter.rowCount(), 0);
    filter.want({.words = "FINANCE"});
    QVERIFY(filter.count() > 0 && filter.count() < problems.count());
    problems.show({}, {});
    QCOMPARE(filter.count(), 0);
}

void TestItemModels::usesGoBothWays() {
    UsedInModel uses;
    const Tester tester(&uses, Tester::FailureReportingMode::QtTest);
    const Model model = retail();
    const Lookup lookup(model);
    uses.show(lookup, idOf(model, ElementKind::Event, {"orders", "OrderCompleted"}));
    const QStringList event = lines(uses);
    QVERIFY2(event.contains("  finance/completed-orders"), qPrintable(event.join("\n")));
    QVERIFY2(event.contains("  orders/order"), qPrintable(event.join("\n")));
    QVERIFY(event.indexOf("Used in") < event.indexOf("Uses"));
    QCOMPARE(noteOf(uses, "finance/completed-orders"), QString("fed by"));
    QCOMPARE(noteOf(uses, "finance/invoice-when-completed"), QString("when"));
    uses.show(lookup, idOf(model, ElementKind::Fact, {"availability", "sellable-stock"}));
    QVERIFY2(!everyNote(uses).contains(QRegularExpression("[A-Z.]")), qPrintable(everyNote(uses)));
    const ElementId view = idOf(model, ElementKind::View, {"finance", "completed-orders"});
    uses.show(lookup, view);
    QVERIFY(lines(uses).contains("  orders/OrderCompleted")); // by a subscription of its own
    uses.show(lookup, {});
    QCOMPARE(uses.rowCount(), 0);
}

void TestItemModels::namesCompleteFromHere() {
    ElementNames names;
    const Tester tester(&names, Tester::FailureReportingMode::QtTest);
    const Model model = retail();
    const auto show = [&](std::vector<ElementKind> kinds, std::string_view context) {
        names.show(model, kinds, context);
        return lines(names);
    };
    const QStringList events = show({ElementKind::Event}, "orders");
    QVERIFY(events.contains("OrderCompleted"));
    QVERIFY(!events.contains("orders/OrderCompleted"));
    QVERIFY(events.indexOf("OrderCompleted") < events.indexOf("payments/PaymentCaptured"));
    QVERIFY(show({ElementKind::Event}, "finance").contains("orders/OrderCompleted"));
    QVERIFY(show({ElementKind::Claim}, {}).contains("invoice.issuable"));
    QVERIFY(show({ElementKind::Context}, {}).contains("finance"));
    QVERIFY(!show({ElementKind::Context}, {}).contains("OrderCompleted"));
    QCOMPARE(show({ElementKind::Stage}, {}).size(),
             model.migration ? static_cast<qsizetype>(model.migration->stages.size()) : 0);
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_item_models.moc"
