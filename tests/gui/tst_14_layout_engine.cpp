// SPDX-License-Identifier: Apache-2.0
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The layout is made by a program of its own, and a map full of circles comes back readable.
class LayoutEngine : public QObject {
    Q_OBJECT
private slots:
    void manyContextsInCircles();
    void isStoppedAtItsTimeLimit();
};

namespace {

std::string circles(int contexts) {
    std::string text = "factline: 1\nmodel: Circles\ncontexts:\n";
    const auto name = [&](int i) { return "area-" + std::to_string((i + contexts) % contexts); };
    for (int i = 0; i < contexts; ++i) {
        text += "  " + name(i) +
                ":\n    facts: {thing: {}}\n    events:\n      ThingChanged: {announces: [thing]}\n";
        text += "    views:\n      others:\n        fedBy:\n";
        for (const int by : {1, 7, -3})
            text += "          " + name(i + by) + "/ThingChanged: {lag: {p50: 13ms, p99: 32ms}}\n";
    }
    return text;
}

} // namespace

void LayoutEngine::manyContextsInCircles() {
    User user;
    const auto file = user.place.file("circles.factline.yaml");
    write(file, circles(300));
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(user.document().isOpen() && user.canvas().hasDiagram() && !user.window->busy(),
                             240'000);
    QCOMPARE(user.window->noticed(), QString());
    const auto& drawn = user.canvas().diagram();
    QCOMPARE(drawn.contexts.size(), std::size_t(300));
    for (std::size_t i = 0; i < drawn.contexts.size(); ++i)
        for (std::size_t j = i + 1; j < drawn.contexts.size(); ++j)
            QVERIFY(!drawn.contexts[i].rect.intersects(drawn.contexts[j].rect));
    for (const auto& edge : drawn.edges)
        for (const auto& node : drawn.nodes)
            QVERIFY(!edge.labelRect || !edge.labelRect->intersects(node.rect));
}

void LayoutEngine::isStoppedAtItsTimeLimit() {
    User user({FACTLINE_SOURCE_DIR "/tests/app/picture/workers/hangs", std::chrono::milliseconds(300)});
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!user.window->noticed().isEmpty(), 20'000);
    QVERIFY(!user.window->busy());
    QCOMPARE(user.text().toStdString(), tiny); // alive, and the model is there
}

QTEST_MAIN(LayoutEngine)
#include "tst_14_layout_engine.moc"
