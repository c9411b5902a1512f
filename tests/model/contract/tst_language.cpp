// SPDX-License-Identifier: Apache-2.0
// Every key of the language lands in its member, is written back in canonical form, and keeps its place.
#include <filesystem>

#include <QTest>

#include "contract/read.h"
#include "contract/tree.h"
#include "domain/lookup.h"

using namespace factline;
using namespace factline::contract;
using namespace std::chrono_literals;
using Names = std::vector<std::string>;

namespace {

const ReadModel& example() {
    static const ReadModel model =
        readModel(FACTLINE_SOURCE_DIR "/tests/cases/contract/language/input.factline.yaml").value();
    return model;
}

ReadModel parse(std::string text) {
    return parseModel({{"m.yaml", std::move(text)}});
}

// A model with the given text below `contexts: orders:`, indented by four.
Context contextWith(const std::string& text) {
    const ReadModel read = parse("factline: 1\ncontexts:\n  orders:\n" + text);
    if (!read.problems.empty()) qFatal("%s", toString(read.problems.front()).c_str());
    return *read.model.contexts.at(0);
}

std::string textAt(const ReadModel& read, ElementId id, std::string_view field) {
    const SourceRange place = read.sources.find(id, field);
    return read.files.at(0).text->substr(place.begin, place.end - place.begin);
}

// A tree as one line of text, references qualified.
std::string shown(const Tree& tree) {
    std::string text;
    if (tree.kind == Tree::Kind::Sequence) {
        for (const Tree& item : tree.items)
            text += (text.empty() ? "" : ", ") + shown(item);
        return "[" + text + "]";
    }
    if (tree.kind == Tree::Kind::Mapping) {
        for (const auto& entry : tree.entries)
            text += (text.empty() ? "" : ", ") + entry.key + ": " + shown(entry.value);
        return "{" + text + "}";
    }
    return tree.text;
}

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheRoot() {
        QVERIFY(example().problems.empty());
        const Model& model = example().model;
        QCOMPARE(model.name, std::string("Global retailer"));
        QCOMPARE(model.summary, std::string("What can be sold where, and who may say so."));
        QCOMPARE(model.claims.size(), std::size_t(5));
        const Claim& captured = *model.claims[2];
        QCOMPARE(captured.name, std::string("payment.captured"));
        QVERIFY(captured.of == (Ref{"payments", "payment"}));
        QCOMPARE(captured.implies, Names{"payment.authorised"});
        QCOMPARE(model.claims[4]->excludes, Names{"order.checkout-finished"});
        QVERIFY(model.claims[0]->text.starts_with("The customer finished"));
        QCOMPARE(model.migration->stages.size(), std::size_t(6));
        QCOMPARE(model.migration->now, std::string("outbox-at-the-edge"));
        QCOMPARE(model.hotspots, Names{"Who owns an address while the customer is moving house?"});
        const Waiver& waiver = model.waivers.at(0);
        QCOMPARE(waiver, (Waiver{"event-orphan", "orders/OrderCompleted", "Partner feed",
                                 "architecture-board", std::chrono::year(2027) / 3 / 31}));
        const Audience& shopper = *model.audiences.at(0);
        QCOMPARE(shopper.sees, (std::vector<Ref>{{"search", "price-list"}, {"product", "price-tag"}}));
        QVERIFY(shopper.of == (Ref{"pricing", "price"}));
        QCOMPARE(*shopper.mayDisagreeFor, Duration(10s));
        QCOMPARE(model.nextId, 21U);
    }

    void readsAContext() {
        const Context& orders = *example().model.contexts.at(0);
        QCOMPARE(orders.title, std::string("Orders"));
        QCOMPARE(orders.kind, ContextKind::Core);
        QCOMPARE(orders.team, std::string("order-squad"));
        QCOMPARE(orders.store, Store::PostgreSql);
        QCOMPARE(orders.relations, (std::vector<Relation>{{"payments", RelationKind::CustomerSupplier}}));
        QCOMPARE(*orders.publishing->through, PublishingMechanism::Outbox);
        QCOMPARE(orders.publishing->lag.at(0).form,
                 (decltype(Hop::form)(PollLag{Duration(500ms), PollMode::FixedRate, Duration(20ms)})));
        const Fact& order = *orders.facts.at(0);
        QCOMPARE(order.means, std::string("What the customer asked for and we accepted."));
        QCOMPARE(order.key, Names{"orderId"});
        QCOMPARE(order.writers, Names{"orders"});
        QVERIFY(order.derivedFrom.empty());
        QCOMPARE(order.sensitivity, Sensitivity::Personal);
        QCOMPARE(*order.retention, Duration(24h * 365 * 7));
        const Channel& channel = *orders.channels.at(0);
        QCOMPARE(channel.name, std::string("orders.order"));
        QCOMPARE(channel.key, Names{"orderId"});
        QCOMPARE(channel.partitions, 12U);
        QCOMPARE(*channel.retention, Duration(24h * 7));
        QCOMPARE(channel.hottestKey.value, 0.02);
        QCOMPARE(channel.lag.at(0),
                 (Hop{QuantileLag{Duration(13ms), Duration(32ms), Duration(208ms), std::nullopt},
                      Basis::Vendor, "broker benchmark", std::nullopt}));
        QCOMPARE(orders.types.at(0)->fields.at(1).type.kind, PayloadType::Kind::Integer);
    }

    void readsAnEvent() {
        const Event& event = *example().model.contexts.at(0)->events.at(0);
        QCOMPARE(event.name, std::string("OrderCompleted"));
        QCOMPARE(event.version, 2U);
        QVERIFY(event.means.starts_with("The customer finished"));
        QCOMPARE(event.announces, (std::vector<Ref>{{"orders", "order"}}));
        QCOMPARE(*event.asserts, Names{"order.checkout-finished"});
        QCOMPARE(*event.denies, Names{"payment.captured"});
        QCOMPARE(event.finality, Finality::Revocable);
        QCOMPARE(event.revokedBy, (std::vector<Ref>{{"orders", "OrderCancelled"}}));
        QCOMPARE(event.visibility, Visibility::Public);
        QCOMPARE(event.compatibility, Compatibility::Backward);
        QVERIFY(event.channel == (Ref{"orders", "orders.order"}));
        QVERIFY(*event.rate == (Rate{20, 's'}));
        QVERIFY(*event.peak == (Rate{300, 's'}));
        QCOMPARE(event.payload.size(), std::size_t(4));
        QCOMPARE(toString(event.payload[1].type), std::string("decimal(12,2)"));
        QCOMPARE(event.payload[1].means, std::string("Gross, in the order's currency."));
        QVERIFY(event.payload[2].optional && !event.payload[1].optional);
        QCOMPARE(event.payload[3].type.of.at(0).name, std::string("OrderLine"));
        QVERIFY(!example().model.contexts[0]->events[1]->denies);
    }

    void readsConsumers() {
        const Context& billing = *example().model.contexts.at(1);
        const View& view = *billing.views.at(0);
        QCOMPARE(view.shows, (std::vector<Ref>{{"orders", "order"}}));
        const Subscription& feed = *view.fedBy.at(0);
        QVERIFY(feed.event == (Ref{"orders", "OrderCompleted"}));
        QCOMPARE(*feed.version, 2U);
        QCOMPARE(*feed.reliesOn, (std::vector<Reliance>{{"invoice.issuable", Finality::Final}}));
        QCOMPARE(feed.understoodAs, std::string("Safe to invoice."));
        QCOMPARE(feed.lag.at(0).basis, Basis::Guess);
        QCOMPARE(*feed.capacity, (Capacity{Duration(2ms), 6}));
        QVERIFY(feed.needsOrder);
        QCOMPARE(feed.onDuplicate, OnDuplicate::Ignored);
        QCOMPARE(feed.onFailure, OnFailure::Park);
        QCOMPARE(*view.freshness, (Freshness{Duration(30s), Share{0.99}, Duration(24h * 28), {}}));
        QVERIFY(view.tellsFreshness);
        QCOMPARE(view.loss.value, 0.001);
        QCOMPARE(*view.reconciled, (Reconciliation{Duration(15min),
                                                   {"orders", "order"},
                                                   Duration(5min),
                                                   Duration(2min),
                                                   Share{1.0},
                                                   RepairMode::Automatic,
                                                   100}));
        const Policy& policy = *billing.policies.at(0);
        QCOMPARE(policy.whenForm, WhenForm::List);
        QVERIFY(policy.when.at(0)->event == (Ref{"payments", "PaymentCaptured"}));
        QCOMPARE(policy.then, (std::vector<Ref>{{"billing", "InvoiceIssued"}}));
        QCOMPARE(policy.lag.size(), std::size_t(1));
        QVERIFY(policy.compensatedBy == (Ref{"billing", "InvoiceWithdrawn"}));
        const Decision& decision = *billing.decisions.at(0);
        QCOMPARE(decision.means, std::string("May we send the bill?"));
        QCOMPARE(decision.reads,
                 (std::vector<Read>{{{"billing", "completed-orders"}, Duration(1min), false, {}},
                                    {{"payments", "payment"}, std::nullopt, true, {}}}));
        QVERIFY(!decision.reversible);
    }

    void readsTheFurtherKeys() {
        const Context context = contextWith(R"(    survives: 4h
    lint: {preset: strict, rules: {event-orphan: off}}
    since: today
    until: retired
    formerly: [sales]
    hotspots: ["Who?"]
    waivers: [{rule: names, reason: old}]
    facts:
      order: {changeRate: 12/h, takesOver: erp/order, derivedFrom: [stock/level]}
    events:
      OrderPlaced:
        relays: true
        mappedFrom: {table: orders, when: "status = 'CONFIRMED'"}
        publishing: {through: dual-write, lag: [{fixed: 1s, class: semantic}, {window: 30s}, {cron: "0 2 * * 1-5", timeZone: Europe/Berlin, run: 45m}]}
        compatibility: full-transitive
        payload:
          price: {type: integer, default: 0, sensitivity: confidential, since: 2, justifiedBy: the till needs it, copies: {fact: pricing/price, asOf: pricedAt}}
    views:
      open-orders:
        fedBy: {OrderPlaced: {reliesOn: [order.placed, {claim: b.c}], needsOrder: true, orderedBy: sequence, lag: {poll: 1m, mode: fixedDelay}}}
        freshness: {within: PT30S, from: stock/level}
        rebuild: {from: channel, takes: 2h}
    policies:
      p: {when: {OrderPlaced: {onDuplicate: applied-again, onFailure: halt}}, endsWhen: it is paid}
    decisions:
      d: {reads: {open-orders: {cache: {window: 5m}}}, thinkTime: {fixed: 1h}}
)");
        QCOMPARE(*context.survives, Duration(4h));
        QCOMPARE(*context.lint, (LintSettings{"strict", {{"event-orphan", Severity::Off}}}));
        QCOMPARE(context.since, std::string("today"));
        QCOMPARE(context.until, std::string("retired"));
        QCOMPARE(context.formerly, Names{"sales"});
        QCOMPARE(context.hotspots, Names{"Who?"});
        QCOMPARE(context.waivers.at(0).reason, std::string("old"));
        QVERIFY(*context.facts[0]->changeRate == (Rate{12, 'h'}));
        QVERIFY(context.facts[0]->takesOver == (Ref{"erp", "order"}));
        QCOMPARE(context.facts[0]->derivedFrom, (std::vector<Ref>{{"stock", "level"}}));
        const Event& event = *context.events[0];
        QVERIFY(event.relays);
        QCOMPARE(*event.mappedFrom, (TableMapping{"orders", "status = 'CONFIRMED'"}));
        QCOMPARE(*event.publishing->through, PublishingMechanism::DualWrite);
        QCOMPARE(event.publishing->lag.size(), std::size_t(3));
        QCOMPARE(*event.publishing->lag[0].lagClass, LagClass::Semantic);
        QCOMPARE(event.publishing->lag[2].form,
                 (decltype(Hop::form)(CronLag{"0 2 * * 1-5", "Europe/Berlin", Duration(45min)})));
        QCOMPARE(event.compatibility, Compatibility::FullTransitive);
        const PayloadField& price = event.payload[0];
        QCOMPARE(*price.defaultValue, std::string("0"));
        QCOMPARE(*price.sensitivity, Sensitivity::Confidential);
        QCOMPARE(*price.since, 2U);
        QCOMPARE(price.justifiedBy, std::string("the till needs it"));
        QCOMPARE(*price.copies, (CopyOf{{"pricing", "price"}, "pricedAt"}));
        const View& view = *context.views[0];
        QCOMPARE(view.fedBy[0]->reliesOn->size(), std::size_t(2));
        QCOMPARE(view.fedBy[0]->reliesOn->at(0), (Reliance{"order.placed", std::nullopt}));
        QCOMPARE(view.fedBy[0]->orderedBy, std::string("sequence"));
        QCOMPARE(std::get<PollLag>(view.fedBy[0]->lag[0].form).mode, PollMode::FixedDelay);
        QCOMPARE(*view.freshness->within, Duration(30s));
        QVERIFY(view.freshness->from == (Ref{"stock", "level"}));
        QCOMPARE(*view.rebuild, (Rebuild{"channel", Duration(2h)}));
        QCOMPARE(context.policies[0]->whenForm, WhenForm::Map);
        QCOMPARE(context.policies[0]->when[0]->onFailure, OnFailure::Halt);
        QCOMPARE(context.policies[0]->endsWhen, std::string("it is paid"));
        QCOMPARE(context.decisions[0]->reads[0].cache.size(), std::size_t(1));
        QCOMPARE(context.decisions[0]->thinkTime.size(), std::size_t(1));
    }

    void readsScenariosAndSettings() {
        const ReadModel read =
            parse("factline: 1\nlint: {preset: minimal}\nscenarios:\n  black-friday:\n"
                  "    set: {orders/OrderPlaced.rate: 300/s}\n    outage: {billing: 10m}\n");
        QVERIFY(read.problems.empty());
        QCOMPARE(read.model.lint->preset, std::string("minimal"));
        QCOMPARE(read.model.scenarios, (std::vector<Scenario>{{"black-friday",
                                                               {{"orders/OrderPlaced.rate", "300/s"}},
                                                               {{"billing", Duration(10min)}}}}));
    }

    void undeclaredIsNotEmpty() {
        const Context context = contextWith("    events: {A: {}, B: {asserts: []}}\n");
        QVERIFY(!context.events[0]->asserts);
        QVERIFY(context.events[1]->asserts && context.events[1]->asserts->empty());
        QCOMPARE(shown(toTree(*context.events[0], "orders")), std::string("{}"));
        QCOMPARE(shown(toTree(*context.events[1], "orders")), std::string("{asserts: []}"));
    }

    void writesCanonicalForm() {
        const Model& model = example().model;
        QCOMPARE(shown(toTree(*model.contexts[0]->events[1], "orders")),
                 std::string("{announces: [order], asserts: [order.cancelled], payload: {orderId: uuid}}"));
        QCOMPARE(shown(toTree(*model.contexts[1]->decisions[0], "billing")),
                 std::string("{means: May we send the bill?, reads: {completed-orders: {tolerates: 1m}, "
                             "payments/payment: {ask: owner}}, reversible: false}"));
        const Tree view = toTree(*model.contexts[1]->views[0], "billing");
        QCOMPARE(shown(view.entries.at(2).value), std::string("{within: 30s}")); // the rest is as by default
        const Tree::Entry& feed = view.entries.at(1).value.entries.at(0);
        QCOMPARE(feed.key, std::string("orders/OrderCompleted"));
        QVERIFY(*feed.meaning == (Ref{"orders", "OrderCompleted"}));
        QCOMPARE(feed.value.id, model.contexts[1]->views[0]->fedBy[0]->id);
        const Tree policy = toTree(*model.contexts[1]->policies[0], "billing");
        QCOMPARE(policy.entries.at(0).value.items.at(0).id, model.contexts[1]->policies[0]->when[0]->id);
        QCOMPARE(toTree(model).entries.at(0).key, std::string("model"));
    }

    void findsPlaces() {
        const ReadModel& read = example();
        const Lookup lookup(read.model);
        const auto id = [&](ElementKind kind, const char* name) {
            return std::visit([](const auto* element) { return element->id; },
                              lookup.find(ElementKey{kind, name})->element);
        };
        const ElementId event = id(ElementKind::Event, "orders/OrderCompleted");
        QCOMPARE(textAt(read, event, ""), std::string("OrderCompleted"));
        QCOMPARE(textAt(read, event, "announces"), std::string("[order]"));
        QCOMPARE(textAt(read, event, "asserts[0]"), std::string("order.checkout-finished"));
        QCOMPARE(textAt(read, event, "payload.total.type"), std::string("\"decimal(12,2)\""));
        QCOMPARE(textAt(read, event, "payload.total.default"),
                 std::string("{type: \"decimal(12,2)\", means: \"Gross, in the order's currency.\"}"));
        QCOMPARE(textAt(read, event, "nothing.here"), std::string("OrderCompleted"));
        const ElementId feed =
            id(ElementKind::Subscription, "billing/completed-orders<-orders/OrderCompleted");
        QCOMPARE(textAt(read, feed, "reliesOn[0].claim"), std::string("invoice.issuable"));
        const ElementId when =
            id(ElementKind::Subscription, "billing/invoice-when-captured<-payments/PaymentCaptured");
        QCOMPARE(textAt(read, when, "reliesOn"), std::string("payments/PaymentCaptured"));
        const ElementId view = id(ElementKind::View, "billing/completed-orders");
        QCOMPARE(textAt(read, view, "fedBy.orders/OrderCompleted.version"), std::string("2"));
        QCOMPARE(textAt(read, ElementId{}, "migration.now"), std::string("outbox-at-the-edge"));
        QCOMPARE(textAt(read, ElementId{}, "claims.payment.captured.of"), std::string("payments/payment"));
        QCOMPARE(read.sources.find(event).line, 40U);
        QVERIFY(!read.sources.locate(ElementId{9999}));
    }

    void endsOfEveryStyle() {
        const std::string text =
            "factline: 1\nmodel: \"a \\\" b\"\nsummary: |2-\n    x: # no comment\n\n   y\n# after\n"
            "hotspots:\n  - plain over\n    two lines # comment\n  - 'it''s'\n  - >\n    folded\n    text\n\n"
            "  - [ a , {b: c} , ]\nlint: { preset: strict , }\n";
        const ReadModel read = parse(text);
        const auto at = [&](std::string_view field) { return textAt(read, {}, field); };
        QCOMPARE(at("model"), std::string("\"a \\\" b\""));
        QCOMPARE(at("summary"), std::string("|2-\n    x: # no comment\n\n   y"));
        QCOMPARE(at("hotspots[0]"), std::string("plain over\n    two lines"));
        QCOMPARE(at("hotspots[1]"), std::string("'it''s'"));
        QCOMPARE(at("hotspots[2]"), std::string(">\n    folded\n    text"));
        QCOMPARE(at("hotspots[3]"), std::string("[ a , {b: c} , ]"));
        QCOMPARE(at("lint"), std::string("{ preset: strict , }"));
        QCOMPARE(read.model.summary, std::string("  x: # no comment\n\n y"));
        QCOMPARE(read.model.hotspots.at(0), std::string("plain over two lines"));
    }

    void carriesIds() {
        const ReadModel before = parse(
            "factline: 1\ncontexts:\n  a:\n    events: {One: , Two: }\n    views: {v: {fedBy: {One: }}}\n"
            "  b: {facts: {f: , f: {means: second}}}\n");
        const ReadModel after = carryIds(
            before.model,
            parse("factline: 1\ncontexts:\n  b: {facts: {new: , f: , f: }}\n  c:\n    formerly: [a]\n"
                  "    views: {v: {fedBy: {Uno: }}}\n    events: {Two: , Uno: {formerly: [One]}}\n"));
        const Context& a = *before.model.contexts[0];
        const Context& c = *after.model.contexts[1];
        QCOMPARE(c.id, a.id);
        QCOMPARE(c.events[0]->id, a.events[1]->id);
        QCOMPARE(c.events[1]->id, a.events[0]->id);
        QCOMPARE(c.views[0]->id, a.views[0]->id);
        QCOMPARE(c.views[0]->fedBy[0]->id, a.views[0]->fedBy[0]->id);
        const Context& b = *after.model.contexts[0];
        QCOMPARE(b.facts[1]->id, before.model.contexts[1]->facts[0]->id);
        QCOMPARE(b.facts[2]->id, before.model.contexts[1]->facts[1]->id);
        QCOMPARE(b.facts[0]->id.value, before.model.nextId);
        QCOMPARE(after.model.nextId, before.model.nextId + 1);
        QCOMPARE(textAt(after, c.events[1]->id, ""), std::string("Uno"));
        QCOMPARE(textAt(after, b.facts[0]->id, ""), std::string("new"));
    }

    /// What stayed as it was is the very same object, so that who looks for changes need not look into it.
    void whatStaysIsShared() {
        const std::string text = "factline: 1\nclaims:\n  x.done: {of: a/x, text: Done.}\n"
                                 "contexts:\n  a: {facts: {x: }}\n  b: {facts: {y: }}\n";
        const Model before = parse(text).model;
        std::string typed = text;
        typed.replace(typed.find("y: "), 1, "z");
        const Model after = carryIds(before, parse("# typed above\n" + typed)).model;
        QVERIFY(after.claims[0].same(before.claims[0]));
        QVERIFY(after.contexts[0].same(before.contexts[0]));
        QVERIFY(!after.contexts[1].same(before.contexts[1]));
        QCOMPARE(after.contexts[1]->facts[0]->name, std::string("z"));
    }

    void nameTypedAnewKeepsItsId() {
        const auto facts = [](const std::string& names) {
            return parse("factline: 1\ncontexts:\n  a: {facts: {" + names + "}}\n").model;
        };
        const Model before = facts("x: , y: , z: ");
        const auto ids = [&](const std::string& names) {
            std::string text;
            const Model after = carryIds(before, facts(names));
            for (const auto& fact : after.contexts[0]->facts)
                for (const auto& old : before.contexts[0]->facts)
                    if (old->id == fact->id) text += fact->name + "=" + old->name + " ";
            return text;
        };
        QCOMPARE(ids("x: , other: , z: "), std::string("x=x other=y z=z "));
        QCOMPARE(ids("x: , z: , other: "), std::string("x=x z=z ")); // at another place: another fact
        QCOMPARE(ids("x: , one: , two: "), std::string("x=x "));     // two at once: nobody knows which
        QCOMPARE(ids("x: , y: , z: , other: "), std::string("x=x y=y z=z "));
    }
};

QTEST_APPLESS_MAIN(LanguageTest)
#include "tst_language.moc"
