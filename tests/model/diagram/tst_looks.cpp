// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "diagram/engine/lay_out.h"
#include "sample_models.h"
#include "support/looks.h"

using namespace factline;
using namespace factline::diagram;
using propagation::HopKind;
using test::lookAt;
using test::Looks;

namespace {

/// Two contexts of two facts each, and a line from the first to the last that is drawn as it ought to be.
Diagram goodPicture() {
    Diagram d;
    for (const char* name : {"a", "b"})
        d.contexts.push_back({.key = {ElementKind::Context, name}});
    d.contexts[0].rect = {0, 0, 176, 168};
    d.contexts[1].rect = {400, 0, 176, 168};
    for (const char* name : {"a/x", "a/y", "b/x", "b/y"})
        d.nodes.push_back({.key = {ElementKind::Fact, name}, .rect = {16, 40, 144, 40}});
    d.nodes[1].rect = {16, 112, 144, 40};
    d.nodes[2].rect = {416, 40, 144, 40};
    d.nodes[3].rect = {416, 112, 144, 40};
    d.edges.push_back({.from = 0, .to = 2, .kind = HopKind::Feeds});
    d.edges[0].path = {{160, 60}, {240, 60}, {320, 60}, {416, 60}};
    d.edges[0].label = "1 s";
    d.edges[0].labelRect = Rect{270, 51, 30, 18};
    return d;
}

EdgeShape straight(std::size_t from, std::size_t to, Point a, Point b) {
    const auto part = [&](double share) {
        return Point{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    };
    return {.from = from, .to = to, .kind = HopKind::Feeds, .path = {a, part(1.0 / 3), part(2.0 / 3), b}};
}

/// Words on lines are set smaller than names.
class LooksMeasure : public test::EvenMeasure {
public:
    Size measure(std::string_view text, TextRole role) const override {
        const Size size = EvenMeasure::measure(text, role);
        return role == TextRole::EdgeLabel ? Size{size.width * 0.75, 14} : size;
    }
};

/// Contexts that publish and learn in circles, the same on every machine: numbers by a generator that is
/// written out.
Model cyclicModel(std::size_t contexts, std::uint64_t seed) {
    std::uint64_t state = seed;
    const auto next = [&](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % below;
    };
    Model model;
    const auto fresh = [&](Element& element, const std::string& name) {
        element.id = {model.nextId++};
        element.name = name;
    };
    const auto contextName = [](std::size_t c) { return "context-" + std::to_string(c); };
    static const char* const happenings[] = {"Placed", "Confirmed", "Withdrawn", "Recalculated"};
    std::vector<std::size_t> facts(contexts);
    for (auto& count : facts)
        count = 1 + next(3);
    for (std::size_t c = 0; c < contexts; ++c) {
        Context context;
        fresh(context, contextName(c));
        context.team = "a-squad";
        for (std::size_t f = 0; f < facts[c]; ++f) {
            Fact fact;
            fresh(fact, "fact-" + std::to_string(f));
            context.facts.push_back(fact);
            for (std::size_t e = 0; e < 1 + f; ++e) {
                Event event;
                fresh(event, "Fact" + std::to_string(f) + happenings[e]);
                event.announces = {{context.name, fact.name}};
                context.events.push_back(event);
            }
        }
        for (std::size_t v = 0; v < 1 + next(2); ++v) {
            View view;
            fresh(view, "view-" + std::to_string(v));
            for (std::size_t feed = 0; feed < 1 + next(3); ++feed) {
                const std::size_t other = next(2) == 0 ? next(contexts) : (c + 1 + next(4)) % contexts;
                Subscription subscription;
                fresh(subscription, "");
                subscription.event = {contextName(other),
                                      "Fact" + std::to_string(next(facts[other])) + "Placed"};
                subscription.lag = {Hop{FixedLag{std::chrono::seconds(1 + next(90))}}};
                view.fedBy.push_back(subscription);
            }
            context.views.push_back(view);
        }
        if (next(3) == 0) {
            Decision decision;
            fresh(decision, "decide");
            decision.reads = {Read{{context.name, "view-0"}, {}, false, {}},
                              Read{{contextName(next(contexts)), "fact-0"}, {}, true, {}}};
            context.decisions.push_back(decision);
        }
        model.contexts.push_back(context);
    }
    return model;
}

/// The picture that the layout program's own code gives.
Diagram drawn(const Model& model) {
    const Lookup lookup(model);
    const Sketch sketched = sketch(lookup, propagation::build(lookup), LooksMeasure());
    return build(sketched, arrange(sketched, layOut(layoutRequest(sketched))));
}

} // namespace

/// That pictures of maps with circles can be read, and that the looking itself notices what is wrong.
class LooksTest : public QObject {
    Q_OBJECT
private slots:
    void aGoodPictureHasNoFault() {
        const Looks looks = lookAt(goodPicture());
        QVERIFY2(looks.faults() == 0, looks.text().c_str());
        QCOMPARE(looks.wordsLost + looks.wordsOverLines + looks.crossings, std::size_t{0});
        QCOMPARE(looks.together, 0.0);
        QCOMPARE(looks.length, 256.0);
    }

    void faultsAreNoticed_data() {
        QTest::addColumn<int>("fault");
        int fault = 0;
        for (const char* name : {"nodes overlap", "node outside", "contexts overlap", "line through node",
                                 "line through context", "word lost", "word over node", "word over title",
                                 "word over word", "word over line", "lines cross", "lines together"})
            QTest::newRow(name) << fault++;
    }

    void faultsAreNoticed() {
        QFETCH(int, fault);
        Diagram d = goodPicture();
        const auto onlyFault = [&](std::size_t Looks::*what) {
            const Looks looks = lookAt(d);
            QVERIFY2(looks.*what == 1, looks.text().c_str());
        };
        switch (fault) {
        case 0:
            d.nodes[1].rect.y = 70;
            return onlyFault(&Looks::nodesOverNodes);
        case 1:
            d.nodes[3].rect.y = 140;
            return onlyFault(&Looks::nodesOutside);
        case 2:
            d.contexts[1].rect = {170, 0, 406, 168};
            return onlyFault(&Looks::contextsOverContexts);
        case 3:
            d.edges[0] = straight(1, 2, {160, 60}, {416, 60});
            d.edges.push_back(straight(0, 3, {88, 80}, {88, 160}));
            return onlyFault(&Looks::linesThroughNodes);
        case 4:
            d.contexts.push_back({.key = {ElementKind::Context, "c"}, .rect = {200, 40, 50, 50}});
            return onlyFault(&Looks::linesThroughContexts);
        case 5:
            d.edges[0].labelRect.reset();
            return onlyFault(&Looks::wordsLost);
        case 6:
            d.edges[0].labelRect = Rect{140, 51, 30, 18};
            return onlyFault(&Looks::wordsOverNodes);
        case 7:
            d.edges[0].labelRect = Rect{390, 10, 30, 18};
            return onlyFault(&Looks::wordsOverTitles);
        case 8:
            d.edges.push_back(straight(1, 3, {160, 130}, {416, 130}));
            d.edges[1].label = "2 s";
            d.edges[1].labelRect = Rect{290, 60, 30, 18};
            return onlyFault(&Looks::wordsOverWords);
        case 9:
            d.edges.push_back(straight(1, 3, {160, 66}, {416, 66}));
            return onlyFault(&Looks::wordsOverLines);
        case 10:
            d.edges.push_back(straight(1, 3, {200, 20}, {210, 130}));
            return onlyFault(&Looks::crossings);
        default:
            d.edges.push_back(straight(1, 3, {160, 63}, {416, 63}));
            QCOMPARE(lookAt(d).together, 256.0);
        }
    }

    void mapsWithCirclesCanBeRead_data() {
        QTest::addColumn<int>("contexts");
        QTest::addColumn<int>("seed");
        for (const auto& [contexts, seed] : {std::pair{4, 1}, {9, 2}, {16, 3}, {25, 4}, {40, 5}})
            QTest::addRow("%d contexts", contexts) << contexts << seed;
    }

    void mapsWithCirclesCanBeRead() {
        QFETCH(int, contexts);
        QFETCH(int, seed);
        const Diagram d =
            drawn(cyclicModel(static_cast<std::size_t>(contexts), static_cast<std::uint64_t>(seed)));
        const Looks looks = lookAt(d);
        const auto labels = static_cast<std::size_t>(
            std::ranges::count_if(d.edges, [](const EdgeShape& edge) { return !edge.label.empty(); }));
        QVERIFY2(looks.faults() == 0, looks.text().c_str());
        QVERIFY2(looks.wordsLost * 50 <= labels, looks.text().c_str());
        QVERIFY2(looks.wordsOverLines <= 1 + labels / 20, looks.text().c_str());
        QVERIFY2(looks.together * 100 <= looks.length, looks.text().c_str());
    }
};

QTEST_APPLESS_MAIN(LooksTest)
#include "tst_looks.moc"
