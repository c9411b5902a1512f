// SPDX-License-Identifier: Apache-2.0
#include <QtTest>
#include <rapidcheck.h>

#include "diagram/fit.h"
#include "edit/edit.h"
#include "sample_models.h"

using namespace factline;
using namespace factline::diagram;

/// An edit moves no other node, and yet nothing ever lies on anything else.
class TstFit : public QObject {
    Q_OBJECT

private slots:
    void roomEnoughChangesNothing();
    void aLongNameIsShortenedWhereOthersStand();
    void aWalledInContextGoesOnElsewhere();
    void twoNodesOnOnePlacePart();
    void whateverIsEdited();
};

namespace {

/// A document as the window keeps it: edits are applied, and what has a place stays there.
struct Desk {
    Model model;
    Positions positions;
    Diagram diagram;
    test::EvenMeasure measure;

    explicit Desk(const Model& begin, std::size_t columns = 3)
        : model(begin) {
        const Lookup lookup(model);
        const Sketch sketched = sketch(lookup, propagation::build(lookup), measure);
        positions = arrange(sketched, closely(layoutRequest(sketched), columns));
        diagram = build(fitted(sketched, positions, measure), positions);
    }
    /// In rows with no more room between contexts than a layout gives.
    static LayoutResult closely(const LayoutRequest& request, std::size_t columns) {
        LayoutResult result;
        int x = 0;
        int y = 0;
        int row = 0;
        for (std::size_t i = 0; i < request.boxes.size(); ++i) {
            if (i > 0 && i % columns == 0) {
                y += row + 40;
                x = row = 0;
            }
            result.spots.push_back({x, y});
            x += request.boxes[i].width + 160;
            row = std::max(row, request.boxes[i].height);
        }
        return result;
    }
    bool edit(const edit::Edit& edit) {
        auto applied = edit::apply(model, edit);
        if (!applied) return false;
        const Positions kept = carryPositions(positions, Lookup(model), Lookup(applied->model));
        model = std::move(applied->model);
        draw(kept);
        return true;
    }
    void draw(const Positions& kept) {
        const Lookup lookup(model);
        const Sketch sketched = sketch(lookup, propagation::build(lookup), measure);
        Positions found = complete(fitted(sketched, kept, measure), kept);
        diagram = build(fitted(sketched, found, measure), found);
        positions = settled(std::move(found), kept, model);
    }
    const NodeShape& node(const std::string& name) const {
        return *std::ranges::find(diagram.nodes, name, [](const auto& shape) { return shape.key.name; });
    }
    /// Nothing on anything else, everything at home; else what is wrong.
    std::string disorder() const {
        const auto holds = [](const Rect& box, const Rect& rect) {
            return box.x <= rect.x && box.y <= rect.y && rect.right() <= box.right() &&
                   rect.bottom() <= box.bottom();
        };
        const auto& [title, version, date, contexts, nodes, edges, bounds] = diagram;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const auto slash = nodes[i].key.name.find('/'); // none: the context has no name
            const std::string home = nodes[i].key.name.substr(0, slash == std::string::npos ? 0 : slash);
            const auto isHome = [&](const ContextShape& box) {
                return box.key.name == home && holds(box.rect, nodes[i].rect);
            };
            if (std::ranges::none_of(contexts, isHome)) return nodes[i].key.name + " is not at home";
            for (std::size_t j = 0; j < i; ++j)
                if (nodes[i].rect.intersects(nodes[j].rect))
                    return nodes[i].key.name + " on " + nodes[j].key.name;
        }
        for (std::size_t i = 0; i < contexts.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (contexts[i].rect.intersects(contexts[j].rect) && !(contexts[i].key == contexts[j].key))
                    return "context " + contexts[i].key.name + " on " + contexts[j].key.name;
        return {};
    }
    /// Where what is declared stands.
    std::map<ElementId, Point> places() const {
        std::map<ElementId, Point> all;
        for (const NodeShape& node : diagram.nodes)
            if (node.id) all[node.id] = {node.rect.x, node.rect.y};
        return all;
    }
};

template<typename Value>
const Value& oneOf(const std::vector<Value>& values) {
    return values[*rc::gen::inRange<std::size_t>(0, values.size())];
}

std::string anyName() {
    static const std::vector<std::string> names{
        "",
        "x",
        "same",
        "OrderPlaced",
        "a-name-of-a-middling-length",
        "TheWarehouseHasConfirmedThatTheLastOfTheGoodsWereCountedTwice",
        "one-word" + std::string(60, 'w')};
    return oneOf(names);
}

/// Where an edit can have moved a node: what it is about.
struct AnyEdit {
    edit::Edit edit;
    std::vector<ElementId> moves;
};

AnyEdit anyEdit(const Model& model) {
    const Lookup lookup(model);
    std::vector<ElementId> named;
    std::vector<ElementId> inside;
    std::vector<ElementId> contexts;
    std::vector<ElementId> views;
    std::vector<Ref> events{{"nowhere", "NeverSaid"}};
    for (const Located& located : lookup.all()) {
        const ElementId id = located.id();
        const ElementKind kind = located.key.kind;
        if (kind == ElementKind::Subscription) continue;
        named.push_back(id);
        (kind == ElementKind::Context ? contexts : inside).push_back(id);
        if (kind == ElementKind::View) views.push_back(id);
        if (const auto* const* event = std::get_if<const Event*>(&located.element))
            events.push_back({located.context->name, (*event)->name});
    }
    const auto named_ = [](auto element) {
        element.name = anyName();
        return element;
    };
    const int kind = contexts.empty() ? 9 : *rc::gen::inRange(0, 10);
    if (kind < 4) {
        const std::vector<edit::AnyValue> values{named_(Fact{}), named_(Event{}), named_(View{}),
                                                 named_(Policy{})};
        // Often the same one, so that it is walled in and full sooner or later.
        const ElementId where = kind < 2 ? contexts[contexts.size() / 2] : oneOf(contexts);
        return {edit::AddElement{oneOf(values), where, {}}, {}};
    }
    if (kind < 6) return {edit::Rename{oneOf(named), anyName()}, {}};
    if (kind == 6 && !views.empty()) {
        Subscription feed;
        feed.event = oneOf(events);
        return {edit::AddElement{feed, oneOf(views), {}}, {}};
    }
    if (kind == 7 && !inside.empty()) return {edit::RemoveElements{{oneOf(inside)}}, {}};
    if (kind == 8 && !inside.empty()) {
        const ElementId moved = oneOf(inside);
        return {edit::MoveToContext{{moved}, oneOf(contexts)}, {moved}};
    }
    return {edit::AddElement{named_(Context{}), {}, {}}, {}};
}

Model shopAmongNeighbours() {
    Model model;
    for (int i = 0; i < 9; ++i) {
        Context context{{{model.nextId++}, i == 4 ? std::string("shop") : "around" + std::to_string(i)}};
        for (const char* name : {"first", "second", "third"})
            context.facts.push_back(Fact{{{model.nextId++}, name}});
        model.contexts.push_back(context);
    }
    return model;
}

} // namespace

void TstFit::roomEnoughChangesNothing() {
    QVERIFY(rc::check("fitted(sketch, arrange(...)) is the sketch", [] {
        const auto drawn = test::draw(test::randomModel(6));
        RC_ASSERT(build(fitted(drawn.sketch, drawn.positions, test::EvenMeasure()), drawn.positions) ==
                  drawn.diagram);
    }));
}

void TstFit::aLongNameIsShortenedWhereOthersStand() {
    Desk desk(shopAmongNeighbours());
    const auto before = desk.places();
    const ElementId first = desk.node("shop/first").id;
    const Rect was = desk.node("shop/first").rect;
    QVERIFY(
        desk.edit(edit::Rename{first, "what-the-shop-has-on-its-shelves-and-in-the-cellar-and-in-the-yard"}));
    QCOMPARE(desk.disorder(), std::string());
    QVERIFY(desk.places() == before);
    const NodeShape& now =
        desk.node("shop/what-the-shop-has-on-its-shelves-and-in-the-cellar-and-in-the-yard");
    QVERIFY(now.rect.width > was.width); // as far as there is room
    QVERIFY(now.lines.back().find("…") != std::string::npos);
    QVERIFY(now.fullName.ends_with("in the yard"));
}

void TstFit::aWalledInContextGoesOnElsewhere() {
    Desk desk(shopAmongNeighbours());
    const auto shop = [&] {
        return std::ranges::count(desk.diagram.contexts, "shop", [](const auto& c) { return c.key.name; });
    };
    QCOMPARE(shop(), 1);
    for (int i = 0; i < 12; ++i) {
        const auto before = desk.places();
        QVERIFY(desk.edit(
            edit::AddElement{Event{{{}, "Sold" + std::to_string(i)}}, desk.model.contexts[4]->id, {}}));
        QCOMPARE(desk.disorder(), std::string());
        auto after = desk.places();
        std::erase_if(after, [&](const auto& place) { return !before.contains(place.first); });
        QVERIFY(after == before);
    }
    QVERIFY(shop() > 1);
    QCOMPARE(desk.diagram.contexts.back().title, std::string("Shop (continued)"));
    // With the neighbours gone it is one box again, and its nodes stand where they stood.
    const auto before = desk.places();
    std::vector<ElementId> others;
    for (const auto& context : desk.model.contexts)
        if (context->name != "shop") others.push_back(context->id);
    QVERIFY(desk.edit(edit::RemoveElements{others}));
    QCOMPARE(shop(), 1);
    QVERIFY(std::ranges::all_of(desk.places(),
                                [&](const auto& place) { return before.at(place.first) == place.second; }));
}

void TstFit::twoNodesOnOnePlacePart() {
    Desk desk(shopAmongNeighbours());
    Positions merged = desk.positions;
    merged.nodes.at("fact shop/third") = merged.nodes.at("fact shop/first");
    desk.draw(merged);
    QCOMPARE(desk.disorder(), std::string());
    QVERIFY(desk.positions.nodes.at("fact shop/first") == merged.nodes.at("fact shop/first"));
}

void TstFit::whateverIsEdited() {
    QVERIFY(rc::check("no edit moves another node, nothing lies on anything else", [] {
        Desk desk(test::randomModel(*rc::gen::inRange<std::size_t>(1, 7)));
        for (int step = 0; step < 12; ++step) {
            const auto before = desk.places();
            const AnyEdit any = anyEdit(desk.model);
            if (!desk.edit(any.edit)) continue;
            RC_LOG() << "edit " << any.edit.index() << '\n';
            RC_ASSERT(desk.disorder() == std::string());
            for (const auto& [id, at] : desk.places())
                if (before.contains(id) && std::ranges::find(any.moves, id) == any.moves.end())
                    RC_ASSERT(before.at(id) == at);
        }
    }));
}

QTEST_APPLESS_MAIN(TstFit)
#include "tst_fit.moc"
