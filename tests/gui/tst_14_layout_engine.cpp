// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The layout is made by a program of its own, and a map full of circles comes back readable.
class LayoutEngine : public QObject {
    Q_OBJECT
private slots:
    void manyContextsInCircles();
    void isStoppedAtItsTimeLimit();
    void isKilledWhenItIsNotWantedAnyMore();
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
    user.patience = 20'000; // far beyond a workshop's size
    const auto file = user.place.file("circles.factline.yaml");
    write(file, circles(1000));
    user.choose(file, Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(user.document().isOpen() && user.canvas().hasDiagram() && !user.window->busy(),
                             240'000);
    QCOMPARE(user.window->noticed(), QString());
    const auto& drawn = user.canvas().diagram();
    QCOMPARE(drawn.contexts.size(), std::size_t(1000));
    for (std::size_t i = 0; i < drawn.contexts.size(); ++i)
        for (std::size_t j = i + 1; j < drawn.contexts.size(); ++j)
            QVERIFY(!drawn.contexts[i].rect.intersects(drawn.contexts[j].rect));
    std::size_t labels = 0, placed = 0;
    for (const auto& edge : drawn.edges) {
        labels += !edge.label.empty();
        placed += edge.labelRect.has_value();
        for (const auto& node : drawn.nodes)
            QVERIFY(!edge.labelRect || !edge.labelRect->intersects(node.rect));
    }
    qInfo("%zu of %zu labels have a place", placed, labels);
    QVERIFY(labels > 0 && placed >= labels * 9 / 10);

    // Asked for again, too, and the window goes on meanwhile.
    const auto before = user.places();
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    const auto& laying = *user.canvas().action("arrange-cancel");
    QVERIFY(laying.isEnabled());
    user.press(Qt::Key_Plus);
    user.press(Qt::Key_Escape);
    QVERIFY(!laying.isEnabled());
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!laying.isEnabled(), 240'000);
    QTRY_VERIFY_WITH_TIMEOUT(!user.window->busy(), 240'000);
    QCOMPARE(user.places(), before); // the same model is laid out the same way
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

/// Neither what somebody gives up nor what a later wish takes the place of goes on in the background.
void LayoutEngine::isKilledWhenItIsNotWantedAnyMore() {
    QTemporaryDir scripts;
    const QString program = scripts.filePath("worker"), begun = scripts.filePath("begun");
    write(program.toStdString(), "#!/bin/sh\necho $$ >> '" + begun.toStdString() + "'\nexec sleep 60\n");
    QFile(program).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    User user({program.toStdString(), std::chrono::minutes(1)});
    const auto file = user.place.file("tiny.factline.yaml");
    write(file, tiny);
    write(user.place.file("tiny.layout.json"),
          R"({"format": 1, "nodes": {"context orders": [0, 0], "fact orders/order": [16, 40]}})");
    user.open(file);
    const auto workers = [&] {
        return QString::fromStdString(read(begun.toStdString())).split('\n', Qt::SkipEmptyParts);
    };
    const auto lives = [](const QString& worker) { return ::kill(worker.toInt(), 0) == 0; };
    const auto before = workers().size();
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(workers().size(), before + 1);
    const QString first = workers().back();
    QVERIFY(lives(first));
    user.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(workers().size(), before + 2);
    const QString second = workers().back();
    QTRY_VERIFY(!lives(first));
    QVERIFY(lives(second));
    user.press(Qt::Key_Escape);
    QTRY_VERIFY(!lives(second));
}

QTEST_MAIN(LayoutEngine)
#include "tst_14_layout_engine.moc"
