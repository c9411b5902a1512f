// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "diagram/engine/lay_out.h"
#include "map_models.h"
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
                                 "word over word", "word over line", "lines cross", "lines together",
                                 "lines crowded", "nearly one line", "lines as one"})
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
        default: // 3.5 to 0.5 beside the other
            const double apart = 14.5 - fault;
            d.edges.push_back(straight(1, 3, {160, 60 + apart}, {416, 60 + apart}));
            const Looks looks = lookAt(d);
            QCOMPARE(looks.together, 256.0);
            QCOMPARE(looks.crowded, apart < 3 ? 256.0 : 0.0);
            QCOMPARE(looks.merged, apart < 1 ? 256.0 : 0.0);
        }
    }

    void mapsCanBeRead_data() {
        QTest::addColumn<bool>("circles");
        QTest::addColumn<int>("contexts");
        QTest::addColumn<int>("seed");
        for (const auto& [contexts, seed] :
             {std::pair{4, 1}, {9, 2}, {16, 3}, {25, 4}, {40, 5}, {300, 6}, {1000, 7}})
            QTest::addRow("%d contexts in circles", contexts) << true << contexts << seed;
        for (const int contexts : {40, 300, 1000})
            QTest::addRow("%d contexts in a chain", contexts) << false << contexts << 0;
    }

    void mapsCanBeRead() {
        QFETCH(bool, circles);
        QFETCH(int, contexts);
        QFETCH(int, seed);
        const auto count = static_cast<std::size_t>(contexts);
        const Diagram d = drawn(circles ? test::cyclicModel(count, static_cast<std::uint64_t>(seed))
                                        : test::chainModel(count));
        const Looks looks = lookAt(d);
        const auto labels = static_cast<std::size_t>(
            std::ranges::count_if(d.edges, [](const EdgeShape& edge) { return !edge.label.empty(); }));
        QVERIFY2(looks.faults() == 0, looks.text().c_str());
        QVERIFY2(looks.wordsLost <= 2 + labels / 40, looks.text().c_str());
        QVERIFY2(looks.wordsOverLines == 0, looks.text().c_str());
        QVERIFY2(looks.together <= looks.length / 1000, looks.text().c_str());
        QVERIFY2(looks.crowded <= looks.length / 10'000, looks.text().c_str());
        QVERIFY2(looks.merged == 0, looks.text().c_str());
    }
};

QTEST_APPLESS_MAIN(LooksTest)
#include "tst_looks.moc"
