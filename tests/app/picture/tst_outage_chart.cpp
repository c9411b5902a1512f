// SPDX-License-Identifier: Apache-2.0
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <tuple>

#include "picture/outage_chart.h"

using namespace factline;

namespace {

freshness::ContextOutage tenMinutes() {
    freshness::ContextOutage outage{.context = "search", .duration = 600};
    outage.rate = 20;
    outage.utilisation = 0.5;
    outage.backlog = 12'000;
    outage.catchUp = 600;
    outage.slowest = "search/stock-badge";
    outage.views = {{.view = "search/stock-badge", .within = 30, .utilisation = 0.5, .outOfSlo = 1140}};
    return outage;
}

QImage painted(const freshness::ContextOutage& outage, const char* theme) {
    const auto chart = picture::outageChart(outage, {320, 240});
    QImage image(320, 240, QImage::Format_ARGB32_Premultiplied);
    const auto colours = picture::loadTheme(theme).value();
    image.fill(colours.panel);
    QPainter painter(&image);
    chart.paint(painter, QRectF(0, 0, 320, 240), colours);
    return image;
}

/// The height at which a line of that colour crosses a column of pixels, from above; -1: nowhere.
int heightAt(const QImage& image, int x, int top, int bottom, const QColor& colour) {
    for (int y = top; y < bottom; ++y)
        if (image.pixelColor(x, y) == colour) return y;
    return -1;
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The picture of an outage, and its files.
class OutageChartTest : public QObject {
    Q_OBJECT
private slots:
    void isThePictureOfItsNumbers() {
        auto outage = tenMinutes();
        const QImage usual = painted(outage, "light");
        QCOMPARE(painted(outage, "light"), usual);
        QVERIFY(painted(outage, "dark") != usual);
        outage.views.front().within = 300;
        QVERIFY(painted(outage, "light") != usual);
        outage.utilisation = outage.views.front().utilisation = 1.5;
        QVERIFY(painted(outage, "light") != usual);
    }

    /// Both lines rise while the context is down and are highest when it is back, at 10 of 20 minutes; above
    /// is the lag, beneath what waits.
    void theLinesStandWhereTheNumbersAre() {
        const auto colours = picture::loadTheme("light").value();
        auto inTime = tenMinutes(); // what comes late is tinted
        inTime.views.front().within = 700;
        inTime.views.front().outOfSlo = 0;
        const auto chart = picture::outageChart(inTime, {640, 480});
        QImage image(640, 480, QImage::Format_ARGB32_Premultiplied);
        image.fill(colours.panel);
        QPainter painter(&image);
        chart.paint(painter, QRectF(0, 0, 640, 480), colours);
        painter.end();
        const int back = static_cast<int>(640 / 1.06 / 2);
        for (const auto& [top, bottom, colour, other] :
             {std::tuple(25, 262, colours.atRisk.text, colours.kept.text),
              {290, 462, colours.kept.text, colours.atRisk.text}}) {
            const auto at = [&, top = top, bottom = bottom, colour = colour](int x) {
                return heightAt(image, x, top, bottom, colour);
            };
            for (const int away : {60, 150, 240}) { // beside the words of the peak; it falls as it rose
                QVERIFY(at(back - away) > top);
                QVERIFY2(std::abs(at(back - away) - at(back + away)) <= 3,
                         qPrintable(QString("%1 %2").arg(at(back - away)).arg(at(back + away))));
            }
            const int step = at(back - 150) - at(back - 60);
            QVERIFY(step > 25);
            QVERIFY(std::abs(at(back - 240) - at(back - 150) - step) <= 3); // a straight line
            QCOMPARE(heightAt(image, back - 150, top, bottom, other), -1);
        }
        const QTemporaryDir folder;
        const auto file = folder.filePath("outage.svg");
        QVERIFY(picture::exportChart(chart, file.toStdString()).has_value());
        QVERIFY(read(file).contains(">10 min<")); // how far it is behind, and not what is promised
    }

    void whatNobodySaysIsAskedFor() {
        const auto said = [](const freshness::ContextOutage& outage) {
            return picture::outageChart(outage, {320, 240}).description;
        };
        QVERIFY(said(tenMinutes()).contains("12000 messages wait"));
        QVERIFY(said(tenMinutes()).contains("the slowest at it is search/stock-badge, 50 % busy"));
        QVERIFY(said(tenMinutes()).contains("For 19 min"));
        freshness::ContextOutage bare{.context = "search", .duration = 600};
        QVERIFY(said(bare).contains("declare the rate"));
        QVERIFY(said(bare).contains("declare the capacity"));
        const QImage usual = painted(tenMinutes(), "light"), nothing = painted(bare, "light");
        QVERIFY(nothing != usual);
        bare.duration = 0;
        QVERIFY(painted(bare, "light") != nothing);
    }

    /// Whose lag it is, where there is room for a name.
    void namesTheView() {
        const QTemporaryDir folder;
        const auto file = folder.filePath("outage.svg");
        QVERIFY(picture::exportChart(picture::outageChart(tenMinutes(), {640, 240}), file.toStdString())
                    .has_value());
        QVERIFY(read(file).contains("stock-badge is behind by"));
        QVERIFY(picture::exportChart(picture::outageChart(tenMinutes(), {160, 240}), file.toStdString())
                    .has_value());
        QVERIFY(!read(file).contains("stock-badge is behind by"));
    }

    void becomesAFile() {
        const QTemporaryDir folder;
        const auto chart = picture::outageChart(tenMinutes(), {320, 240});
        QVERIFY(picture::exportChart(chart, folder.filePath("outage.svg").toStdString()).has_value());
        const QByteArray svg = read(folder.filePath("outage.svg"));
        QVERIFY(svg.contains("late for 19 min") && svg.contains("promised: 30 s"));
        QVERIFY(picture::exportChart(chart, folder.filePath("outage.png").toStdString()).has_value());
        QCOMPARE(QImage(folder.filePath("outage.png")).size(), QSize(640, 480));
        QVERIFY(!picture::exportChart(chart, folder.filePath("outage.txt").toStdString()).has_value());
        QVERIFY(!picture::exportChart(chart, "/nowhere/at/all.svg").has_value());
    }
};

QTEST_MAIN(OutageChartTest)
#include "tst_outage_chart.moc"
