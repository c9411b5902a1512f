// SPDX-License-Identifier: Apache-2.0
#include "domain/lookup.h"

#include <QTest>

using namespace factline;

namespace {

template<typename T>
T named(std::string name, std::uint32_t id) {
    T element;
    element.name = std::move(name);
    element.id = {id};
    return element;
}

/// orders publishes OrderPlaced; a view and a policy of billing subscribe; two facts share one name.
Model sample() {
    auto first = named<Fact>("order", 10);
    first.means = "first";
    auto second = named<Fact>("order", 11);
    second.means = "second";
    auto orders = named<Context>("orders", 1);
    orders.facts = {first, second};
    orders.events = {named<Event>("OrderPlaced", 12)};

    auto subscription = named<Subscription>("", 20);
    subscription.event = {"orders", "OrderPlaced"};
    auto view = named<View>("open-orders", 21);
    view.fedBy = {subscription};
    auto trigger = subscription;
    trigger.id = {22};
    auto policy = named<Policy>("bill", 23);
    policy.when = {trigger};
    auto billing = named<Context>("billing", 2);
    billing.views = {view};
    billing.policies = {policy};

    Model model;
    model.contexts = {orders, billing};
    model.claims = {named<Claim>("order.placed", 30)};
    model.migration = Migration{.stages = {"today", "later", "last"}, .now = "later"};
    return model;
}

} // namespace

class LookupTest : public QObject {
    Q_OBJECT
private slots:
    void aReferenceMeansTheFirstOfAName() {
        const Lookup lookup(sample());
        QCOMPARE(lookup.findFact({"orders", "order"})->means, std::string("first"));
        QVERIFY(!lookup.findFact({"billing", "order"}));
        QVERIFY(!lookup.findEvent({"orders", "order"}));
        QCOMPARE(lookup.find(ElementId{11})->key.name, std::string("orders/order"));
    }

    void aNameIsFoundWholeAsWellAsInParts() {
        const Lookup lookup(sample());
        const auto* event = lookup.find({ElementKind::Event, "orders/OrderPlaced"});
        QVERIFY(event);
        QCOMPARE(lookup.find(ElementKind::Event, {"orders", "OrderPlaced"}), event);
        QVERIFY(!lookup.find(ElementKind::Event, {"order", "s/OrderPlaced"}));
        QVERIFY(!lookup.find(ElementKind::Event, {"", "OrderPlaced"}));
        QCOMPARE(lookup.find({ElementKind::Subscription, "billing/bill<-orders/OrderPlaced"})->consumer->name,
                 std::string("bill"));
        QCOMPARE(lookup.find(ElementKind::Claim, {"", "order.placed"}), lookup.find(ElementId{30}));
    }

    void namesWithSlashesAreTheirWholeText() {
        Model model;
        auto outer = named<Context>("a/b", 1);
        outer.facts = {named<Fact>("c", 2), named<Fact>("/d", 3)};
        auto nameless = named<Context>("", 4);
        nameless.facts = {named<Fact>("e", 5), named<Fact>("/f", 6), named<Fact>("g/h", 7)};
        model.contexts = {outer, nameless};
        const Lookup lookup(model);
        for (const Located& located : lookup.all()) // each is found by what it is called
            QCOMPARE(lookup.find(located.key), &located);
        const auto idOf = [&](const Ref& ref) {
            const Fact* fact = lookup.findFact(ref);
            return fact ? fact->id.value : 0U;
        };
        QCOMPARE(idOf({"a/b", "c"}), 2U);
        QCOMPARE(idOf({"a", "b/c"}), 2U);
        QCOMPARE(idOf({"a/b", "/d"}), 3U);
        QCOMPARE(idOf({"", "e"}), 5U);
        QCOMPARE(idOf({"", "/f"}), 6U);
        QCOMPARE(idOf({"", "f"}), 0U);
        QCOMPARE(idOf({"", "g/h"}), 7U);
        QCOMPARE(idOf({"g", "h"}), 7U);
    }

    void ofOneIdTheFirstIsFound() {
        Model model;
        model.contexts = {named<Context>("late", 9), named<Context>("early", 3), named<Context>("twin", 9)};
        const Lookup lookup(model);
        QCOMPARE(lookup.find(ElementId{9})->key.name, std::string("late"));
        QCOMPARE(lookup.find(ElementId{3})->key.name, std::string("early"));
        QVERIFY(!lookup.find(ElementId{4}));
        QVERIFY(!lookup.find(ElementId{10}));
    }

    void subscriptionsAreFoundFromTheEvent() {
        const Lookup lookup(sample());
        const auto& subscribers = lookup.subscribers({"orders", "OrderPlaced"});
        QCOMPARE(subscribers.size(), std::size_t{2});
        QCOMPARE(subscribers[0].key().name, std::string("billing/open-orders<-orders/OrderPlaced"));
        QCOMPARE(subscribers[1].consumerName(), std::string("bill"));
        QVERIFY(lookup.subscribers({"orders", "Nothing"}).empty());
        QCOMPARE(lookup.find(ElementId{22})->consumer->name, std::string("bill"));
    }

    void aStageKeepsWhatExistsInIt_data() {
        QTest::addColumn<QString>("since");
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("stage");
        QTest::addColumn<bool>("there");
        QTest::newRow("always") << ""
                                << ""
                                << "today" << true;
        QTest::newRow("now is the default") << "later"
                                            << ""
                                            << "" << true;
        QTest::newRow("since counts") << "later"
                                      << ""
                                      << "later" << true;
        QTest::newRow("not yet") << "later"
                                 << ""
                                 << "today" << false;
        QTest::newRow("until does not count") << ""
                                              << "later"
                                              << "later" << false;
        QTest::newRow("before until") << ""
                                      << "later"
                                      << "today" << true;
        QTest::newRow("unknown stage counts as not said") << "never-heard"
                                                          << ""
                                                          << "today" << true;
    }
    void aStageKeepsWhatExistsInIt() {
        QFETCH(QString, since);
        QFETCH(QString, until);
        QFETCH(QString, stage);
        QFETCH(bool, there);
        Model model = sample();
        Context billing = *model.contexts[1];
        View view = *billing.views[0];
        Subscription subscription = *view.fedBy[0];
        subscription.since = since.toStdString();
        subscription.until = until.toStdString();
        view.fedBy = {subscription};
        billing.views = {view};
        model.contexts[1] = billing;
        const auto cut = atStage(model, stage.toStdString());
        QVERIFY(cut.has_value());
        QCOMPARE(cut->contexts[1]->views[0]->fedBy.size(), there ? std::size_t{1} : std::size_t{0});
    }

    void anUnknownStageIsToldWithTheKnownOnes() {
        const auto cut = atStage(sample(), "someday");
        QVERIFY(!cut.has_value());
        QVERIFY(cut.error().message.english().find("today, later, last") != std::string::npos);
        Model plain = sample();
        plain.migration.reset();
        QVERIFY(!atStage(plain, "today").has_value());
        QCOMPARE(*atStage(plain, ""), plain);
    }
};

QTEST_APPLESS_MAIN(LookupTest)
#include "tst_lookup.moc"
