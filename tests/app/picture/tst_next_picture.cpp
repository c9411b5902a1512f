// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include <QImage>
#include <QPainter>
#include <QtTest>

#include "picture/painter.h"
#include "support/hand_drawn.h"

using namespace factline;

namespace {

constexpr int scale = 2;

} // namespace

/// A painter that goes on to another diagram keeps what looks the same, and nothing of it shows.
class TestNextPicture : public QObject {
    Q_OBJECT
private slots:
    void isPaintedAsANewOneWouldBe_data();
    void isPaintedAsANewOneWouldBe();
};

void TestNextPicture::isPaintedAsANewOneWouldBe_data() {
    using Change = std::function<void(diagram::Diagram&)>;
    QTest::addColumn<Change>("change");
    const auto add = [](const char* name, const Change& change) { QTest::addRow("%s", name) << change; };
    add("names", [](diagram::Diagram& next) {
        std::swap(next.nodes.front().lines, next.nodes.back().lines);
        next.nodes[1].lines = {"a new name"};
        next.contexts.front().title = "Another title";
    });
    add("a node moves, its name stays", [](diagram::Diagram& next) { next.nodes[2].rect.y += 20; });
    add("another order", [](diagram::Diagram& next) {
        std::ranges::reverse(next.contexts);
        next.contexts.front().team = "another team";
    });
    add("a node more, before the others", [](diagram::Diagram& next) {
        auto another = next.nodes.front();
        another.key.name = "inventory/another";
        another.rect.x += 600;
        next.nodes.insert(next.nodes.begin(), another);
        for (auto& edge : next.edges)
            ++edge.from, ++edge.to;
    });
    add("a line less", [](diagram::Diagram& next) { next.edges.erase(next.edges.begin() + 2); });
    add("the same line twice", [](diagram::Diagram& next) { next.edges.push_back(next.edges[1]); });
    add("a clash", [](diagram::Diagram& next) { next.edges[1].clash = true; });
    add("a context under a label", [](diagram::Diagram& next) { next.contexts.front().rect.width += 60; });
    add("badges", [](diagram::Diagram& next) {
        std::swap(next.nodes[0].badges, next.nodes[1].badges);
        next.contexts.front().badges.clear();
    });
    add("names that have less room", [](diagram::Diagram& next) {
        for (auto& node : next.nodes)
            node.rect.width = std::max(90.0, node.rect.width - 40);
    });
    add("one thing is left", [](diagram::Diagram& next) {
        next.contexts.resize(1);
        next.nodes.resize(1);
        next.edges.clear();
    });
}

/// And goes back to the first as if nothing had been.
void TestNextPicture::isPaintedAsANewOneWouldBe() {
    using Change = std::function<void(diagram::Diagram&)>;
    QFETCH(Change, change);
    const picture::Theme theme = picture::loadTheme("light").value();
    diagram::Diagram next = test::handDrawn();
    change(next);
    for (const auto detail : {picture::Detail::Overview, picture::Detail::Names, picture::Detail::Full}) {
        const auto painted = [&](const picture::DiagramPainter& painter) {
            QImage image(QSize(940, 520) * scale, QImage::Format_RGB32);
            image.fill(theme.canvas);
            QPainter on(&image);
            on.scale(scale, scale);
            on.translate(20, 20);
            painter.paint(on, {.scale = scale, .detail = detail});
            return image;
        };
        picture::DiagramPainter painter(test::handDrawn(), theme);
        const QImage before = painted(painter);
        painter.setBadges({{3, {{diagram::Badge::Kind::Broken, "1 h", ""}}}}); // gone with the next picture
        QVERIFY(painted(painter) != before || detail == picture::Detail::Overview);
        painter.show(test::shared(next));
        const QImage anew = painted(picture::DiagramPainter(next, theme));
        QVERIFY(anew != before || detail != picture::Detail::Full);
        QCOMPARE(painted(painter), anew);
        painter.show(test::shared(test::handDrawn()));
        QCOMPARE(painted(painter), before);
    }
}

QTEST_MAIN(TestNextPicture)
#include "tst_next_picture.moc"
