// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <QtTest>
#include <rapidcheck.h>

#include "diagram/formats/formats.h"
#include "sample_models.h"

using namespace factline;
using namespace factline::diagram;

namespace {

Model anyModel() {
    return test::randomModel(static_cast<std::size_t>(*rc::gen::inRange(1, 14)));
}

bool onBorder(const Rect& rect, const Point& point) {
    constexpr double near = 0.01;
    const bool within = point.x > rect.x - near && point.x < rect.right() + near && point.y > rect.y - near &&
                        point.y < rect.bottom() + near;
    const bool side = std::abs(point.x - rect.x) < near || std::abs(point.x - rect.right()) < near;
    const bool end = std::abs(point.y - rect.y) < near || std::abs(point.y - rect.bottom()) < near;
    return within && (side || end);
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

/// Points along a path, dense enough to notice a node.
std::vector<Point> samples(const std::vector<Point>& path) {
    std::vector<Point> result;
    for (std::size_t i = 0; i + 3 < path.size(); i += 3)
        for (double t = 0; t < 1; t += 1.0 / 32) {
            const double u = 1 - t;
            const auto mix = [&](double a, double b, double c, double d) {
                return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
            };
            result.push_back({mix(path[i].x, path[i + 1].x, path[i + 2].x, path[i + 3].x),
                              mix(path[i].y, path[i + 1].y, path[i + 2].y, path[i + 3].y)});
        }
    return result;
}

} // namespace

/// What every picture must keep, whatever the model.
class TstBuild : public QObject {
    Q_OBJECT

private slots:
    void shapesKeepApart() {
        QVERIFY(rc::check("no two nodes overlap, every node stands in its context", [] {
            const auto drawn = test::draw(anyModel());
            const auto& d = drawn.diagram;
            for (std::size_t i = 0; i < d.nodes.size(); ++i) {
                RC_ASSERT(holds(d.contexts[drawn.sketch.contextOf[i]].rect, d.nodes[i].rect));
                for (std::size_t j = 0; j < i; ++j)
                    RC_ASSERT(!d.nodes[i].rect.intersects(d.nodes[j].rect));
            }
            for (std::size_t i = 0; i < d.contexts.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    RC_ASSERT(!d.contexts[i].rect.intersects(d.contexts[j].rect));
        }));
    }

    void boxesAreAsLargeAsTheLayoutWasTold() {
        QVERIFY(rc::check("the picture's contexts are no larger than the boxes that were laid out", [] {
            const auto drawn = test::draw(anyModel());
            const auto request = layoutRequest(drawn.sketch);
            for (std::size_t i = 0; i < request.boxes.size(); ++i) {
                RC_ASSERT(drawn.diagram.contexts[i].rect.width <= request.boxes[i].width);
                RC_ASSERT(drawn.diagram.contexts[i].rect.height <= request.boxes[i].height);
            }
        }));
    }

    void labelsFitTheirNodes() {
        QVERIFY(rc::check("a label and its insets fit into the node", [] {
            const auto drawn = test::draw(anyModel());
            const test::EvenMeasure measure;
            for (const auto& node : drawn.diagram.nodes) {
                const Insets insets = labelInsets(node.key.kind);
                RC_ASSERT(node.lines.size() - 1 <= 1U);
                double height = insets.top + insets.bottom;
                for (const auto& line : node.lines) {
                    const Size size = measure.measure(line, TextRole::NodeLabel);
                    RC_ASSERT(size.width + insets.left + insets.right <= node.rect.width);
                    height += size.height;
                }
                RC_ASSERT(height <= node.rect.height);
            }
        }));
    }

    void wordsStandFree() {
        QVERIFY(rc::check("words stand over no node and no other words", [] {
            const Diagram d = test::draw(anyModel()).diagram;
            for (std::size_t i = 0; i < d.edges.size(); ++i) {
                if (!d.edges[i].labelRect) continue;
                for (const auto& node : d.nodes)
                    RC_ASSERT(!d.edges[i].labelRect->intersects(node.rect));
                for (std::size_t j = 0; j < i; ++j)
                    if (d.edges[j].labelRect)
                        RC_ASSERT(!d.edges[i].labelRect->intersects(*d.edges[j].labelRect));
            }
        }));
    }

    void linesJoinTheirShapes() {
        QVERIFY(
            rc::check("a path begins and ends on the borders of its shapes, and meets no node between", [] {
                const Diagram d = test::draw(anyModel()).diagram;
                for (const auto& edge : d.edges) {
                    const bool asks = edge.kind == propagation::HopKind::Asks;
                    const Rect& begin = d.nodes[asks ? edge.to : edge.from].rect;
                    const Rect& end = d.nodes[asks ? edge.from : edge.to].rect;
                    RC_ASSERT(edge.path.size() >= 4U);
                    RC_ASSERT(edge.path.size() % 3 == 1U);
                    RC_ASSERT(onBorder(begin, edge.path.front()));
                    RC_ASSERT(onBorder(end, edge.path.back()));
                    for (const Point& point : samples(edge.path))
                        for (const auto& node : d.nodes)
                            if (node.rect != begin && node.rect != end)
                                RC_ASSERT(!node.rect.intersects({point.x, point.y, 0.01, 0.01}));
                }
            }));
    }

    void everythingIsInBounds() {
        QVERIFY(rc::check("the bounds hold everything that is drawn", [] {
            const Diagram d = test::draw(anyModel()).diagram;
            for (const auto& context : d.contexts)
                RC_ASSERT(holds(d.bounds, context.rect));
            for (const auto& edge : d.edges) {
                if (edge.labelRect) RC_ASSERT(holds(d.bounds, *edge.labelRect));
                for (const Point& point : edge.path)
                    RC_ASSERT(holds(d.bounds, {point.x, point.y, 0, 0}));
            }
        }));
    }

    void theSameModelGivesTheSamePicture() {
        QVERIFY(rc::check("twice the same", [] {
            const Model model = anyModel();
            RC_ASSERT(test::draw(model).diagram == test::draw(model).diagram);
        }));
    }

    void fortyLinesEndApart() {
        Model model;
        Context bank{{{1}, "bank"}};
        View view{{{2}, "sales"}};
        for (std::uint32_t i = 0; i < 8; ++i) {
            Context shop{{{10 + i}, "shop" + std::to_string(i)}};
            for (std::uint32_t j = 0; j < 5; ++j) {
                shop.events.push_back(Event{{{100 + 5 * i + j}, "Sold" + std::to_string(j)}});
                Subscription subscription{{{200 + 5 * i + j}, ""}};
                subscription.event = {shop.name, "Sold" + std::to_string(j)};
                view.fedBy.push_back(subscription);
            }
            model.contexts.push_back(shop);
        }
        bank.views.push_back(view);
        model.contexts.push_back(bank);
        model.nextId = 300;
        const Diagram d = test::draw(model).diagram;
        QCOMPARE(d.edges.size(), std::size_t{40});
        for (std::size_t i = 0; i < 40; ++i)
            for (std::size_t j = 0; j < i; ++j) {
                const Point a = d.edges[i].path.back();
                const Point b = d.edges[j].path.back();
                QVERIFY(std::abs(a.x - b.x) > 1 || std::abs(a.y - b.y) >= 5);
            }
    }

    void threeLagsOfOneEventAreAllWritten() {
        Model model;
        Context prices{{{1}, "prices"}};
        prices.events.push_back(Event{{{2}, "PriceChanged"}});
        model.contexts.push_back(prices);
        for (std::uint32_t i = 0; i < 3; ++i) {
            Context shop{{{10 + i}, "shop" + std::to_string(i)}};
            View view{{{20 + i}, "label" + std::to_string(i)}};
            Subscription subscription{{{30 + i}, ""}};
            subscription.event = {"prices", "PriceChanged"};
            subscription.lag = {Hop{.form = FixedLag{std::chrono::seconds(10 + i)}}};
            view.fedBy.push_back(subscription);
            shop.views.push_back(view);
            model.contexts.push_back(shop);
        }
        model.nextId = 100;
        const Diagram d = test::draw(model).diagram;
        QCOMPARE(d.edges.size(), std::size_t{3});
        for (const EdgeShape& edge : d.edges) {
            QVERIFY(!edge.label.empty());
            QVERIFY2(edge.labelRect.has_value(), edge.label.english().c_str());
        }
        const auto& event = *std::ranges::find(d.nodes, ElementKind::Event,
                                               [](const NodeShape& node) { return node.key.kind; });
        QVERIFY(event.rect.height >= 56); // the words in the middle want as much room as those outside
    }

    void linesBetweenTwoNodesLieSideBySide() {
        Model model;
        Context shop{{{1}, "shop"}};
        Context bank{{{2}, "bank"}};
        for (std::uint32_t i = 0; i < 3; ++i)
            shop.events.push_back(Event{{{10 + i}, "Sold" + std::to_string(i)}});
        View view{{{20}, "sales"}};
        for (std::uint32_t i = 0; i < 3; ++i) {
            Subscription subscription{{{30 + i}, ""}};
            subscription.event = {"shop", "Sold" + std::to_string(i)};
            view.fedBy.push_back(subscription);
        }
        bank.views.push_back(view);
        model.contexts = {shop, bank};
        model.nextId = 100;
        const Diagram d = test::draw(model).diagram;
        QCOMPARE(d.edges.size(), std::size_t{3});
        for (std::size_t i = 1; i < 3; ++i)
            QVERIFY(std::abs(d.edges[i].path.back().y - d.edges[i - 1].path.back().y) >= 4);
    }

    void formatsTellEverything() {
        QVERIFY(renderJson(test::draw(Model{}).diagram).find("\"edges\": []") != std::string::npos);
        Diagram small;
        small.title = "say \"hi\" \\ to all";
        small.contexts.push_back(
            {.key = {ElementKind::Context, "a"}, .rect = {0, 0, 200, 100}, .title = "A"});
        small.nodes.push_back({.key = {ElementKind::Fact, "a/b"}, .rect = {16, 40, 144, 40}, .lines = {"b"}});
        QCOMPARE(
            QString::fromStdString(renderDot(small)),
            QStringLiteral("digraph \"say \\\"hi\\\" \\\\ to all\" {\n"
                           "  graph [rankdir=LR];\n"
                           "  node [fixedsize=true];\n"
                           "  subgraph cluster_0 {\n"
                           "    graph [label=\"A\", style=rounded];\n"
                           "    n0 [label=\"b\", shape=box, width=2.000, height=0.556, pos=\"88.0,-60.0\"];\n"
                           "  }\n"
                           "}\n"));
    }
};

QTEST_APPLESS_MAIN(TstBuild)
#include "tst_build.moc"
