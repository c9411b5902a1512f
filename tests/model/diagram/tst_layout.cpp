// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include <QtTest>
#include <rapidcheck.h>

#include "diagram/arrange/acyclic.h"
#include "diagram/arrange/columns.h"
#include "diagram/arrange/components.h"
#include "diagram/arrange/pack.h"
#include "diagram/layout.h"

using namespace factline;
using namespace factline::diagram;

namespace {

LayoutRequest anyRequest() {
    LayoutRequest request;
    const int boxes = *rc::gen::inRange(1, 40);
    for (int i = 0; i < boxes; ++i)
        request.boxes.push_back({*rc::gen::inRange(1, 600), *rc::gen::inRange(1, 900)});
    const int links = *rc::gen::inRange(0, 2 * boxes);
    for (int i = 0; i < links; ++i)
        request.links.push_back({static_cast<std::size_t>(*rc::gen::inRange(0, boxes)),
                                 static_cast<std::size_t>(*rc::gen::inRange(0, boxes)),
                                 *rc::gen::inRange(1, 9), *rc::gen::inRange(0, 200)});
    return request;
}

bool hasCircle(std::size_t boxes, const std::vector<LayoutLink>& links) {
    std::vector<std::size_t> waiting(boxes);
    for (const auto& link : links)
        ++waiting[link.to];
    std::vector<std::size_t> ready;
    for (std::size_t box = 0; box < boxes; ++box)
        if (waiting[box] == 0) ready.push_back(box);
    for (std::size_t i = 0; i < ready.size(); ++i)
        for (const auto& link : links)
            if (link.from == ready[i] && --waiting[link.to] == 0) ready.push_back(link.to);
    return ready.size() != boxes;
}

bool overlap(const LayoutRequest& request, const Block& block) {
    for (std::size_t i = 0; i < request.boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto rect = [&](std::size_t box) {
                return Rect{static_cast<double>(block.spots[box].x), static_cast<double>(block.spots[box].y),
                            static_cast<double>(request.boxes[box].width),
                            static_cast<double>(request.boxes[box].height)};
            };
            if (rect(i).intersects(rect(j))) return true;
        }
    return false;
}

std::string complaint(const char* text) {
    const auto request = parseRequest(text);
    return request ? std::string() : request.error().message.english();
}

} // namespace

/// Requests and results as JSON, and what is done to a request before and after the engine.
class TstLayout : public QObject {
    Q_OBJECT

private slots:
    void requestAndResultComeBack() {
        QVERIFY(rc::check("parse(render(x)) == x", [] {
            const LayoutRequest request = anyRequest();
            RC_ASSERT(parseRequest(renderRequest(request)).value() == request);
            LayoutResult result{{}, "dot"};
            for (const auto& box : request.boxes)
                result.spots.push_back({-box.width, box.height});
            RC_ASSERT(parseResult(renderResult(result), request.boxes.size()).value() == result);
        }));
    }

    void badRequestsAreExplained_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, const char* says) { QTest::newRow(text) << text << says; };
        row("", "no JSON");
        row("{", "no JSON");
        row("[]", "no JSON object");
        row(R"({"boxes": [], "links": []})", "\"format\": 1");
        row(R"({"format": 2, "boxes": [], "links": []})", "\"format\": 1");
        row(R"({"format": 1, "links": []})", "\"boxes\"");
        row(R"({"format": 1, "boxes": [], "links": 3})", "\"links\"");
        row(R"({"format": 1, "boxes": [[1]], "links": []})", "boxes[0]");
        row(R"({"format": 1, "boxes": [[1, 0]], "links": []})", "boxes[0]");
        row(R"({"format": 1, "boxes": [[1, 99999999999999999999]], "links": []})", "boxes[0]");
        row(R"({"format": 1, "boxes": [[1, "2"]], "links": []})", "boxes[0]");
        row(R"({"format": 1, "boxes": [{"0": 1, "1": 2}], "links": []})", "boxes[0]");
        row(R"({"format": 1, "boxes": [[9, 9]], "links": [[0, 1, 1]]})", "links[0]: no box 1, there are 1");
        row(R"({"format": 1, "boxes": [[9, 9]], "links": [[0, -1, 1]]})", "links[0]: no box -1");
        row(R"({"format": 1, "boxes": [[9, 9]], "links": [[0, 0, 0]]})", "links[0]");
        row(R"({"format": 1, "boxes": [[9, 9]], "links": [[0, 0, 1, -1]]})", "links[0]");
        row(R"({"format": 1, "boxes": [[9, 9]], "links": [[0, 0, 1, 1, 1]]})", "links[0]");
        row(R"({"format": 1, "boxes": [], "links": [], "timeLimit": 0})", "timeLimit");
    }

    void badRequestsAreExplained() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const std::string message = complaint(text.toUtf8().constData());
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
    }

    void resultsOfAnotherSizeAreRefused() {
        QVERIFY(!parseResult(R"({"format": 1, "engine": "dot", "spots": [[0, 0]]})", 2));
        QVERIFY(!parseResult(R"({"format": 1, "engine": "dot", "spots": [[0, 1.5]]})", 1));
        QVERIFY(parseResult(R"({"format": 1, "engine": "dot", "spots": [[0, 1]]})", 1));
    }

    void circlesAreBroken() {
        QVERIFY(rc::check("no circle is left, every pair of linked boxes still is linked", [] {
            const LayoutRequest request = anyRequest();
            const auto links = withoutCircles(request.boxes.size(), request.links);
            RC_ASSERT(!hasCircle(request.boxes.size(), links));
            long before = 0;
            long after = 0;
            for (const auto& link : request.links)
                before += link.from == link.to ? 0 : link.weight;
            for (const auto& link : links)
                after += link.weight;
            RC_ASSERT(before == after);
        }));
    }

    void aTreeIsNotTurned() {
        const std::vector<LayoutLink> tree{{0, 1, 1}, {0, 2, 3}, {2, 3, 1}};
        QVERIFY(withoutCircles(4, tree) == tree);
    }

    void theLightLinkOfACircleIsTurned() {
        const auto links = withoutCircles(3, {{0, 1, 5}, {1, 2, 5}, {2, 0, 1}});
        QVERIFY(links == (std::vector<LayoutLink>{{0, 1, 5}, {0, 2, 1}, {1, 2, 5}}));
    }

    void partsAreWhole() {
        LayoutRequest request;
        request.boxes = {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}};
        request.links = {{3, 0, 7}, {1, 1, 2}, {2, 4, 1}};
        const auto parts = components(request);
        QCOMPARE(parts.size(), std::size_t{3});
        QVERIFY(parts[0].boxes == (std::vector<std::size_t>{0, 3}));
        QVERIFY(parts[0].part.links == (std::vector<LayoutLink>{{1, 0, 7}}));
        QVERIFY(parts[1].boxes == std::vector<std::size_t>{1});
        QVERIFY(parts[1].part.links.empty());
        QVERIFY(parts[2].part.boxes == (std::vector<LayoutBox>{{3, 3}, {5, 5}}));
    }

    void columnsNeverOverlap() {
        QVERIFY(rc::check("settled boxes keep apart, whatever the columns", [] {
            const LayoutRequest request = anyRequest();
            std::vector<Point> centres;
            for (std::size_t i = 0; i < request.boxes.size(); ++i)
                centres.push_back({*rc::gen::inRange(0, 6) * 100.0, *rc::gen::inRange(0, 900) * 1.0});
            for (const Columns& columns : {columnsFromLayers(centres), columnsFromCloud(request, centres)}) {
                const Block block = settle(request, foldToPage(request, columns));
                RC_ASSERT(block.spots.size() == request.boxes.size());
                RC_ASSERT(!overlap(request, block));
                for (std::size_t i = 0; i < request.boxes.size(); ++i) {
                    RC_ASSERT(block.spots[i].x >= 0 && block.spots[i].y >= 0);
                    RC_ASSERT(block.spots[i].x + request.boxes[i].width <= block.width + 8);
                    RC_ASSERT(block.spots[i].y + request.boxes[i].height <= block.height + 8);
                }
            }
        }));
    }

    void manyPartsMakeAPage() {
        std::vector<Block> blocks(60, Block{{}, 300, 200});
        const auto places = packBlocks(blocks);
        double right = 0;
        double bottom = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            right = std::max<double>(right, places[i].x + 300);
            bottom = std::max<double>(bottom, places[i].y + 200);
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(std::abs(places[i].x - places[j].x) >= 300 ||
                        std::abs(places[i].y - places[j].y) >= 200);
        }
        QVERIFY(right / bottom > 1.2 && right / bottom < 2.2);
    }

    void aLongRowIsFolded() {
        LayoutRequest request;
        request.boxes.assign(100, {216, 160});
        Columns columns;
        for (std::size_t i = 0; i < 100; ++i)
            columns.push_back({i});
        const Block block = settle(request, foldToPage(request, columns));
        QVERIFY(block.width < 3 * block.height);
    }

    void aHighColumnIsDealtOut() {
        LayoutRequest request;
        request.boxes.assign(101, {216, 160});
        Columns columns{{0}, {}};
        columns[1].resize(100);
        std::iota(columns[1].begin(), columns[1].end(), std::size_t{1});
        const Block block = settle(request, foldToPage(request, columns));
        QVERIFY(block.height < 1.5 * block.width);
    }
};

QTEST_APPLESS_MAIN(TstLayout)
#include "tst_layout.moc"
