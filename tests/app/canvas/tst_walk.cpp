// SPDX-License-Identifier: Apache-2.0
#include "canvas/walk.h"

#include <QtTest>

#include "contract/read.h"
#include "picture/draw_model.h"

using namespace factline;
using canvas::Direction;
using canvas::stepFrom;

/// Steps from node to node.
class TestWalk : public QObject {
    Q_OBJECT
private slots:
    void eachStepIsAnother();
    void everyNodeIsReached_data();
    void everyNodeIsReached();
};

namespace {

diagram::NodeShape node(const char* name, double x, double y) {
    diagram::NodeShape shape;
    shape.key = {ElementKind::Event, name};
    shape.rect = {x, y, 10, 10};
    return shape;
}

} // namespace

void TestWalk::eachStepIsAnother() {
    diagram::Diagram diagram;
    diagram.nodes = {node("a", 0, 0), node("far", 200, 0), node("near", 100, 0), node("lower", 150, 50)};
    diagram.edges.resize(2);
    diagram.edges[0].to = 1;
    diagram.edges[1].from = 3;
    const auto at = [&](std::size_t turn) {
        return stepFrom(diagram, diagram.nodes[0].key, Direction::Right, turn);
    };
    QCOMPARE(at(0), std::size_t(1)); // a line leads there
    QCOMPARE(at(1), std::size_t(3)); // and there, further aside
    QCOMPARE(at(2), std::size_t(2)); // then what is near
    QCOMPARE(at(3), std::size_t(1)); // round and round
    QVERIFY(!stepFrom(diagram, diagram.nodes[0].key, Direction::Left));
    QCOMPARE(stepFrom(diagram, std::nullopt, Direction::Left), std::size_t(0));
}

void TestWalk::everyNodeIsReached_data() {
    QTest::addColumn<QString>("file");
    for (const char* name : {"retail", "retail-fixed", "airport"})
        QTest::newRow(name)
            << QStringLiteral(FACTLINE_SOURCE_DIR "/examples/%1.factline.yaml").arg(QLatin1String(name));
}

void TestWalk::everyNodeIsReached() {
    QFETCH(QString, file);
    picture::DrawOptions options;
    options.process = {std::filesystem::path(FACTLINE_BIN_DIR) / "factline-layout"};
    options.promises = picture::Promises{};
    const auto drawn = picture::drawModel(contract::readModel(file.toStdString()).value().model, options);
    QVERIFY(drawn.has_value());
    QVERIFY(drawn->nodes.size() > 30);
    std::set<std::size_t> met{stepFrom(*drawn, std::nullopt, Direction::Right).value()};
    std::vector<std::size_t> open(met.begin(), met.end());
    while (!open.empty()) {
        const auto& from = drawn->nodes[open.back()].key;
        open.pop_back();
        for (const Direction direction : {Direction::Left, Direction::Right, Direction::Up, Direction::Down})
            for (std::size_t turn = 0; turn < drawn->nodes.size(); ++turn)
                if (const auto next = stepFrom(*drawn, from, direction, turn);
                    next && met.insert(*next).second)
                    open.push_back(*next);
    }
    QStringList missed;
    for (std::size_t i = 0; i < drawn->nodes.size(); ++i)
        if (!met.contains(i)) missed += QString::fromStdString(toString(drawn->nodes[i].key));
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join('\n')));
}

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
