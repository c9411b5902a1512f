// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <rapidcheck.h>

#include "contract/write.h"
#include "domain/references.h"
#include "edit/edit.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;
using namespace factline::edit;

namespace {

/// Every reference of a model and whether it leads somewhere, in the order of the model.
std::vector<bool> resolving(const Model& model) {
    const Lookup lookup(model);
    std::vector<bool> found;
    const auto look = [&](const RefUse& use, const Ref& ref) { found.push_back(resolves(lookup, use, ref)); };
    for (const Located& located : lookup.all())
        forEachRef(located, look);
    forEachRootRef(lookup.model(), look);
    return found;
}

std::size_t leadingSomewhere(const Model& model) {
    const auto all = resolving(model);
    return static_cast<std::size_t>(std::ranges::count(all, true));
}

std::vector<ElementId> ids(const Lookup& lookup, auto wanted) {
    std::vector<ElementId> list;
    for (const Located& located : lookup.all())
        if (wanted(located)) list.push_back(located.id());
    return list;
}

/// Fails with both models to look at.
void failBetween(const std::string& what, const Model& before, const Model& after) {
    RC_FAIL(what + "\n--- before\n" + contract::renderCanonical(before) + "\n--- after\n" +
            contract::renderCanonical(after));
}

bool isNamed(const Located& located) {
    return located.key.kind != ElementKind::Subscription;
}

} // namespace

class ApplyTest : public QObject {
    Q_OBJECT
private slots:
    void leavesTheOldModelAlone() {
        QVERIFY(rc::check("apply is pure", [] {
            const Model model = *testing::models();
            const Lookup kept(model);
            const Model copy = model;
            const Edit edit = *testing::edits(model);
            const auto first = edit::apply(model, edit);
            const auto second = edit::apply(model, edit);
            RC_ASSERT(model == copy);
            RC_ASSERT(first.has_value() == second.has_value());
            if (first) {
                RC_ASSERT(first->model == second->model);
                RC_ASSERT(!first->label.empty());
            }
        }));
    }

    void whatIsKnownFromEarlierEditsChangesNothing() {
        QVERIFY(rc::check("an edit among many gives what it gives alone", [] {
            const Model opened = *testing::models();
            Model model = opened;
            LatestLookup known;
            for (int i = 0; i < 6; ++i) {
                if (testing::number(0, 5) == 0) model = opened; // as undo goes back
                const Edit edit = *testing::edits(model);
                const auto among = edit::apply(model, edit, opened, known);
                const auto alone = edit::apply(model, edit, opened);
                RC_ASSERT(among.has_value() == alone.has_value());
                if (!alone) continue;
                if (among->model != alone->model) failBetween(alone->label, alone->model, among->model);
                RC_ASSERT(among->references == alone->references);
                RC_ASSERT(among->added == alone->added);
                model = among->model;
            }
        }));
    }

    void idsStayUnique() {
        QVERIFY(rc::check("no two elements share an id after any edits", [] {
            Model model = *testing::models();
            for (int i = 0; i < 5; ++i) {
                const Edit edit = *testing::edits(model);
                if (auto applied = edit::apply(model, edit)) model = applied->model;
            }
            const Lookup lookup(model);
            auto all = ids(lookup, [](const Located&) { return true; });
            std::ranges::sort(all);
            RC_ASSERT(std::ranges::adjacent_find(all) == all.end());
            for (const ElementId id : all)
                RC_ASSERT(id.value > 0 && id.value < model.nextId);
        }));
    }

    void renamingBackGivesTheSameModel() {
        QVERIFY(rc::check("rename and back", [] {
            const Model opened = *testing::models();
            const Lookup lookup(opened);
            const auto named = ids(lookup, isNamed);
            RC_PRE(!named.empty());
            const ElementId id = named[testing::number<std::size_t>(0, named.size())];
            const std::string old = lookup.find(id)->base().name;
            const auto there = edit::apply(opened, Rename{id, "never-heard-of"}, opened);
            const auto further = edit::apply(there->model, Rename{id, "nor-of-this"}, opened);
            const auto back = edit::apply(there->model, Rename{id, old}, opened);
            RC_PRE(back.has_value()); // a type's odd name cannot be given again, only undone
            // Two contexts of one name: a bare type may mean the other one's, and is qualified for good.
            for (const auto& context : opened.contexts)
                RC_PRE(lookup.findContext(context->name) == context.get());
            const std::string label = "Rename " + toString(lookup.find(id)->key) + " and back";
            if (back->model != opened) failBetween(label, opened, back->model);
            const auto far = edit::apply(further->model, Rename{id, old}, opened);
            if (far->model != opened) failBetween(label, opened, far->model);
        }));
    }

    void usagesAreAllReferencesThatMeanIt() {
        QVERIFY(rc::check("usages", [] {
            const Lookup lookup(*testing::models());
            for (const Located& meant : lookup.all()) {
                const ElementId id = meant.id();
                if (lookup.find(id) != &meant) continue;
                std::vector<const Located*> holders;
                for (const Located& holder : lookup.all())
                    forEachRef(holder, [&](const RefUse& use, const Ref& ref) {
                        if (resolve(lookup, use, ref) == &meant) holders.push_back(&holder);
                    });
                std::vector<const Located*> told;
                for (const Usage& usage : usages(lookup, id))
                    told.push_back(usage.holder);
                RC_ASSERT(told == holders);
            }
        }));
    }

    void renamingKeepsEveryReferenceAlive() {
        QVERIFY(rc::check("rename", [] {
            const Model model = *testing::models();
            const Lookup before(model);
            const auto named = ids(before, isNamed);
            RC_PRE(!named.empty());
            const ElementId id = named[testing::number<std::size_t>(0, named.size())];
            const auto used = usages(before, id);
            const auto applied = edit::apply(model, Rename{id, "never-heard-of"});
            RC_ASSERT(applied.has_value());
            RC_ASSERT(resolving(applied->model) == resolving(model));
            const Lookup after(applied->model);
            RC_ASSERT(usages(after, id).size() == used.size());
            RC_ASSERT(applied->references >= used.size());
        }));
    }

    void movingKeepsEveryReferenceAlive() {
        QVERIFY(rc::check("move", [] {
            const Model model = *testing::models();
            const Lookup before(model);
            const auto movable = ids(before, [](const Located& l) {
                return l.context && l.key.kind != ElementKind::Context &&
                       l.key.kind != ElementKind::Subscription;
            });
            RC_PRE(!movable.empty());
            const auto contexts =
                ids(before, [](const Located& l) { return l.key.kind == ElementKind::Context; });
            std::vector<ElementId> some;
            for (const ElementId id : movable)
                if (testing::number(0, 2) == 0) some.push_back(id);
            const ElementId to = contexts[testing::number<std::size_t>(0, contexts.size())];
            const auto applied = edit::apply(model, MoveToContext{some, to});
            RC_PRE(applied.has_value()); // a payload may be unable to name a type of an oddly named context
            // Two reads whose targets get one name become one.
            const std::size_t merged = resolving(model).size() - resolving(applied->model).size();
            if (leadingSomewhere(applied->model) + merged < leadingSomewhere(model))
                failBetween(applied->label, model, applied->model);
        }));
    }

    void refusesWhatAFileCannotSay() {
        Context context;
        context.name = "orders";
        TypeDefinition money;
        money.name = "Money";
        context.types.emplace_back(money);
        const auto added = edit::apply(Model{}, AddElement{context, {}, {}});
        QVERIFY(added && added->added.size() == 2);
        const auto refused = [&](ElementId id, const char* name) {
            const auto renamed = edit::apply(added->model, Rename{id, name});
            return !renamed && renamed.error().code == ErrorCode::InvalidArgument;
        };
        for (const char* odd : {"a/b", "a\\b", ".", ".."}) { // what no reader takes
            QVERIFY(refused(added->added[0], odd));
            Fact fact;
            fact.name = odd;
            QVERIFY(!edit::apply(added->model, AddElement{fact, added->added[0], {}}));
            Channel topic;
            topic.name = odd; // is the broker's
            QVERIFY(edit::apply(added->model, AddElement{topic, added->added[0], {}}));
        }
        QVERIFY(refused(added->added[1], "string"));
        QVERIFY(refused(added->added[1], ""));
        QVERIFY(!refused(added->added[1], "Amount"));
        QVERIFY(!refused(added->added[0], ""));
        QVERIFY(!edit::apply(added->model, Rename{{99}, "x"}));
        QVERIFY(!edit::apply(added->model, AddElement{Fact{}, added->added[1], {}}));
        QVERIFY(!edit::apply(added->model, MoveToContext{{added->added[0]}, added->added[0]}));
        QVERIFY(!edit::apply(added->model, ReplaceElement{context}));
    }

    void refusesATypeThatAPayloadCannotName() {
        TypeDefinition money;
        money.name = "Money";
        Event own, other;
        own.name = "OrderPlaced";
        PayloadType list{.kind = PayloadType::Kind::List, .of = {{.kind = PayloadType::Kind::Named}}};
        list.of.front().name = "Money";
        own.payload = {{.name = "totals", .type = list}};
        other.name = "InvoiceIssued";
        list.of.front().name = "orders/Money";
        other.payload = {{.name = "totals", .type = list}};
        Context orders, billing;
        orders.name = "orders", orders.types.emplace_back(money), orders.events.emplace_back(own);
        billing.name = "billing", billing.events.emplace_back(other);
        Model model = edit::apply(Model{}, AddElement{orders, {}, {}})->model;
        const ElementId id = model.contexts.at(0)->id;
        QVERIFY(edit::apply(model, Rename{id, "order intake"})); // the type is bare there
        model = edit::apply(model, AddElement{billing, {}, {}})->model;
        QVERIFY(edit::apply(model, Rename{id, "order-intake"}));
        const auto renamed = edit::apply(model, Rename{id, "order intake"});
        QVERIFY(!renamed && renamed.error().code == ErrorCode::InvalidArgument);
        QVERIFY(renamed.error().message.english().find("'order intake/Money'") != std::string::npos);

        billing.events.clear(), billing.name = "the bills";
        model = edit::apply(model, RemoveElements{{model.contexts.at(1)->id}})->model;
        model = edit::apply(model, AddElement{billing, {}, {}})->model;
        const ElementId bills = model.contexts.at(1)->id;
        const ElementId type = model.contexts.at(0)->types.at(0)->id;
        const ElementId event = model.contexts.at(0)->events.at(0)->id;
        QVERIFY(!edit::apply(model, MoveToContext{{type}, bills}));
        QVERIFY(edit::apply(model, MoveToContext{{event}, bills})); // names orders/Money there
        QVERIFY(edit::apply(model, MoveToContext{{type, event}, bills}));
    }

    void theChannelOfARebuildFollows() {
        Channel channel;
        channel.name = "orders.order";
        View own, word;
        own.name = "own", own.rebuild = Rebuild{"orders.order", {}};
        word.name = "word", word.rebuild = Rebuild{"channel", {}};
        Context orders, billing;
        orders.name = "orders", billing.name = "billing";
        orders.channels.emplace_back(channel);
        orders.views.emplace_back(own);
        orders.views.emplace_back(word);
        own.rebuild->from = "orders/orders.order";
        billing.views.emplace_back(own);
        Model model = edit::apply(Model{}, AddElement{orders, {}, {}})->model;
        model = edit::apply(model, AddElement{billing, {}, {}})->model;
        const auto from = [](const Model& m, std::size_t context, std::size_t view) {
            return m.contexts.at(context)->views.at(view)->rebuild->from;
        };
        const auto id = model.contexts.at(0)->channels.at(0)->id;
        QCOMPARE(usages(Lookup(model), id).size(), std::size_t(2));
        const Model renamed = edit::apply(model, Rename{id, "placed"})->model;
        QCOMPARE(from(renamed, 0, 0), std::string("placed"));
        QCOMPARE(from(renamed, 0, 1), std::string("channel"));
        QCOMPARE(from(renamed, 1, 0), std::string("orders/placed"));
        // a channel of that very name cannot be meant by the bare word
        QCOMPARE(from(edit::apply(model, Rename{id, "channel"})->model, 0, 0), std::string("orders/channel"));
        const Model moved = edit::apply(model, MoveToContext{{id}, model.contexts.at(1)->id})->model;
        QCOMPARE(from(moved, 0, 0), std::string("billing/orders.order"));
    }

    void aContextWithoutANameKeepsItsBareTypes() {
        Event event;
        event.name = "OrderPlaced";
        event.announces = {{"", "order"}};
        PayloadType type{.kind = PayloadType::Kind::Named};
        type.name = "NotDeclared";
        event.payload = {{.name = "total", .type = type}};
        Context context;
        context.events.emplace_back(event);
        const Model model = edit::apply(Model{}, AddElement{context, {}, {}})->model;
        const ElementId id = model.contexts.at(0)->id;
        const Model renamed = edit::apply(model, Rename{id, "orders"})->model;
        const Event& there = *renamed.contexts.at(0)->events.at(0);
        QCOMPARE(there.payload.at(0).type.name, std::string("NotDeclared"));
        QCOMPARE(toString(there.announces.at(0)), std::string("orders/order"));
        QVERIFY(edit::apply(renamed, Rename{id, ""}, model)->model == model);
    }

    void textsFollowARename() {
        Model model;
        Context context;
        context.name = "orders";
        Event event;
        event.name = "OrderCompleted";
        context.events.emplace_back(event);
        model = edit::apply(model, AddElement{context, {}, {}})->model;
        Root root = rootOf(model);
        root.waivers = {{.rule = "event-orphan", .element = "event orders/OrderCompleted"},
                        {.rule = "event-orphan", .element = "orders"}};
        root.scenarios = {
            {"rush", {{"contexts.orders.events.OrderCompleted.rate", "40/s"}}, {{"orders", Duration(1)}}}};
        model = edit::apply(model, ChangeRoot{root})->model;
        const ElementId id = model.contexts.front()->events.front()->id;
        const auto applied = edit::apply(model, Rename{id, "OrderPlaced"});
        QCOMPARE(applied->label, std::string("Rename OrderCompleted to OrderPlaced"));
        QCOMPARE(applied->references, std::size_t(2));
        QCOMPARE(applied->model.waivers[0].element, std::string("event orders/OrderPlaced"));
        const auto further = edit::apply(applied->model, Rename{model.contexts.front()->id, "sales"}, model);
        QCOMPARE(further->model.scenarios[0].set[0].first,
                 std::string("contexts.sales.events.OrderPlaced.rate"));
        QCOMPARE(further->model.scenarios[0].outage[0].first, std::string("sales"));
        QCOMPARE(further->model.waivers[1].element, std::string("sales"));
        QCOMPARE(further->model.contexts[0]->formerly, std::vector<std::string>{"orders"});
        QCOMPARE(further->model.contexts[0]->events[0]->formerly, std::vector<std::string>{"OrderCompleted"});
        const auto back = edit::apply(further->model, Rename{model.contexts.front()->id, "orders"}, model);
        QVERIFY(edit::apply(back->model, Rename{id, "OrderCompleted"}, model)->model == model);
    }
};

QTEST_APPLESS_MAIN(ApplyTest)
#include "tst_apply.moc"
