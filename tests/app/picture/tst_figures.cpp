// SPDX-License-Identifier: Apache-2.0
#include <QFontMetricsF>
#include <QtTest>

#include "picture/figures/drafting.h"
#include "picture/figures/lag_curve.h"
#include "picture/figures/waterfall.h"

using namespace factline;
using picture::Figure;

namespace {

picture::Theme light() {
    return picture::loadTheme("light").value();
}

picture::Waterfall threeHops() {
    picture::Waterfall made{.heading = "Where it goes", .within = 2.0, .promise = "promised: 2 s"};
    made.state = diagram::Badge::Kind::Kept;
    made.hops = {{.name = "Relay of stock",
                  .className = "transport",
                  .basis = "measured",
                  .time = 0.5,
                  .says = "Relay: 500 ms"},
                 {.name = "Channel",
                  .className = "transport",
                  .basis = "vendor",
                  .time = 0.25,
                  .says = "Channel: 250 ms"},
                 {.name = "Import",
                  .className = "processing",
                  .basis = "guessed",
                  .lagClass = LagClass::Processing,
                  .time = 0.75,
                  .room = "may take 1.6 times as long",
                  .says = "Import: 750 ms"}};
    made.sums = {{.name = "99 % are visible after", .time = 1.5},
                 {.name = "at worst", .time = 1.9, .certain = true}};
    return made;
}

picture::LagCurve upToTwo() {
    picture::LagCurve made;
    made.curve.points = {{0, 0}, {0.5, 0}, {1, 0.5}, {1.5, 0.99}, {2, 1}};
    made.curve.within = 1.2;
    made.curve.estimate = 1.5;
    made.curve.guaranteed = 1.9;
    made.curve.inTime = 0.7;
    made.state = diagram::Badge::Kind::AtRisk;
    made.heading = "How many";
    made.promise = "promised: 1.2 s";
    made.estimate = "99 % after 1.5 s";
    made.certain = "at worst 1.9 s";
    made.inTime = "30 % come too late";
    return made;
}

/// What is filled with a colour, in the order of drawing.
std::vector<QRectF> filled(const Figure& figure, const QColor& colour) {
    std::vector<QRectF> found;
    for (const auto& item : figure.items)
        if (const auto* shape = std::get_if<Figure::Shape>(&item); shape && shape->fill == colour)
            found.push_back(shape->path.boundingRect());
    return found;
}

/// Lines of a colour.
std::vector<QRectF> drawn(const Figure& figure, const QColor& colour) {
    std::vector<QRectF> found;
    for (const auto& item : figure.items)
        if (const auto* shape = std::get_if<Figure::Shape>(&item);
            shape && shape->line.style() != Qt::NoPen && shape->line.color() == colour)
            found.push_back(shape->path.boundingRect());
    return found;
}

QStringList texts(const Figure& figure) {
    QStringList found;
    for (const auto& item : figure.items)
        if (const auto* text = std::get_if<Figure::Text>(&item)) found += text->text;
    return found;
}

QRectF placeOf(const Figure::Text& text) {
    const QFontMetricsF metrics(text.font);
    return {text.baseline.x(), text.baseline.y() - metrics.ascent(), metrics.horizontalAdvance(text.text),
            metrics.height()};
}

/// Texts that stand in one another's way, or stick out.
QStringList crowded(const Figure& figure) {
    QStringList bad;
    std::vector<const Figure::Text*> all;
    for (const auto& item : figure.items)
        if (const auto* text = std::get_if<Figure::Text>(&item)) all.push_back(text);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRectF place = placeOf(*all[i]);
        if (!QRectF({-1, -1}, figure.size + QSizeF(2, 2)).contains(place))
            bad += all[i]->text + " sticks out";
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (place.adjusted(1, 2, -1, -2).intersects(placeOf(*all[j]).adjusted(1, 2, -1, -2)))
                bad += all[i]->text + " over " + all[j]->text;
    }
    return bad;
}

Figure curveAt(const picture::LagCurve& values, QSizeF size) {
    return picture::drawLagCurve(values, light(), size);
}

} // namespace

/// Pictures of numbers: places follow the numbers, and screen and file show the same.
class TestFigures : public QObject {
    Q_OBJECT
private slots:
    void eachBarBeginsWhereTheOneBeforeEnds() {
        const auto figure = picture::drawWaterfall(threeHops(), light(), 700);
        auto bars = filled(figure, light().lagClass(LagClass::Transport));
        std::erase_if(bars, [](const QRectF& each) { return each.width() < 9; }); // the squares of the names
        const auto processing = filled(figure, light().lagClass(LagClass::Processing));
        QCOMPARE(bars.size(), std::size_t(2));
        QCOMPARE(processing.size(), std::size_t(2));
        QVERIFY(std::abs(bars[0].right() - bars[1].left()) < 0.01);
        QVERIFY(std::abs(bars[1].right() - processing[1].left()) < 0.01);
        QVERIFY(std::abs(bars[0].width() - 2 * bars[1].width()) < 0.01);
        QVERIFY(std::abs(processing[1].width() - 3 * bars[1].width()) < 0.01);
        // The promise stands on the same axis: at 2 s where the first bar, of half a second, is a quarter of
        // it.
        const auto lines = drawn(figure, light().kept.text);
        const auto promise = std::ranges::find(lines, 0.0, &QRectF::width);
        QVERIFY(promise != lines.end());
        QVERIFY(std::abs(promise->left() - bars[0].left() - 4 * bars[0].width()) < 0.01);
    }

    void whatComesTooLateIsTinted() {
        auto values = threeHops();
        QVERIFY(filled(picture::drawWaterfall(values, light(), 700), light().kept.fill).empty());
        values.within = 1.0;
        values.state = diagram::Badge::Kind::AtRisk;
        QCOMPARE(filled(picture::drawWaterfall(values, light(), 700), light().atRisk.fill).size(),
                 std::size_t(1));
    }

    void aFarPromiseIsToldAndNotDrawn() {
        auto values = threeHops();
        values.within = 900;
        values.promise = "promised: 15 min";
        const auto figure = picture::drawWaterfall(values, light(), 700);
        QVERIFY(texts(figure).contains(QString::fromUtf8("promised: 15 min →")));
        // The axis is that of the hops alone, as if nothing were promised.
        values.within.reset();
        const auto unpromised = picture::drawWaterfall(values, light(), 700);
        const auto bar = filled(figure, light().lagClass(LagClass::Processing)).back();
        const auto usual = filled(unpromised, light().lagClass(LagClass::Processing)).back();
        QVERIFY(usual.width() > 8); // wider than the square of its name
        QCOMPARE(bar.left(), usual.left());
        QCOMPARE(bar.width(), usual.width());
    }

    /// Where there is less room than it would like, narrow hops stand closer together; hops and sums drawn
    /// apart are as high as both at once and say the same.
    void takesLessWhereThereIsLess() {
        const double usual = picture::drawWaterfall(threeHops(), light(), 300).size.height();
        const auto all = picture::drawWaterfall(threeHops(), light(), 300, usual - 1);
        QVERIFY(all.size.height() <= usual - 1);
        QVERIFY(picture::drawWaterfall(threeHops(), light(), 300, 100).size.height() < usual - 20);
        QCOMPARE(picture::drawWaterfall(threeHops(), light(), 300, usual).size.height(), usual);
        using Part = picture::WaterfallPart;
        const auto hops = picture::drawWaterfall(threeHops(), light(), 300, usual - 1, Part::Hops);
        const auto sums = picture::drawWaterfall(threeHops(), light(), 300, usual - 1, Part::Sums);
        QCOMPARE(hops.size.height() + sums.size.height(), all.size.height());
        QCOMPARE(hops.description + sums.description, all.description);
        QVERIFY(!hops.description.contains("at worst") && sums.description.contains("at worst"));
    }

    /// Class and basis stand in words whatever the width and however close the hops; where a name leaves no
    /// room for both, the class.
    /// Whatever the room: of each hop its class, on what its number rests, what it may take, and its share.
    void ofEachHopAllIsSaid() {
        auto values = threeHops();
        values.hops[0].name = "Transport of StockPositionsReported";
        values.hops[0].basis = "said by the vendor";
        values.hops[0].form = "runs by schedule */15 * * * *, for 4 min";
        values.hops[2].room = "16.6 s of what it collects for would do";
        values.hops[2].form = "collects for 20 s";
        values.hops[2].toMend = true;
        for (const double width : {300.0, 340.0, 420.0, 560.0})
            for (const double room : {0.0, 100.0}) {
                const auto figure = picture::drawWaterfall(values, light(), width, room);
                const QStringList lines = texts(figure);
                const QString said = lines.join('|');
                for (const char* words :
                     {"transport", "processing", "said by the vendor", "guessed", "vendor",
                      "16.6 s of what it collects for would do", "33 %", "17 %", "50 %"})
                    QVERIFY2(said.contains(words), qPrintable(QString("%1: %2").arg(words, said)));
                QCOMPARE(lines.filter("transport").size(), 2);
                // How it works follows where there is room left.
                QCOMPARE(said.contains("runs by schedule"), width > 400);
                QVERIFY2(crowded(figure).isEmpty(), qPrintable(crowded(figure).join("; ")));
            }
        for (const auto& line : texts(picture::drawWaterfall(values, light(), 700)))
            QVERIFY(!line.isEmpty());
    }

    void everythingIsSaidInWords() {
        const auto figure = picture::drawWaterfall(threeHops(), light(), 700);
        for (const char* said : {"Relay: 500 ms", "Channel: 250 ms", "Import: 750 ms", "at worst: 1.90 s"})
            QVERIFY2(figure.description.contains(said), said);
        QVERIFY(picture::saidAt(figure, {300, 60}).startsWith("Relay"));
        QCOMPARE(picture::saidAt(figure, {-5, 60}), QString());
    }

    /// In a narrow panel the heading takes two lines before it loses a word.
    void headingsAreShownWhole() {
        auto values = threeHops();
        values.heading = "Where a slow change spends its time: only 1 in 100 is slower";
        for (const double width : {260.0, 300.0, 420.0, 700.0}) {
            const auto figure = picture::drawWaterfall(values, light(), width);
            QVERIFY2(texts(figure).join(' ').startsWith(values.heading), qPrintable(texts(figure).join('|')));
            QVERIFY2(crowded(figure).isEmpty(), qPrintable(crowded(figure).join("; ")));
        }
    }

    void nothingStandsInTheWayOfAnything_data() {
        QTest::addColumn<double>("width");
        for (const double width : {300.0, 420.0, 640.0, 1000.0})
            QTest::addRow("%g", width) << width;
    }
    void nothingStandsInTheWayOfAnything() {
        QFETCH(const double, width);
        const auto waterfall = crowded(picture::drawWaterfall(threeHops(), light(), width));
        QVERIFY2(waterfall.isEmpty(), qPrintable(waterfall.join("; ")));
        const auto dense = crowded(picture::drawWaterfall(threeHops(), light(), width, 100));
        QVERIFY2(dense.isEmpty(), qPrintable(dense.join("; ")));
        // Wherever promise, estimate and bound come to stand.
        for (const double within : {0.01, 0.6, 1.2, 1.45, 1.55, 1.9, 2.4, 60.0})
            for (const double bound : {1.5, 1.6, 1.9, 3.0, 50.0}) {
                auto values = upToTwo();
                values.curve.within = within;
                values.curve.guaranteed = bound;
                const auto curve = crowded(curveAt(values, {width, 190}));
                QVERIFY2(curve.isEmpty(), qPrintable(curve.join("; ")));
            }
    }

    /// Nor does a bar or the line of the promise strike through words, however close hops stand.
    void nothingStrikesThroughWords() {
        auto values = threeHops();
        for (auto& hop : values.hops)
            hop.form = "half within 13 ms, 99 % within 32 ms";
        for (const double width : {300.0, 420.0, 560.0})
            for (int room = 100; room < 260; room += 4) {
                const auto figure = picture::drawWaterfall(values, light(), width, room);
                std::vector<QRectF> bars = drawn(figure, light().badge(values.state).text);
                for (const auto& hop : values.hops)
                    std::ranges::copy(filled(figure, light().lagClass(hop.lagClass)),
                                      std::back_inserter(bars));
                for (const auto& item : figure.items) {
                    const auto* text = std::get_if<Figure::Text>(&item);
                    if (!text) continue;
                    const QFontMetricsF metrics(text->font);
                    const QRectF ink(text->baseline.x(), text->baseline.y() - metrics.capHeight(),
                                     metrics.horizontalAdvance(text->text),
                                     metrics.capHeight() + metrics.descent() - 0.5);
                    const auto isStruck = [&](const QRectF& bar) {
                        return bar.adjusted(-0.5, 0, 0.5, 0).intersects(ink); // a line is as wide as nothing
                    };
                    QVERIFY2(std::ranges::none_of(bars, isStruck),
                             qPrintable(QString("%1 at %2 x %3").arg(text->text).arg(width).arg(room)));
                }
            }
    }

    void theEstimateStandsOnTheCurve() {
        const auto figure = curveAt(upToTwo(), {500, 240});
        const auto dots = filled(figure, light().accent);
        QCOMPARE(dots.size(), std::size_t(1));
        // The line goes through it: it is the only shape that is drawn in the accent and not filled.
        const auto lines = drawn(figure, light().accent);
        QCOMPARE(lines.size(), std::size_t(1));
        const QPointF dot = dots[0].center();
        QVERIFY(std::abs(dot.y() - (lines[0].bottom() - 0.99 * lines[0].height())) < 0.5);
        const auto promise = drawn(figure, light().atRisk.text);
        QCOMPARE(promise.size(), std::size_t(1));
        QVERIFY(std::abs((promise[0].left() - lines[0].left()) / (dot.x() - lines[0].left()) - 0.8) < 1e-6);
    }

    void whatIsSupposedIsDotted() {
        auto values = upToTwo();
        values.before = values.curve;
        bool dotted = false;
        for (const auto& item : curveAt(values, {500, 240}).items)
            if (const auto* shape = std::get_if<Figure::Shape>(&item))
                dotted =
                    dotted || (shape->line.style() == Qt::DotLine && shape->line.color() == light().accent);
        QVERIFY(dotted);
    }

    void marksOfTimeAreRound() {
        using Marks = std::vector<double>;
        QCOMPARE(picture::timeMarks(5, 5), (Marks{0, 1, 2, 3, 4, 5}));
        QCOMPARE(picture::timeMarks(19 * 60, 4), (Marks{0, 300, 600, 900}));
        QCOMPARE(picture::timeMarks(1.3, 3), (Marks{0, 0.5, 1}));
        QCOMPARE(picture::timeMarks(0.02, 2), (Marks{0, 0.01, 0.02}));
        QCOMPARE(picture::timeMarks(86400, 2), (Marks{0, 43200, 86400}));
        QVERIFY(picture::timeMarks(0, 5).empty());
        for (double longest = 1e-4; longest < 1e8; longest *= 1.37)
            for (int most = 1; most < 12; ++most) {
                const auto marks = picture::timeMarks(longest, most);
                QVERIFY(!marks.empty() && marks.size() <= static_cast<std::size_t>(most) + 1);
                QVERIFY(marks.back() <= longest * (1 + 1e-9));
            }
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
