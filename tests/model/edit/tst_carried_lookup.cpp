// SPDX-License-Identifier: Apache-2.0
// A Lookup that shares with the one before it answers as one made anew.
#include <QTest>
#include <rapidcheck.h>

#include "domain/references.h"
#include "edit/edit.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;

namespace {

bool isSame(const Located* one, const Located* other) {
    if (!one || !other) return one == other;
    return one->key == other->key && one->element == other->element && one->context == other->context &&
           one->consumer == other->consumer;
}

bool isSame(std::span<const Subscriber> some, std::span<const Subscriber> others) {
    return std::ranges::equal(some, others, [](const Subscriber& one, const Subscriber& other) {
        return one.context == other.context && one.subscription == other.subscription &&
               one.consumer == other.consumer;
    });
}

/// Where two Lookups of one model differ; empty: nowhere. `names`: what else to ask for.
std::string difference(const Lookup& carried, const Lookup& fresh, const std::vector<Located>& names) {
    if (carried.all().size() != fresh.all().size()) return "the number of elements";
    if (!isSame(carried.subscriptions(), fresh.subscriptions())) return "the subscriptions";
    for (std::size_t i = 0; i < fresh.all().size(); ++i) {
        const Located& located = fresh.all()[i];
        const ElementId id = located.id();
        if (!isSame(&carried.all()[i], &located)) return "the place of " + toString(located.key);
        if (!isSame(carried.find(id), fresh.find(id))) return "the id of " + toString(located.key);
        if (carried.placeOf(id) != fresh.placeOf(id)) return "where stands " + toString(located.key);
    }
    if (!std::ranges::equal(carried.waived(), fresh.waived(), [](auto* a, auto* b) { return isSame(a, b); }))
        return "what is waived";
    std::string found;
    const auto ask = [&](const Located& located) {
        if (!isSame(carried.find(located.key), fresh.find(located.key)))
            found = "the name " + toString(located.key);
        if (!isSame(carried.find(located.id()), fresh.find(located.id())))
            found = "the former id of " + toString(located.key);
        forEachRef(located, [&](const RefUse& use, const Ref& ref) {
            if (!isSame(carried.find(use.target, ref), fresh.find(use.target, ref)) ||
                !isSame(carried.subscribers(ref), fresh.subscribers(ref)))
                found = "the reference to " + toString(ref);
        });
    };
    for (const Located& located : fresh.all())
        ask(located);
    for (const Located& located : names)
        ask(located);
    return found;
}

} // namespace

class CarriedLookupTest : public QObject {
    Q_OBJECT
private slots:
    void answersAsOneMadeAnewAfterAnyEdits() {
        QVERIFY(rc::check("a Lookup carried forward answers as one made anew", [] {
            std::vector<Model> models{*testing::models()}; // all kept: names that are gone are asked for
            auto carried = std::make_unique<Lookup>(models.back());
            const int steps = testing::number(1, 12);
            std::vector<Located> names;
            for (int step = 0; step < steps; ++step) {
                for (const Located& located : carried->all())
                    names.push_back(located);
                const auto applied = edit::apply(models.back(), *testing::edits(models.back()));
                if (!applied) continue;
                models.push_back(applied->model);
                carried = std::make_unique<Lookup>(models.back(), *carried);
                const std::string text = difference(*carried, Lookup(models.back()), names);
                if (!text.empty()) RC_FAIL(text);
            }
        }));
    }

    /// The one before may be of any other model.
    void answersAsOneMadeAnewAfterAnotherModel() {
        QVERIFY(rc::check("a Lookup carried from another model answers as one made anew", [] {
            const Model one = *testing::models(), other = *testing::models();
            const Lookup before(one);
            const std::string text = difference(Lookup(other, before), Lookup(other), {});
            if (!text.empty()) RC_FAIL(text);
        }));
    }

    /// It keeps nothing of the one before but what it shares.
    void outlivesTheOneBefore() {
        Model model;
        for (const char* name : {"orders", "stores"}) {
            Context context;
            context.id = {model.nextId++};
            context.name = name;
            Event event;
            event.id = {model.nextId++};
            event.name = "SomethingLongEnoughToLieOnTheHeapHappened";
            context.events.emplace_back(event);
            model.contexts.emplace_back(context);
        }
        auto before = std::make_unique<Lookup>(model);
        Event event = *model.contexts[1]->events[0];
        event.means = "Another one.";
        Model next = edit::apply(model, edit::ReplaceElement{event})->model;
        model = {};
        const Lookup carried(next, *before);
        before.reset();
        QCOMPARE(carried.findEvent({"orders", event.name}), next.contexts[0]->events[0].get());
        QCOMPARE(carried.findEvent({"stores", event.name})->means, std::string("Another one."));
        QCOMPARE(carried.findContext("orders"), next.contexts[0].get());
    }
};

QTEST_APPLESS_MAIN(CarriedLookupTest)
#include "tst_carried_lookup.moc"
