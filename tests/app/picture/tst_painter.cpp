// SPDX-License-Identifier: Apache-2.0
#include "picture/painter.h"

#include <algorithm>

#include <QImage>
#include <QPainter>
#include <QtTest>

#include "picture/badges.h"
#include "picture/prepared.h"
#include "picture/shapes.h"
#include "picture/text.h"
#include "support/hand_drawn.h"

using namespace factline;

namespace {

constexpr int scale = 2;

/// A diagram on the theme's canvas, two pixels a unit; `origin` of the diagram at (20, 20).
QImage painted(const diagram::Diagram& diagram, const picture::Theme& theme,
               picture::PaintOptions options = {}) {
    QImage image(QSize(940, 520) * scale, QImage::Format_RGB32);
    image.fill(theme.canvas);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(20, 20);
    paintDiagram(painter, diagram, theme, options);
    return image;
}

QColor at(const QImage& image, double x, double y) {
    return image.pixelColor(static_cast<int>((x + 20) * scale), static_cast<int>((y + 20) * scale));
}

bool near(const QColor& a, const QColor& b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 12;
}

/// True where a pixel of that colour lies in the rectangle.
bool holds(const QImage& image, const QRectF& rect, const QColor& colour) {
    for (double y = rect.top(); y < rect.bottom(); y += 0.5)
        for (double x = rect.left(); x < rect.right(); x += 0.5)
            if (near(at(image, x, y), colour)) return true;
    return false;
}

diagram::Diagram single(ElementKind kind, bool declared = true) {
    diagram::Diagram d;
    d.nodes.push_back({.key = {kind, "a/b"}, .rect = {0, 0, 160, 40}, .lines = {"b"}, .declared = declared});
    d.bounds = {0, 0, 160, 40};
    return d;
}

} // namespace

/// Every kind of thing is drawn, in its shape and its colours.
class TestPainter : public QObject {
    Q_OBJECT
private slots:
    void everyKindHasItsShapeAndColours_data();
    void everyKindHasItsShapeAndColours();
    void kindsDifferWithoutColour();
    void ghostsAreHollowAndDashed();
    void contextsShowTitleTeamAndDashes();
    void linesEndInTheirHeads();
    void labelsStandOnAHalo();
    void clashesAreRedAndTold();
    void clashesAreToldWithoutColour_data();
    void clashesAreToldWithoutColour();
    void badgesStandInTheirCorners();
    void moreThanThreeBadgesAreCounted();
    void selectionIsRinged();
    void whatIsNotLitIsDimmed();
    void whatIsTriedIsDotted();
    void detailFollowsScale();
    void overviewBundlesLines();
    void overviewNamesSmallContexts();
    void overviewOfManyLinesIsPale();
    void onlyTheVisibleIsPainted();
    void hostileDiagramsDoNoHarm();
};

void TestPainter::everyKindHasItsShapeAndColours_data() {
    QTest::addColumn<QString>("themeName");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<QPointF>>("inside");
    QTest::addColumn<QList<QPointF>>("outside");
    QTest::addColumn<QList<QPointF>>("bold");
    for (const char* theme : {"light", "dark"}) {
        const auto add = [&](ElementKind kind, QList<QPointF> inside, QList<QPointF> outside,
                             QList<QPointF> bold) {
            QTest::addRow("%s %s", theme, std::string(kindName(kind)).c_str())
                << theme << static_cast<int>(kind) << inside << outside << bold;
        };
        add(ElementKind::Fact, {{140, 20}, {150, 34}, {150, 6}}, {{-3, 20}, {80, 43}},
            {{3, 20}, {3, 10}, {3, 30}});
        add(ElementKind::Event, {{130, 20}, {156, 30}, {6, 34}}, {{157, 2}}, {});
        add(ElementKind::View, {{130, 16}, {6, 6}, {40, 34}}, {{120, 38}, {158, 39}}, {});
        add(ElementKind::Policy, {{130, 20}, {80, 4}}, {{2, 2}, {158, 2}, {2, 38}, {158, 38}}, {});
        add(ElementKind::Decision, {{130, 20}, {80, 4}, {4, 20}}, {{2, 4}, {158, 4}, {2, 36}, {158, 36}}, {});
    }
}

void TestPainter::everyKindHasItsShapeAndColours() {
    QFETCH(QString, themeName);
    QFETCH(int, kind);
    QFETCH(QList<QPointF>, inside);
    QFETCH(QList<QPointF>, outside);
    QFETCH(QList<QPointF>, bold);
    const auto theme = picture::loadTheme(themeName.toStdString()).value();
    const auto element = static_cast<ElementKind>(kind);
    const QImage image = painted(single(element), theme);
    const auto colours = theme.kind(element);
    for (const QPointF& p : inside)
        QVERIFY2(near(at(image, p.x(), p.y()), colours.fill), qPrintable(QDebug::toString(p)));
    for (const QPointF& p : outside)
        QVERIFY2(near(at(image, p.x(), p.y()), theme.canvas), qPrintable(QDebug::toString(p)));
    for (const QPointF& p : bold)
        QVERIFY2(near(at(image, p.x(), p.y()), colours.outline), qPrintable(QDebug::toString(p)));
    // Outline, icon and label.
    QVERIFY(holds(image, {60, -1, 40, 3}, colours.outline));
    const double left = diagram::labelInsets(element).left;
    QVERIFY(holds(image, {left - 20, 10, 14, 20}, colours.outline));
    QVERIFY(holds(image, {left, 8, 12, 24}, theme.text));
}

void TestPainter::kindsDifferWithoutColour() {
    const auto theme = picture::loadTheme("light").value();
    const QRectF rect(0, 0, 160, 40);
    const std::array kinds{ElementKind::Fact, ElementKind::Event, ElementKind::View, ElementKind::Policy,
                           ElementKind::Decision};
    for (const auto a : kinds) {
        for (const auto b : kinds) {
            if (a == b) continue;
            QVERIFY(picture::outlinePath(a, rect, theme.metrics) !=
                    picture::outlinePath(b, rect, theme.metrics));
            QVERIFY(picture::iconPath(a) != picture::iconPath(b));
        }
        QVERIFY(QRectF(-1, -1, 16, 16).contains(picture::iconPath(a).boundingRect()));
    }
    using Kind = diagram::Badge::Kind;
    const std::array badges{Kind::Error,  Kind::Warning, Kind::Hint,    Kind::Kept,
                            Kind::AtRisk, Kind::Broken,  Kind::Unknown, Kind::Hotspot};
    for (const auto a : badges)
        for (const auto b : badges)
            QVERIFY(a == b || picture::iconPath(a) != picture::iconPath(b));
}

void TestPainter::ghostsAreHollowAndDashed() {
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(single(ElementKind::Fact, false), theme);
    QVERIFY(near(at(image, 140, 20), theme.canvas));
    QVERIFY(near(at(image, 4, 12), theme.canvas)); // no bar
    QVERIFY(holds(image, {40, -1, 60, 2}, theme.fact.outline));
    QVERIFY(holds(image, {40, -0.5, 60, 1}, theme.canvas)); // gaps between the dashes
}

void TestPainter::contextsShowTitleTeamAndDashes() {
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(test::handDrawn(), theme);
    QVERIFY(near(at(image, 100, 90), theme.context.fill));
    QVERIFY(holds(image, {14, 8, 100, 22}, theme.text));
    QVERIFY(holds(image, {190, 8, 30, 22}, theme.quietText));
    // Payments is external: its outline has gaps.
    QVERIFY(holds(image, {360, 463, 100, 2}, theme.context.outline));
    QVERIFY(holds(image, {360, 463.5, 100, 1}, theme.canvas));
    QVERIFY(!holds(image, {60, 431.5, 100, 1}, theme.canvas)); // Orders is not
}

void TestPainter::linesEndInTheirHeads() {
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(test::handDrawn(), theme);
    // stock on hand -> StockAdjusted: a filled head, as wide as it is said to be two thirds back.
    QVERIFY(near(at(image, 116, 90), theme.line));
    QVERIFY(near(at(image, 114, 97), theme.line) && near(at(image, 117.5, 97), theme.line));
    // StockAdjusted -> stock position: an open head, between whose sides there is ground.
    QVERIFY(near(at(image, 334, 60), theme.line));
    QVERIFY(!near(at(image, 329, 57.8), theme.line));
    QVERIFY(holds(image, {326, 55, 4, 3}, theme.line));
}

void TestPainter::labelsStandOnAHalo() {
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(test::handDrawn(), theme);
    const QRectF label(258, 82, 36, 18);
    QVERIFY(holds(image, label, theme.quietText));
    QVERIFY(!holds(image, label, theme.line));
}

void TestPainter::clashesAreRedAndTold() {
    const auto theme = picture::loadTheme("light").value();
    auto diagram = test::handDrawn();
    const QImage image = painted(diagram, theme);
    QVERIFY(holds(image, {376, 318, 132, 18}, theme.broken.text));
    QVERIFY(holds(image, {240, 326, 30, 8}, theme.broken.text));
    for (auto& edge : diagram.edges)
        edge.clash = false;
    QVERIFY(!holds(painted(diagram, theme), {240, 326, 30, 8}, theme.broken.text));
}

void TestPainter::clashesAreToldWithoutColour_data() {
    QTest::addColumn<double>("at");
    QTest::addColumn<bool>("hasRoom");
    for (const double at : {0.1, 0.2, 0.3, 0.5, 0.59, 1.0})
        for (const bool hasRoom : {true, false})
            QTest::addRow("%g %s", at, hasRoom ? "with room for words" : "without room") << at << hasRoom;
}

/// A theme in which a clash has the colour and the width of any other line: there is a sign, still.
void TestPainter::clashesAreToldWithoutColour() {
    QFETCH(double, at);
    QFETCH(bool, hasRoom);
    auto theme = picture::loadTheme("light").value();
    theme.broken = {theme.line, theme.canvas};
    theme.metrics.clashLine = theme.metrics.line;
    auto diagram = test::handDrawn();
    const auto clash = std::ranges::find(diagram.edges, true, &diagram::EdgeShape::clash);
    if (!hasRoom) clash->labelRect.reset();
    const auto seen = [&] {
        QImage image(QSize(940, 520) * at, QImage::Format_RGB32);
        image.fill(theme.canvas);
        QPainter painter(&image);
        painter.scale(at, at);
        painter.translate(20, 20);
        paintDiagram(painter, diagram, theme, {.scale = at});
        return image;
    };
    const QImage with = seen();
    clash->clash = false;
    clash->label = "1 s";
    const QImage without = seen();
    int other = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x)
            other += near(with.pixelColor(x, y), without.pixelColor(x, y)) ? 0 : 1;
    QVERIFY2(other > 25, qPrintable(QString::number(other)));
}

void TestPainter::badgesStandInTheirCorners() {
    using Kind = diagram::Badge::Kind;
    const auto theme = picture::loadTheme("light").value();
    const picture::QtTextMeasure measure(theme.typography);
    const QRectF shape(100, 100, 160, 40);
    const auto placed =
        picture::placeBadges({{Kind::Error, "2", ""}, {Kind::Kept, "2.4 s", ""}, {Kind::Hotspot, "", ""}},
                             ElementKind::Fact, shape, measure, theme.metrics);
    QCOMPARE(placed.size(), std::size_t(3));
    QCOMPARE(placed[0].rect.center().y(), shape.top());
    QVERIFY(placed[0].rect.center().x() > shape.center().x());
    QCOMPARE(placed[1].rect.center().y(), shape.bottom());
    QVERIFY(placed[1].rect.center().x() > shape.center().x());
    QCOMPARE(placed[2].rect.center().y(), shape.top());
    QVERIFY(placed[2].rect.center().x() < shape.center().x());
}

void TestPainter::moreThanThreeBadgesAreCounted() {
    using Kind = diagram::Badge::Kind;
    const auto theme = picture::loadTheme("light").value();
    const picture::QtTextMeasure measure(theme.typography);
    const std::vector<diagram::Badge> five(5, {Kind::Error, "1", "why"});
    const auto placed =
        picture::placeBadges(five, ElementKind::View, {0, 0, 160, 40}, measure, theme.metrics);
    QCOMPARE(placed.size(), std::size_t(4));
    QVERIFY(placed.back().more);
    QCOMPARE(placed.back().badge.text, std::string("+2"));
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t j = i + 1; j < placed.size(); ++j)
            QVERIFY(!placed[i].rect.intersects(placed[j].rect));
}

void TestPainter::selectionIsRinged() {
    const auto theme = picture::loadTheme("light").value();
    const auto diagram = single(ElementKind::View);
    QVERIFY(!holds(painted(diagram, theme), {-5, 18, 3, 4}, theme.accent));
    QVERIFY(holds(painted(diagram, theme, {.selected = {{ElementKind::View, "a/b"}}}), {-5, 18, 3, 4},
                  theme.accent));
}

void TestPainter::whatIsNotLitIsDimmed() {
    const auto theme = picture::loadTheme("light").value();
    const auto diagram = test::handDrawn();
    const QImage image = painted(diagram, theme, {.lit = {{ElementKind::Fact, "inventory/stock-on-hand"}}});
    QVERIFY(near(at(image, 190, 58), theme.fact.fill));
    QVERIFY(!near(at(image, 530, 130), theme.fact.fill));
}

/// In the accent instead of its own colour, at each detail, and the others stay as they are.
void TestPainter::whatIsTriedIsDotted() {
    for (const char* name : {"light", "dark"}) {
        const picture::Theme theme = picture::loadTheme(name).value();
        const auto diagram = test::handDrawn();
        for (std::size_t line = 0; line < diagram.edges.size(); ++line) {
            const auto& path = diagram.edges[line].path;
            QRectF around;
            for (const auto& point : path)
                around |= QRectF(point.x - 1, point.y - 1, 2, 2);
            const auto dots = [&](picture::PaintOptions options, picture::Detail detail) {
                options.scale = scale;
                options.detail = detail;
                return holds(painted(diagram, theme, options), around, theme.accent);
            };
            QVERIFY(!dots({}, picture::Detail::Full));
            QVERIFY(dots({.tried = {line}}, picture::Detail::Full));
            QVERIFY(dots({.tried = {line}}, picture::Detail::Names));
            // A line that is lit as well is dotted all the same, not thick.
            const QImage lit = painted(diagram, theme, {.scale = scale, .litEdges = {line}});
            QVERIFY(painted(diagram, theme, {.scale = scale, .litEdges = {line}, .tried = {line}}) != lit);
        }
        // Dots, not a line: on the first line there is accent and ground by turns.
        const auto& path = diagram.edges.front().path;
        const QImage image = painted(diagram, theme, {.scale = scale, .tried = {0}});
        int turns = 0;
        bool was = false;
        for (double y = path.front().y; y < path.back().y - 12; y += 0.5) {
            const bool is = near(at(image, path.front().x, y), theme.accent);
            turns += is != was ? 1 : 0;
            was = is;
        }
        QVERIFY2(turns >= 4, qPrintable(QString::number(turns)));
    }
    const QImage far = painted(test::handDrawn(), picture::loadTheme("light").value(),
                               {.scale = scale, .detail = picture::Detail::Overview});
    const QImage tried = painted(test::handDrawn(), picture::loadTheme("light").value(),
                                 {.scale = scale, .detail = picture::Detail::Overview, .tried = {4}});
    QVERIFY(far != tried);
}

void TestPainter::detailFollowsScale() {
    using picture::Detail;
    QCOMPARE(picture::detailAt(0.1), Detail::Overview);
    QCOMPARE(picture::detailAt(0.25), Detail::Names);
    QCOMPARE(picture::detailAt(0.59), Detail::Names);
    QCOMPARE(picture::detailAt(1.0), Detail::Full);
    const auto theme = picture::loadTheme("light").value();
    const QRectF label(258, 82, 36, 18);
    // Without its label the line goes through.
    QVERIFY(!holds(painted(test::handDrawn(), theme), label, theme.line));
    QVERIFY(holds(painted(test::handDrawn(), theme, {.detail = Detail::Names}), label, theme.line));
    // Names stay, in the middle of everything.
    QVERIFY(
        holds(painted(test::handDrawn(), theme, {.detail = Detail::Names}), {50, 50, 60, 16}, theme.text));
}

void TestPainter::overviewBundlesLines() {
    const auto diagram = test::handDrawn();
    const auto bundles = picture::bundle(diagram);
    const auto find = [&](const char* from, const char* to) {
        return std::ranges::find_if(bundles, [&](const auto& b) {
            return diagram.contexts[b.from].key.name == from && diagram.contexts[b.to].key.name == to;
        });
    };
    QVERIFY(find("inventory", "availability") != bundles.end());
    QCOMPARE(find("inventory", "availability")->count, std::size_t(1));
    QVERIFY(find("orders", "finance") != bundles.end());
    QVERIFY(find("orders", "finance")->clash);
    QVERIFY(find("orders", "orders") == bundles.end());
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(diagram, theme, {.detail = picture::Detail::Overview});
    QVERIFY(holds(image, {0, 0, 232, 160}, theme.text));
    QVERIFY(holds(image, {232, 0, 430, 300}, theme.line));
}

void TestPainter::overviewNamesSmallContexts() {
    // Far out, the box is narrower than its name; a neighbour's name in the same place is left out.
    const auto theme = picture::loadTheme("light").value();
    const auto ink = [&](std::vector<diagram::Rect> rects) {
        diagram::Diagram d;
        for (const auto& rect : rects)
            d.contexts.push_back({.key = {ElementKind::Context, "a"}, .rect = rect, .title = "Inventory"});
        const QImage image = painted(d, theme, {.scale = 0.05, .detail = picture::Detail::Overview});
        int dark = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 90 ? 1 : 0;
        return dark;
    };
    const int one = ink({{300, 300, 180, 200}});
    QVERIFY(one > 0);
    QVERIFY(ink({{300, 300, 180, 200}, {320, 310, 140, 180}}) < 1.1 * one);
    QVERIFY(ink({{300, 0, 180, 200}, {300, 310, 140, 180}}) > 1.5 * one);
}

void TestPainter::overviewOfManyLinesIsPale() {
    const auto theme = picture::loadTheme("light").value();
    const auto darkest = [&](int others) {
        diagram::Diagram d;
        const auto add = [&](const std::string& name, diagram::Rect rect) {
            d.contexts.push_back({.key = {ElementKind::Context, name}, .rect = rect});
            d.nodes.push_back({.key = {ElementKind::Fact, name + "/x"}, .rect = rect});
            return d.nodes.size() - 1;
        };
        const auto a = add("a", {0, 0, 100, 100});
        const auto b = add("b", {600, 0, 100, 100});
        d.edges.push_back({.from = a, .to = b});
        for (int i = 0; i < others; ++i)
            d.edges.push_back({.from = add("far" + std::to_string(i), {0, 9000, 9, 9}), .to = b});
        const QImage image = painted(d, theme, {.scale = 0.2, .detail = picture::Detail::Overview});
        return holds(image, {300, 40, 40, 20}, theme.line);
    };
    QVERIFY(darkest(0));
    QVERIFY(!darkest(600));
}

void TestPainter::onlyTheVisibleIsPainted() {
    const auto theme = picture::loadTheme("light").value();
    const QImage image = painted(test::handDrawn(), theme, {.visible = QRectF(0, 0, 200, 150)});
    QVERIFY(near(at(image, 190, 58), theme.fact.fill));
    QVERIFY(near(at(image, 780, 60), theme.canvas));
}

void TestPainter::hostileDiagramsDoNoHarm() {
    const auto theme = picture::loadTheme("light").value();
    diagram::Diagram d;
    for (const auto kind : {ElementKind::Model, ElementKind::Fact, ElementKind::Event, ElementKind::View,
                            ElementKind::Policy, ElementKind::Decision, ElementKind::Audience}) {
        d.nodes.push_back({.key = {kind, ""}, .rect = {0, 0, 0, 0}});
        d.nodes.push_back(
            {.key = {kind, "x"}, .rect = {10, 10, -5, 3}, .lines = std::vector<std::string>(50, "\xff\xfe")});
        d.nodes.push_back(
            {.key = {kind, "y"}, .rect = {1e300, -1e300, 1e300, 1}, .lines = {std::string(10'000, 'w')}});
    }
    d.edges.push_back({.from = 0, .to = 1});
    d.edges.push_back({.from = 0, .to = 1, .path = {{1, 1}}});
    d.edges.push_back({.from = 0, .to = 1, .path = {{1, 1}, {1, 1}, {1, 1}, {1, 1}}});
    d.edges.push_back({.from = 0, .to = 1, .path = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}}});
    for (const double s : {0.01, 0.4, 1.0, 50.0})
        painted(d, theme, {.scale = s});
}

QTEST_MAIN(TestPainter)
#include "tst_painter.moc"
