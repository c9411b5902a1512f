// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <rapidcheck.h>

#include "diagram/focus.h"
#include "diagram/positions.h"
#include "sample_models.h"

using namespace factline;
using namespace factline::diagram;

/// The sidecar, and places for what is new.
class TstPositions : public QObject {
    Q_OBJECT

private slots:
    void sidecarIsSortedOneNodeALine() {
        const Positions positions{
            {{"view b/x", {1.5, -2}}, {"event a/Y", {100, 0.125}}, {"fact \"q\"", {-0.001, 3}}}};
        QCOMPARE(QString::fromStdString(renderPositions(positions)),
                 QStringLiteral("{\"format\": 1, \"nodes\": {\n"
                                "  \"event a/Y\": [100, 0.13],\n"
                                "  \"fact \\\"q\\\"\": [0, 3],\n"
                                "  \"view b/x\": [1.5, -2]\n"
                                "}}\n"));
    }

    void sidecarComesBack() {
        QVERIFY(rc::check("parse(render(x)) == x, and render is settled", [] {
            const auto drawn = test::draw(test::randomModel(5));
            const std::string text = renderPositions(drawn.positions);
            const auto back = parsePositions(text);
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == drawn.positions);
            RC_ASSERT(renderPositions(*back) == text);
        }));
    }

    void badSidecarsAreRefused() {
        for (const char* text :
             {"", "[]", "{}", R"({"format": 1})", R"({"format": 1, "nodes": []})",
              R"({"format": 1, "nodes": {"a": [1]}})", R"({"format": 1, "nodes": {"a": [1, "x"]}})",
              R"({"format": 1, "nodes": {"a": [1, 1e9]}})", R"({"format": 7, "nodes": {}})"})
            QVERIFY2(!parsePositions(text), text);
    }

    void aKeptPictureStaysAsItIs() {
        QVERIFY(rc::check("complete(sketch, arrange(...)) changes nothing", [] {
            const auto drawn = test::draw(test::randomModel(6));
            RC_ASSERT(complete(drawn.sketch, drawn.positions) == drawn.positions);
        }));
    }

    void newNodesMoveNothingAndOverlapNothing() {
        QVERIFY(rc::check("taking positions away and completing moves no other and overlaps nothing", [] {
            const auto drawn = test::draw(test::randomModel(5));
            Positions kept;
            for (const auto& [key, at] : drawn.positions.nodes)
                if (*rc::gen::inRange(0, 4) != 0) kept.nodes[key] = at;
            const Positions completed = complete(drawn.sketch, kept);
            for (const auto& [key, at] : kept.nodes)
                RC_ASSERT(completed.nodes.at(key) == at);
            const Diagram d = build(drawn.sketch, completed);
            for (std::size_t i = 0; i < d.nodes.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    RC_ASSERT(!d.nodes[i].rect.intersects(d.nodes[j].rect));
        }));
    }

    void aNewNodeNeverStandsInANeighboursBox() {
        // The shop has neighbours at every side, and no room.
        Model model;
        Context shop{{{1}, "shop"}};
        shop.facts = {Fact{{{2}, "price"}}, Fact{{{3}, "stock"}}};
        model.contexts = {shop};
        const Positions kept{{{"context shop", {0, 0}},
                              {"fact shop/price", {14, 40}},
                              {"context right", {190, -400}},
                              {"fact right/a", {204, -360}},
                              {"fact right/b", {204, 400}},
                              {"context below", {-400, 120}},
                              {"fact below/a", {-386, 160}},
                              {"fact below/b", {160, 300}},
                              {"context left", {-300, -200}},
                              {"fact left/a", {-286, -160}},
                              {"fact left/b", {-180, 60}},
                              {"context above", {-100, -300}},
                              {"fact above/a", {-86, -260}},
                              {"fact above/b", {20, -90}}}};
        unsigned id = 10;
        for (const char* name : {"right", "below", "left", "above"}) {
            Context around{{{id++}, name}};
            around.facts = {Fact{{{id}, "a"}}, Fact{{{id + 1}, "b"}}};
            id += 2;
            model.contexts.push_back(around);
        }
        model.nextId = id;
        const auto drawn = test::draw(model);
        const Diagram d = build(drawn.sketch, complete(drawn.sketch, kept));
        const auto stock = std::ranges::find_if(
            d.nodes, [](const NodeShape& node) { return node.key.name == "shop/stock"; });
        QVERIFY(stock != d.nodes.end());
        for (const ContextShape& context : d.contexts)
            if (context.key.name != "shop")
                QVERIFY2(!context.rect.intersects(stock->rect), context.key.name.c_str());
        for (const NodeShape& node : d.nodes)
            QVERIFY(node.key == stock->key || !node.rect.intersects(stock->rect));
    }

    void aRenamedNodeKeepsItsPlace() {
        Model model;
        Context shop{{{1}, "shop"}};
        Fact fact{{{2}, "stock-on-hand"}};
        fact.formerly = {"stock"};
        shop.facts.push_back(fact);
        model.contexts = {shop};
        model.nextId = 3;
        const auto drawn = test::draw(model);
        const Positions kept{{{"context shop", {80, 80}}, {"fact shop/stock", {400, 240}}}};
        QVERIFY(!needsLayout(drawn.sketch, kept));
        const Positions completed = complete(drawn.sketch, kept);
        QVERIFY(completed.nodes.at("fact shop/stock-on-hand") == (Point{400, 240}));
        QCOMPARE(completed.nodes.count("fact shop/stock"), std::size_t{0});
        QVERIFY(needsLayout(drawn.sketch, Positions{{{"fact other/thing", {0, 0}}}}));
    }

    void placesFollowAnEdit() {
        Model before;
        Context shop{{{1}, "shop"}};
        shop.facts = {Fact{{{2}, "stock"}}, Fact{{{3}, "stock"}}, Fact{{{4}, "price"}}};
        Context till{{{5}, "till"}};
        before.contexts = {shop, till};
        before.nextId = 6;
        Model after = before;
        shop.facts = {Fact{{{3}, "stock"}}, Fact{{{4}, "cost"}}}; // the first stock is gone
        after.contexts = {shop, till};
        Positions positions{{{"context shop", {1, 1}},
                             {"context till", {2, 2}},
                             {"fact shop/stock", {3, 3}},
                             {"fact shop/stock (2)", {4, 4}},
                             {"fact shop/price", {5, 5}},
                             {"view reports/undeclared", {6, 6}}}};
        const Positions edited = carryPositions(positions, Lookup(before), Lookup(after));
        QVERIFY(edited.nodes == (std::map<std::string, Point>{{"context shop", {1, 1}},
                                                              {"context till", {2, 2}},
                                                              {"fact shop/stock", {4, 4}},
                                                              {"fact shop/cost", {5, 5}},
                                                              {"view reports/undeclared", {6, 6}}}));
        QVERIFY(edited.gone == (std::map<std::string, Point>{{"fact shop/stock", {3, 3}}}));

        Model moved = before; // the price moves to another context: no place there
        moved.contexts[0] = Context{{{1}, "shop"}};
        till.facts = {Fact{{{4}, "price"}}};
        moved.contexts[1] = till;
        const Positions there = carryPositions(positions, Lookup(before), Lookup(moved));
        QVERIFY(!there.nodes.contains("fact till/price") && !there.nodes.contains("fact shop/price"));
    }

    void whatIsDrawnSettlesBesideWhatIsNot() {
        Model model;
        Context shop{{{1}, "shop"}};
        shop.facts = {Fact{{{2}, "stock"}}, Fact{{{3}, "price"}}};
        model.contexts = {shop};
        const Positions kept{{{"fact shop/price", {3, 3}}, {"fact shop/left", {4, 4}}},
                             {{"fact shop/stock", {9, 9}}, {"fact shop/later", {8, 8}}}};
        const Positions now =
            settled(Positions{{{"context shop", {1, 1}}, {"fact shop/stock", {2, 2}}}}, kept, model);
        QVERIFY(now.nodes == (std::map<std::string, Point>{{"context shop", {1, 1}},
                                                           {"fact shop/stock", {2, 2}},
                                                           {"fact shop/price", {3, 3}}}));
        QVERIFY(now.wishes == (std::map<std::string, Point>{{"fact shop/later", {8, 8}}}));
        QVERIFY(now.gone == (std::map<std::string, Point>{{"fact shop/left", {4, 4}}}));
    }

    void whatComesBackStandsWhereItStood() {
        Model model;
        Context shop{{{1}, "shop"}};
        shop.facts = {Fact{{{2}, "stock"}}, Fact{{{3}, "price"}}};
        model.contexts = {shop};
        model.nextId = 4;
        const auto drawn = test::draw(model);
        Positions kept = drawn.positions;
        kept.nodes.at("fact shop/price") = {kept.nodes.at("fact shop/price").x, 900};
        kept.gone.insert(kept.nodes.extract("fact shop/price"));
        QVERIFY(complete(drawn.sketch, kept).nodes.at("fact shop/price") == kept.gone.at("fact shop/price"));
    }

    void focusTakesTheNeighbourhood() {
        Model model;
        Context shop{{{1}, "shop"}};
        shop.facts.push_back(Fact{{{2}, "stock"}});
        Event counted{{{3}, "StockCounted"}};
        counted.announces = {{"shop", "stock"}};
        shop.events.push_back(counted);
        shop.facts.push_back(Fact{{{4}, "price"}});
        model.contexts = {shop};
        model.nextId = 5;
        const Lookup lookup(model);
        const auto graph = propagation::build(lookup);
        const auto part = focus(graph, "shop/StockCounted", 1);
        QVERIFY(part.has_value());
        QCOMPARE(part->nodes.size(), std::size_t{2});
        QCOMPARE(part->edges.size(), std::size_t{1});
        QCOMPARE(focus(graph, "shop", 0)->nodes.size(), std::size_t{3});
        QCOMPARE(focus(graph, "fact shop/price", 3)->nodes.size(), std::size_t{1});
        const auto nothing = focus(graph, "shop/StockCount", 1);
        QVERIFY(!nothing);
        QVERIFY(nothing.error().message.english().find("Did you mean \"shop/StockCounted\"?") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TstPositions)
#include "tst_positions.moc"
