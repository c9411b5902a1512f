// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include <QtTest>
#include <rapidcheck.h>

#include "diagram/arrange/traffic.h"
#include "diagram/routing/labels.h"
#include "diagram/routing/lanes.h"
#include "diagram/routing/smooth.h"
#include "diagram/spacing.h"

using namespace factline;
using namespace factline::diagram;

namespace {

std::vector<std::size_t> inOrder(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

Lane lane(double low, double high, double wanted, double begin = 0, double end = 100) {
    return {low, high, wanted, begin, end};
}

/// Nothing that a bend could cut.
bool nothing(const Rect&) {
    return false;
}

/// How near lanes lie that have part of their way side by side.
double nearest(const std::vector<Lane>& lanes) {
    double least = 1e9;
    for (std::size_t i = 0; i < lanes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (lanes[i].spanBegin < lanes[j].spanEnd && lanes[j].spanBegin < lanes[i].spanEnd)
                least = std::min(least, std::abs(lanes[i].at - lanes[j].at));
    return least;
}

ContextShape box(const char* name, Rect rect) {
    return {.key = {ElementKind::Context, name}, .rect = rect};
}

} // namespace

/// The parts of routing by themselves: lanes, bends, words, and how much room lines will take.
class RoutingTest : public QObject {
    Q_OBJECT
private slots:
    void lanesStayInTheirBounds() {
        QVERIFY(rc::check("whatever lanes there are, each keeps its bounds", [] {
            std::vector<Lane> lanes;
            const int count = *rc::gen::inRange(0, 30);
            for (int i = 0; i < count; ++i) {
                const double low = *rc::gen::inRange(0, 60);
                const double begin = *rc::gen::inRange(0, 200);
                lanes.push_back(lane(low, low + *rc::gen::inRange(0, 40), *rc::gen::inRange(0, 100), begin,
                                     begin + *rc::gen::inRange(0, 100)));
                lanes.back().room = *rc::gen::inRange(0, 60);
            }
            spread(lanes, inOrder(lanes.size()));
            for (const Lane& l : lanes)
                RC_ASSERT(l.at >= l.low - 1e-6 && l.at <= l.high + 1e-6);
        }));
    }

    void lanesKeepApartWhereThereIsRoom() {
        QVERIFY(rc::check("lanes that share a stretch lie a gap apart", [] {
            std::vector<Lane> lanes;
            const int count = *rc::gen::inRange(2, 20);
            for (int i = 0; i < count; ++i) {
                const double begin = *rc::gen::inRange(0, 200);
                lanes.push_back(lane(0, 400, *rc::gen::inRange(0, 400), begin, begin + 50));
            }
            spread(lanes, inOrder(lanes.size()));
            RC_ASSERT(nearest(lanes) > laneGap - 0.01);
        }));
    }

    void stairsThatWantOneOrderFindRoomInAnother() {
        std::vector<Lane> lanes; // each wants to lie beyond the one before; only two are ever side by side
        for (int i = 0; i < 60; ++i)
            lanes.push_back(lane(0, 40, 20, 30 * i, 30 * i + 40));
        spread(lanes, inOrder(lanes.size()));
        QVERIFY2(nearest(lanes) > 5, qPrintable(QString::number(nearest(lanes))));
    }

    void whatFitsSideBySideFindsRoomInAnyOrder() {
        QVERIFY(rc::check("a row may be long where few lie side by side", [] {
            std::vector<Lane> lanes;
            std::vector<int> beside(400, 0);
            const int count = *rc::gen::inRange(2, 80);
            for (int i = 0; i < count; ++i) {
                const int begin = *rc::gen::inRange(0, 300);
                const int length = *rc::gen::inRange(1, 60);
                lanes.push_back(lane(0, 0, 0, begin, begin + length));
                for (int at = begin; at <= begin + length + 8; ++at)
                    ++beside[static_cast<std::size_t>(at)];
            }
            const double room = 2 * laneGap * *std::max_element(beside.begin(), beside.end());
            for (Lane& l : lanes) {
                l.high = room;
                l.wanted = room / 2;
            }
            spread(lanes, inOrder(lanes.size()));
            RC_ASSERT(nearest(lanes) > 4);
        }));
    }

    void lanesShareALittleRoomEvenly() {
        std::vector<Lane> lanes(5, lane(10, 22, 16));
        spread(lanes, inOrder(5));
        for (std::size_t i = 1; i < 5; ++i)
            QVERIFY(lanes[i].at - lanes[i - 1].at >= 2);
    }

    void wordsKeepNeighboursOff() {
        std::vector<Lane> lanes{lane(0, 100, 50), lane(0, 100, 50), lane(0, 100, 50)};
        lanes[1].room = 20;
        spread(lanes, inOrder(3));
        QVERIFY(lanes[1].at - lanes[0].at >= 14 && lanes[2].at - lanes[1].at >= 14);
    }

    void bendsDoNotCutNodes() {
        const std::vector<Point> corners{{0, 0}, {100, 0}, {100, 100}};
        QVERIFY(smoothPath(corners, nothing)[3].x < 70);
        const Rect node{20, 3, 75, 60};
        QVERIFY(smoothPath(corners, [&](const Rect& rect) { return rect.intersects(node); })[3].x > 90);
    }

    void wordsAvoidOtherLines() {
        const std::vector<ContextShape> contexts{box("a", {-300, 0, 100, 100})};
        const std::vector<std::vector<Point>> lines{{{0, 0}, {300, 0}}, {{150, -50}, {150, 50}}};
        std::vector<std::vector<Point>> paths;
        for (const auto& line : lines)
            paths.push_back(smoothPath(line, nothing));
        const auto words = placeLabels(contexts, {}, lines, paths, {{{40, 16}}, {}});
        QVERIFY(words[0] && !words[1]);
        QVERIFY(words[0]->right() < 150 || words[0]->x > 150);
        QCOMPARE(words[0]->centre().y, 0.0);
    }

    void wordsLieOverOtherLinesOnlyWhereTheyMust_data() {
        QTest::addColumn<double>("from"); // a gap as wide as the words between lines that else stand closer
        QTest::addColumn<double>("to");
        QTest::newRow("gap at the end, over a border") << 240.0 << 320.0;
        QTest::newRow("gap at the beginning, over a border") << -20.0 << 60.0;
        QTest::newRow("narrow gap") << 130.0 << 175.0;
        QTest::newRow("no gap") << 130.0 << 160.0;
    }

    void wordsLieOverOtherLinesOnlyWhereTheyMust() {
        QFETCH(double, from);
        QFETCH(double, to);
        const double wide = 40;
        std::vector<std::vector<Point>> lines{{{0, 0}, {300, 0}}};
        for (double x = from; x > -35; x -= 35)
            lines.push_back({{x, -50}, {x, 50}});
        for (double x = to; x < 335; x += 35)
            lines.push_back({{x, -50}, {x, 50}});
        std::vector<std::vector<Point>> paths;
        paths.reserve(lines.size());
        for (const auto& line : lines)
            paths.push_back(smoothPath(line, nothing));
        const std::vector<ContextShape> contexts{box("a", {(from + to) / 2, -200, 500, 400})};
        for (const bool mayBeLeftOut : {false, true}) {
            std::vector<LineWords> words(lines.size());
            words[0] = {{wide, 16}, mayBeLeftOut};
            const auto place = placeLabels(contexts, {}, lines, paths, words)[0];
            QCOMPARE(place.has_value(), to - from > wide || !mayBeLeftOut);
            if (to - from < wide) continue;
            for (std::size_t other = 1; other < lines.size(); ++other)
                QVERIFY(lines[other][0].x < place->x || lines[other][0].x > place->right());
        }
    }

    void wordsWithoutAnyPlaceAreLeftOut() {
        const std::vector<NodeShape> nodes{
            {.key = {ElementKind::Fact, "a/b"}, .rect = {-200, -200, 800, 400}}};
        const std::vector<std::vector<Point>> lines{{{0, 0}, {300, 0}}};
        QVERIFY(!placeLabels({}, nodes, lines, {smoothPath(lines[0], nothing)}, {{{40, 16}}})[0]);
    }

    void linesAreExpectedInTheGapsOnTheirWay() {
        LayoutRequest request;
        request.boxes.assign(4, {100, 100}); // 0 | 1 above 2 | 3
        request.links = {{0, 3, 5, 60}, {0, 1, 1}};
        const std::vector<double> centre{0, -80, 80, 0};
        const Traffic traffic = trafficOf(request, {{0}, {1, 2}, {3}}, {0, 1, 1, 2}, centre);
        QVERIFY(traffic.gaps[1] == (std::vector<int>{0, 5, 0}));
        QCOMPARE(traffic.words[0], 60);
        QVERIFY(traffic.channels[0] >= 1);
    }

    void whereManyLinesPassIsMoreRoom() {
        LayoutRequest request;
        request.boxes.assign(4, {100, 100});
        const auto gapFor = [&](int lines) {
            request.links = {{0, 3, lines}, {0, 1, 1}, {0, 2, 1}, {1, 3, 1}, {2, 3, 1}};
            const Block block = settle(request, {{{0}, {1, 2}, {3}}});
            return block.spots[2].y - block.spots[1].y - 100;
        };
        QVERIFY(gapFor(1) < 48);
        QVERIFY(gapFor(20) > 20 * laneGap);
    }
};

QTEST_APPLESS_MAIN(RoutingTest)
#include "tst_routing.moc"
