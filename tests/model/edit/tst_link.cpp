// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>
#include <rapidcheck.h>

#include "contract/write.h"
#include "domain/lookup.h"
#include "edit/link.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::edit;

namespace {

const char* const shop = R"(factline: 1
model: Shop
contexts:
  orders:
    facts:
      order: {means: What was asked for.}
      total: {means: Its price.}
    channels:
      orders.order: {key: [id]}
    events:
      OrderPlaced: {announces: [order]}
      OrderPriced: {announces: [total]}
    types:
      Line: {sku: string}
    views:
      open-orders: {shows: [total]}
      prices: {}
    policies:
      place: {}
      confirm: {}
    decisions:
      may-place: {}
      may-cancel: {}
  finance:
    views:
      billed: {}
    facts:
      bill: {}
)";

contract::ReadModel readText(const std::string& text) {
    return contract::parseModel({{"model.factline.yaml", text}});
}

ElementId idOf(const Model& model, std::string_view name) {
    const Lookup lookup(model);
    for (const Located& located : lookup.all())
        if (toString(located.key) == name) return located.id();
    return {};
}

/// The lines that are in the text after linking and were not before, without blanks at their ends.
QString linked(const char* from, const char* to, const std::string& text = shop) {
    const auto read = readText(text);
    const auto edit = edit::link(read.model, idOf(read.model, from), idOf(read.model, to));
    if (!edit) return QString::fromStdString(edit.error().message);
    const auto applied = edit::apply(read.model, *edit);
    const auto before = QString::fromStdString(text).split('\n');
    QStringList fresh;
    const auto after = QString::fromStdString(*contract::renderModel(read, applied->model)->files[0].text);
    for (const QString& line : after.split('\n'))
        if (!before.contains(line)) fresh << line.trimmed();
    return fresh.join('|');
}

std::vector<ElementId> targets(const Model& model, ElementId from) {
    std::vector<ElementId> ids;
    for (const LinkTarget& target : legalTargets(model, from))
        ids.push_back(target.id);
    return ids;
}

} // namespace

/// What a line between two elements says, for every pair of kinds.
class LinkTest : public QObject {
    Q_OBJECT
private slots:
    void everyPairOfKinds_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says"); // the changed line, or how the refusal begins
        const std::vector<std::pair<QString, QString>> ends{
            {"context orders", "context finance"},
            {"fact orders/order", "fact orders/total"},
            {"event orders/OrderPlaced", "event orders/OrderPriced"},
            {"view orders/open-orders", "view orders/prices"},
            {"policy orders/place", "policy orders/confirm"},
            {"decision orders/may-place", "decision orders/may-cancel"}};
        const QString onlyContexts = "A context is linked to other contexts only.";
        const std::vector<std::vector<QString>> says{
            // to: context, fact, event, view, policy, decision
            {"relations: {orders: customer-supplier}", onlyContexts, onlyContexts, onlyContexts, onlyContexts,
             onlyContexts},
            {onlyContexts, "total: {means: Its price., derivedFrom: [order]}",
             "OrderPriced: {announces: [total, order]}", "prices:|shows: [order]",
             "A policy is triggered by events, not by facts.", "may-cancel:|reads:|order: {ask: owner}"},
            {onlyContexts, "OrderPlaced: {announces: [order, total]}",
             "An event leads to another one through a policy.",
             "prices:|shows: [order]|fedBy:|OrderPlaced: {}", "confirm:|when: [OrderPlaced]",
             "A decision reads views and asks owners; it cannot be fed by an event."},
            {onlyContexts, "open-orders shows", "open-orders: {shows: [total], fedBy: {OrderPriced: {}}}",
             "A view is fed by events, not by other views.", "Policies and views meet through events only.",
             "may-cancel:|reads:|open-orders: {}"},
            {onlyContexts, "A policy is triggered by events, not by facts.", "place:|then: [OrderPriced]",
             "Policies and views meet through events only.",
             "A policy leads to another one through an event.", "A decision reads views; a policy only"},
            {onlyContexts, "may-place:|reads:|total: {ask: owner}",
             "A decision reads views and asks owners; it cannot be fed by an event.",
             "may-place:|reads:|prices: {}", "A decision reads views; a policy only",
             "A decision leads to no other decision."}};
        for (std::size_t i = 0; i < ends.size(); ++i)
            for (std::size_t j = 0; j < ends.size(); ++j)
                QTest::addRow("%s to %s", qPrintable(ends[i].first), qPrintable(ends[j].second))
                    << ends[i].first << ends[j].second << says[i][j];
    }

    void everyPairOfKinds() {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, says);
        const QString got = linked(qPrintable(from), qPrintable(to));
        if (says == "open-orders shows") // a fact from a view that shows only that fact
            QVERIFY2(got.contains("already linked"), qPrintable(got));
        else if (says.contains('[') || says.contains('{'))
            QCOMPARE(got, says);
        else
            QVERIFY2(got.startsWith(says), qPrintable(got));
    }

    void factFromAView() {
        QCOMPARE(linked("view orders/open-orders", "fact orders/order"),
                 QString("order: {means: What was asked for., derivedFrom: [total]}"));
        QVERIFY(linked("view orders/prices", "fact orders/order").contains("shows nothing yet"));
        QVERIFY(linked("view orders/open-orders", "fact finance/bill").contains("views of its own context"));
    }

    void acrossContexts() {
        QCOMPARE(linked("event orders/OrderPlaced", "view finance/billed"),
                 QString("billed:|shows: [orders/order]|fedBy:|orders/OrderPlaced: {}"));
    }

    void refusals() {
        QVERIFY(linked("fact orders/order", "event orders/OrderPlaced").contains("already linked"));
        QVERIFY(linked("event orders/OrderPlaced", "event orders/OrderPlaced").contains("linked to itself"));
        QVERIFY(linked("event orders/OrderPlaced", "channel orders/orders.order").contains("inspector"));
        QVERIFY(linked("event orders/OrderPlaced", "nobody").contains("no longer in the model"));
        std::string unnamed = shop;
        unnamed.replace(unnamed.find("prices: {}"), 10, "'': {}");
        QVERIFY(linked("view orders/", "decision orders/may-place", unnamed).contains("no name yet"));
    }

    void aReferenceMeansTheFirstOfItsName() {
        const auto model = readText(shop).model;
        const AddElement twin{*model.contexts[0]->facts[0], model.contexts[0]->id, {}};
        const auto added = edit::apply(model, twin);
        const auto event = idOf(added->model, "event orders/OrderPriced");
        const auto edit = edit::link(added->model, added->added.front(), event);
        QVERIFY(!edit && edit.error().message.english().starts_with("There are two facts called order"));
        QVERIFY(edit::link(added->model, added->model.contexts[0]->facts[0]->id, event));
    }

    void targetsAndKindsGoTogether() {
        const auto model = readText(shop).model;
        const auto found = legalTargets(model, idOf(model, "event orders/OrderPriced"));
        QStringList texts;
        const Lookup lookup(model);
        for (const LinkTarget& target : found)
            texts << QString::fromUtf8(target.word.data(), int(target.word.size())) + ' ' +
                         QString::fromStdString(lookup.find(target.id)->key.name);
        QCOMPARE(texts,
                 QStringList({"announces orders/order", "feeds orders/open-orders", "feeds orders/prices",
                              "triggers orders/place", "triggers orders/confirm", "announces finance/bill",
                              "feeds finance/billed"}));
        QStringList kinds;
        for (const LinkKind& kind : legalKinds(ElementKind::Event))
            kinds << QString::fromStdString(std::string(kindName(kind.kind)));
        QCOMPARE(kinds, QStringList({"fact", "view", "policy"}));
        QVERIFY(legalTargets(model, ElementId{9999}).empty());
    }

    void aLinkThatIsMadeIsNoTargetAnyMore() {
        int links = 0;
        QVERIFY(rc::check("legal links can be made once, and are written as asked", [&] {
            const auto read = readText(contract::renderCanonical(*testing::models()));
            const Lookup lookup(read.model);
            RC_PRE(!lookup.all().empty());
            const Located& from = lookup.all()[testing::number<std::size_t>(0, lookup.all().size())];
            const ElementId id = from.id();
            for (const ElementId to : targets(read.model, id)) {
                const auto edit = edit::link(read.model, id, to);
                RC_ASSERT(edit.has_value());
                const auto applied = edit::apply(read.model, *edit);
                RC_ASSERT(applied.has_value());
                const auto left = targets(applied->model, id);
                RC_ASSERT(std::ranges::find(left, to) == left.end());
                const auto written = contract::renderModel(read, applied->model);
                RC_ASSERT(written.has_value() && written->notices.empty());
                const auto again = contract::parseModel(written->files);
                RC_ASSERT(again.problems.empty());
                RC_ASSERT(contract::renderCanonical(again.model) ==
                          contract::renderCanonical(applied->model));
                ++links;
            }
        }));
        QVERIFY2(links > 100, qPrintable(QString::number(links)));
    }
};

QTEST_APPLESS_MAIN(LinkTest)
#include "tst_link.moc"
