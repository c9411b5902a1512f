// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <rapidcheck.h>

#include "diagram/carry_positions.h"
#include "domain/lookup.h"
#include "support/edit_generator.h"
#include "support/model_generator.h"

using namespace factline;

/// What is kept from one state of a document to the next says the same as what is worked out anew.
class TstCarried : public QObject {
    Q_OBJECT
private slots:
    void isMadeOnce();
    void knowsEveryState();
    void placesAreCarriedAlike();
};

namespace {

/// Equal, with no object in common.
Model copyOf(const Model& model) {
    Model copy = model;
    for (auto& context : copy.contexts)
        context = Context(*context);
    return copy;
}

} // namespace

void TstCarried::isMadeOnce() {
    Model model;
    model.contexts = {Context{{{1}, "orders"}}};
    LatestLookup known;
    const auto first = known.of(model);
    QCOMPARE(known.of(model), first);
    QVERIFY(known.of(copyOf(model)) != first); // who holds it compares addresses
    model.name = "Shop";
    QCOMPARE(known.of(model)->model().name, std::string("Shop"));
}

void TstCarried::knowsEveryState() {
    QVERIFY(rc::check("after each edit it finds what a new one finds", [] {
        Model model = *testing::models();
        LatestLookup latest;
        for (int step = 0; step < 6; ++step) {
            const auto applied = edit::apply(model, *testing::edits(model));
            if (!applied) continue;
            model = applied->model;
            const auto known = latest.of(model);
            const Lookup fresh(model);
            RC_ASSERT(known->all().size() == fresh.all().size());
            for (std::size_t i = 0; i < fresh.all().size(); ++i) {
                RC_ASSERT(known->all()[i].key == fresh.all()[i].key);
                RC_ASSERT(known->all()[i].element == fresh.all()[i].element);
            }
        }
    }));
}

void TstCarried::placesAreCarriedAlike() {
    QVERIFY(rc::check("what two states share is carried as if they shared nothing", [] {
        const Model before = *testing::models();
        const auto applied = edit::apply(before, *testing::edits(before));
        if (!applied) return;
        diagram::Positions positions;
        double x = 0;
        const Lookup known(before);
        for (const Located& located : known.all())
            if (*rc::gen::inRange(0, 4) != 0) positions.nodes[toString(located.key)] = {x += 8, 8};
        RC_ASSERT(diagram::carryPositions(positions, before, applied->model) ==
                  diagram::carryPositions(positions, before, copyOf(applied->model)));
    }));
}

QTEST_GUILESS_MAIN(TstCarried)
#include "tst_carried.moc"
