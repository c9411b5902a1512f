// SPDX-License-Identifier: Apache-2.0
#include <QImage>
#include <QPainter>
#include <QtTest>

#include "picture/contour_painting.h"
#include "picture/contours.h"
#include "picture/export.h"
#include "picture/legend.h"
#include "picture/shapes.h"
#include "support/hand_drawn.h"

using namespace factline;
using freshness::Delay;
using picture::Contours;

namespace {

ElementKey stock() {
    return {ElementKind::Fact, "inventory/stock-on-hand"};
}
ElementKey adjusted() {
    return {ElementKind::Event, "inventory/StockAdjusted"};
}
ElementKey position() {
    return {ElementKind::View, "availability/stock-position"};
}
ElementKey sellable() {
    return {ElementKind::Fact, "availability/sellable-stock"};
}
ElementKey badge() {
    return {ElementKind::View, "search/stock-badge"};
}

std::vector<Delay> delays() {
    return {{.element = stock(), .time = 0.0},
            {.element = adjusted(), .time = 0.9, .change = {"inventory", "StockAdjusted"}},
            {.element = position(), .share = 0.95, .time = 1140.0, .change = {"inventory", "StockAdjusted"}},
            {.element = sellable(), .missing = "the lag of policy availability/recalculate"},
            {.element = badge(), .share = 0.999},
            {.element = {ElementKind::View, "finance/completed-orders"}, .time = 1.0}};
}

QImage painted(const picture::DiagramPainter& painter, const Contours* contours, double scale = 2) {
    QImage image(QSizeF(QSizeF(940, 520) * scale).toSize(), QImage::Format_RGB32);
    image.fill(painter.theme().canvas);
    QPainter paint(&image);
    paint.scale(scale, scale);
    paint.translate(20, 20);
    picture::PaintOptions options{.scale = scale};
    if (contours != nullptr) contours->mark(options);
    painter.paint(paint, options);
    return image;
}

QColor at(const QImage& image, double x, double y, double scale = 2) {
    return image.pixelColor(static_cast<int>((x + 20) * scale), static_cast<int>((y + 20) * scale));
}

const diagram::NodeShape& nodeOf(const diagram::Diagram& diagram, const ElementKey& key) {
    return *std::ranges::find(diagram.nodes, key, &diagram::NodeShape::key);
}

} // namespace

/// Contours of equal delay: what they say, and that they are to be seen.
class ContoursTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhenAChangeIsWhere() {
        const auto made = picture::contoursOf(test::handDrawn(), delays());
        QVERIFY(made);
        QVERIFY(made->fact == stock());
        QCOMPARE(made->title.english(), std::string("A change to inventory/stock-on-hand is there"));
        QCOMPARE(made->note.english(),
                 std::string("99 % of the changes; in a view the share that it promises"));
        QCOMPARE(made->bands.size(), std::size_t(3));
        QCOMPARE(made->bands[0].text, std::string("within 0.1 s"));
        QCOMPARE(made->bands[1].text, std::string("within 1 s"));
        QCOMPARE(made->bands[2].text, std::string("within 1 h"));
        const auto& late = made->reached.at(position());
        QCOMPARE(late.band.value(), std::size_t(2));
        QCOMPARE(late.text, std::string("19 min"));
        QCOMPARE(late.explanation.english(),
                 std::string("95 % of the changes to inventory/stock-on-hand are here within "
                             "19 min after inventory/StockAdjusted."));
        QCOMPARE(made->reached.at(adjusted()).band.value(), std::size_t(1));
        QCOMPARE(made->reached.at(stock()).text, std::string("0 s"));
    }

    void saysWhatNobodyKnowsAndWhatNeverArrives() {
        const auto made = picture::contoursOf(test::handDrawn(), delays());
        const auto& unknown = made->reached.at(sellable());
        QVERIFY(!unknown.band);
        QCOMPARE(unknown.text, std::string("?"));
        QCOMPARE(
            unknown.explanation.english(),
            std::string("Nobody says how long a change to inventory/stock-on-hand takes to here: the lag of "
                        "policy availability/recalculate is not declared."));
        const auto& never = made->reached.at(badge());
        QVERIFY(!never.band);
        QCOMPARE(never.text, std::string("never"));
        QCOMPARE(never.explanation.english(),
                 std::string("99.9 % of the changes to inventory/stock-on-hand never arrive here."));
    }

    void lightsOnlyWhatLiesDownstream() {
        const auto made = picture::contoursOf(test::handDrawn(), delays());
        QVERIFY(made->light.shapes.contains(badge()));
        QVERIFY(made->hasConsequences()); // what the reservation sets off
        // Not drawn as reached from here, whatever the times say.
        QVERIFY(!made->reached.contains({ElementKind::View, "finance/completed-orders"}));
        QVERIFY(!made->light.shapes.contains({ElementKind::Fact, "orders/order"}));
        auto elsewhere = delays();
        elsewhere.front().element = {ElementKind::Fact, "nowhere/drawn"};
        QVERIFY(!picture::contoursOf(test::handDrawn(), elsewhere));
        QVERIFY(!picture::contoursOf(test::handDrawn(), {}));
    }

    void neverHasMoreBandsThanCanBeToldApart() {
        diagram::Diagram wide;
        std::vector<Delay> many;
        for (const double time :
             {0.0, 0.3, 0.8, 1.5, 4.0, 8.0, 20.0, 50.0, 200.0, 700.0, 3000.0, 1e4, 8e4, 1e6}) {
            const ElementKey key{ElementKind::Fact, "a/f" + std::to_string(many.size())};
            wide.nodes.push_back({.key = key});
            if (!many.empty()) wide.edges.push_back({.from = 0, .to = many.size()});
            many.push_back({.element = key, .time = time});
        }
        const auto made = picture::contoursOf(wide, many);
        QCOMPARE(made->bands.size(), std::size_t(6));
        for (std::size_t i = 0; i < many.size(); ++i) {
            const auto band = made->reached.at(many[i].element).band.value();
            QVERIFY(*many[i].time <= made->bands[band].upTo);
            QVERIFY(band == 0 || *many[i].time > made->bands[band - 1].upTo);
        }
    }

    void paintsEachBandInItsColour_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << "light";
        QTest::newRow("dark") << "dark";
    }
    void paintsEachBandInItsColour() {
        QFETCH(QString, name);
        const picture::DiagramPainter painter(test::handDrawn(),
                                              picture::loadTheme(name.toStdString()).value());
        const auto& theme = painter.theme();
        const auto contours = picture::contoursOf(painter.diagram(), delays());
        const QImage plain = painted(painter, nullptr);
        const QImage image = painted(painter, &*contours);
        for (const auto& [key, reached] : contours->reached) {
            const diagram::Rect& rect = nodeOf(painter.diagram(), key).rect;
            const QColor margin = at(image, rect.right() + 4, rect.y + 5);
            if (reached.band)
                QCOMPARE(margin.name(), theme.delay(*reached.band, contours->bands.size()).name());
            else
                QCOMPARE(margin.name(), at(plain, rect.right() + 4, rect.y + 5).name());
            // The time stands at the lower left corner.
            const QColor pill =
                at(image, rect.x - 1, rect.bottom() - (key.kind == ElementKind::View ? 5 : 0));
            QVERIFY(pill != at(plain, rect.x - 1, rect.bottom() - (key.kind == ElementKind::View ? 5 : 0)));
        }
        // A line changes its colour on its way, from the band where it begins to that where it ends.
        const QColor early = at(image, 230, 121 - 4);
        QCOMPARE(early.name(), theme.delay(1, 3).name());
        const QColor last = at(image, 318, 61 + 4);
        QCOMPARE(last.name(), theme.delay(2, 3).name());
        const diagram::Rect& order = nodeOf(painter.diagram(), {ElementKind::Fact, "orders/order"}).rect;
        QVERIFY(at(image, order.right() - 20, order.y + 8) != at(plain, order.right() - 20, order.y + 8));
    }

    void timesStayReadableWhenSmall() {
        const picture::DiagramPainter painter(test::handDrawn(), picture::loadTheme("light").value());
        const auto contours = picture::contoursOf(painter.diagram(), delays());
        Contours without = *contours;
        without.reached.erase(sellable());
        // The time at one node is all that the two pictures differ in.
        const auto heightAt = [&](double scale) {
            const QImage image = painted(painter, &*contours, scale);
            const QImage rest = painted(painter, &without, scale);
            int first = image.height();
            int last = -1;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixel(x, y) != rest.pixel(x, y)) {
                        first = std::min(first, y);
                        last = y;
                    }
            return last - first + 1;
        };
        QVERIFY(heightAt(1) >= 18 && heightAt(1) <= 20);
        QVERIFY(heightAt(0.4) >= 10); // it would be 7
        QVERIFY(heightAt(0.3) >= 10);
    }

    void theExportHoldsThem_data() {
        QTest::addColumn<bool>("shown");
        QTest::newRow("shown") << true;
        QTest::newRow("not shown") << false;
    }
    void theExportHoldsThem() {
        QFETCH(bool, shown);
        const auto diagram = test::handDrawn();
        picture::ExportOptions options;
        if (shown)
            options.contours = std::make_shared<const Contours>(*picture::contoursOf(diagram, delays()));
        const auto svg = picture::formatOf("x.svg").value().render(diagram, options).value().bytes;
        for (const char* text : {">19 min<", ">?<", ">never<", ">within 1 h<",
                                 ">A change to inventory/stock-on-hand is there within 0.1 s"})
            QCOMPARE(svg.find(text) != std::string::npos, shown);
        const auto png = picture::formatOf("x.png").value().render(diagram, options).value().bytes;
        const QImage image = QImage::fromData(QByteArray::fromStdString(png));
        const QRgb ground = picture::loadTheme("light").value().delay(2, 3).rgb();
        bool found = false;
        for (int y = 0; y < image.height() && !found; ++y)
            for (int x = 0; x < image.width() && !found; ++x)
                found = image.pixel(x, y) == ground;
        QCOMPARE(found, shown);
    }
};

QTEST_MAIN(ContoursTest)
#include "tst_contours.moc"
