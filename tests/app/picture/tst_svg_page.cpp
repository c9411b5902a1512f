// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/svg_page.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QtTest>

#include "picture/writing/svg_path.h"

using namespace factline;

namespace {

const QSize size(200, 120);

std::string written(const std::function<void(QPainter&)>& paint) {
    picture::SvgPage page({"Title", "", size, "Inter, sans-serif"});
    QPainter painter(&page);
    paint(painter);
    painter.end();
    return page.take();
}

/// What another program shows of an SVG.
QImage shown(const std::string& svg) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    if (!renderer.isValid()) qFatal("no SVG:\n%s", svg.c_str());
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// What was to be shown.
QImage painted(const std::function<void(QPainter&)>& paint) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

/// How many pixels differ so that one sees it.
int different(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qRed(a.pixel(x, y)) - qRed(b.pixel(x, y))) > 40 ||
                     std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y))) > 40;
    return count;
}

/// Where an image is not white.
QRect inked(const QImage& image) {
    QRect result;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 128) result |= QRect(x, y, 1, 1);
    return result;
}

using Paint = std::function<void(QPainter&)>;

QPainterPath ring() {
    QPainterPath path;
    path.addEllipse(QRectF(40, 20, 80, 80));
    path.addEllipse(QRectF(60, 40, 40, 40));
    return path;
}

QPainterPath wave() {
    QPainterPath path(QPointF(10, 60));
    path.cubicTo(60, -20, 100, 140, 190, 60);
    path.lineTo(190, 100);
    path.lineTo(150, 110);
    return path;
}

std::string pathOf(const QPainterPath& path, const QTransform& transform = {}) {
    std::string result;
    picture::appendPath(result, path, transform);
    return result;
}

std::string numberOf(double number) {
    std::string result;
    picture::appendNumber(result, number);
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Paint)

/// An SVG shows what was painted.
class TestSvgPage : public QObject {
    Q_OBJECT
private slots:
    void showsWhatWasPainted_data();
    void showsWhatWasPainted();
    void textKeepsItsPlaceAndBlanks();
    void scaledTextIsScaled();
    void numbersAreShort();
    void pathsAreShort();
    void roundedStepsDoNotAddUp();
};

void TestSvgPage::showsWhatWasPainted_data() {
    QTest::addColumn<Paint>("paint");
    const auto add = [](const char* name, const Paint& paint) { QTest::addRow("%s", name) << paint; };
    add("rectangle", [](QPainter& p) { p.fillRect(QRectF(20, 20, 100, 50), QColor("#179A5B")); });
    add("outline", [](QPainter& p) {
        p.setPen(QPen(Qt::red, 3));
        p.drawRoundedRect(QRectF(20, 20, 100, 50), 12, 12);
    });
    add("hole", [](QPainter& p) { p.fillPath(ring(), Qt::blue); });
    add("no hole", [](QPainter& p) {
        QPainterPath path = ring();
        path.setFillRule(Qt::WindingFill);
        p.fillPath(path, Qt::blue);
    });
    add("wave", [](QPainter& p) { p.strokePath(wave(), QPen(Qt::black, 2)); });
    add("fat, bevelled, square", [](QPainter& p) {
        p.strokePath(wave(), QPen(Qt::black, 14, Qt::SolidLine, Qt::SquareCap, Qt::BevelJoin));
    });
    add("fat, mitred", [](QPainter& p) {
        p.strokePath(wave(), QPen(Qt::black, 14, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    });
    add("fat, round", [](QPainter& p) {
        p.strokePath(wave(), QPen(Qt::black, 14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    });
    add("dashes", [](QPainter& p) {
        QPen pen(Qt::black, 3, Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({4, 3});
        pen.setDashOffset(2);
        p.setPen(pen);
        p.drawLine(QPointF(10, 10), QPointF(190, 10));
        p.drawLine(QPointF(10.5, 20), QPointF(10.5, 110));
    });
    add("moved, scaled, turned", [](QPainter& p) {
        p.translate(60, 10);
        p.scale(0.5, 0.5);
        p.rotate(20);
        p.setPen(QPen(Qt::black, 6));
        p.setBrush(Qt::yellow);
        p.drawPath(wave());
        p.drawPolygon(QPolygonF{QPointF(20, 120), {120, 120}, {70, 180}});
    });
    add("shining through", [](QPainter& p) {
        p.fillRect(QRectF(0, 0, 100, 120), Qt::blue);
        p.setOpacity(0.3);
        p.fillRect(QRectF(50, 30, 100, 50), Qt::red);
        p.setOpacity(1);
        p.fillRect(QRectF(50, 90, 100, 20), QColor(255, 0, 0, 128));
    });
    add("polyline", [](QPainter& p) {
        p.setBrush(Qt::red);
        p.setPen(QPen(Qt::black, 4));
        p.drawPolyline(QPolygonF{QPointF(20, 20), {120, 20}, {70, 80}});
    });
    add("nothing", [](QPainter& p) {
        p.setPen(Qt::NoPen);
        p.drawPath(ring());
        p.drawText(QPointF(20, 20), QStringLiteral("unseen"));
        p.drawPath(QPainterPath());
    });
}

void TestSvgPage::showsWhatWasPainted() {
    QFETCH(Paint, paint);
    const QImage wanted = painted(paint);
    const std::string svg = written(paint);
    const int count = different(shown(svg), wanted);
    QVERIFY2(count <= 12, qPrintable(QString("%1 pixels differ\n%2").arg(count).arg(svg.c_str())));
    const bool isBlank = qstrcmp(QTest::currentDataTag(), "nothing") == 0;
    QCOMPARE(different(wanted, painted([](QPainter&) {})) == 0, isBlank);
}

void TestSvgPage::textKeepsItsPlaceAndBlanks() {
    const std::string svg = written([](QPainter& p) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(13);
        p.setFont(font);
        p.translate(10, 20);
        p.setPen(QColor("#666c78"));
        p.drawText(QPointF(5, 7), QStringLiteral("a < b"));
        font.setWeight(QFont::DemiBold);
        font.setItalic(true);
        p.setFont(font);
        p.drawText(QPointF(5, 27), QStringLiteral("two  blanks"));
    });
    QVERIFY2(svg.find("<text x=\"15\" y=\"27\" font-size=\"13\" fill=\"#666c78\" textLength=\"") !=
                 std::string::npos,
             svg.c_str());
    QVERIFY2(svg.find(">a &lt; b</text>") != std::string::npos, svg.c_str());
    QVERIFY2(svg.find("font-weight=\"600\" font-style=\"italic\"") != std::string::npos, svg.c_str());
    QVERIFY2(svg.find("xml:space=\"preserve\">two  blanks</text>") != std::string::npos, svg.c_str());
    QVERIFY2(svg.find("xml:space=\"preserve\">a") == std::string::npos, svg.c_str());
}

void TestSvgPage::scaledTextIsScaled() {
    const auto word = [](QPainter& p) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(20);
        p.setFont(font);
        p.translate(10, 20);
        p.scale(2, 2);
        p.drawText(QPointF(5, 27), QStringLiteral("HHHH"));
    };
    const QRect wanted = inked(painted(word));
    const QRect found = inked(shown(written(word)));
    for (const int off : {found.left() - wanted.left(), found.top() - wanted.top(),
                          found.right() - wanted.right(), found.bottom() - wanted.bottom()})
        QVERIFY2(std::abs(off) <= 2, qPrintable(QDebug::toString(found) + QDebug::toString(wanted)));
}

void TestSvgPage::numbersAreShort() {
    QCOMPARE(numberOf(0), std::string("0"));
    QCOMPARE(numberOf(-0.001), std::string("0"));
    QCOMPARE(numberOf(12), std::string("12"));
    QCOMPARE(numberOf(12.5), std::string("12.5"));
    QCOMPARE(numberOf(12.05), std::string("12.05"));
    QCOMPARE(numberOf(-0.25), std::string("-0.25"));
    QCOMPARE(numberOf(-7.999), std::string("-8"));
    QCOMPARE(numberOf(std::nan("")), std::string("0"));
    QCOMPARE(numberOf(1e300), std::string("1000000000000"));
}

void TestSvgPage::pathsAreShort() {
    QPainterPath path(QPointF(1, 2));
    path.lineTo(11, 2);
    path.lineTo(11, 22.5);
    path.lineTo(5, 30);
    path.closeSubpath();
    QCOMPARE(pathOf(path), std::string("M1 2h10v20.5l-6 7.5z"));
    QCOMPARE(pathOf(path, QTransform::fromTranslate(-1, 1)), std::string("M0 3h10v20.5l-6 7.5z"));
    QPainterPath curve(QPointF(0, 0));
    curve.cubicTo(1, 2, 3, -4, 5, 6);
    QCOMPARE(pathOf(curve), std::string("M0 0c1 2 3-4 5 6"));
    QPainterPath two(QPointF(0, 0));
    two.lineTo(4, 0);
    two.moveTo(9, 9);
    two.lineTo(9, 8);
    QCOMPARE(pathOf(two), std::string("M0 0h4M9 9v-1"));
}

void TestSvgPage::roundedStepsDoNotAddUp() {
    QPainterPath path(QPointF(0, 0));
    for (int i = 1; i <= 1000; ++i)
        path.lineTo(i * 0.004, i % 2 ? 1 : 0);
    // 1,000 steps of 0.004, each of which alone would be nothing.
    const std::string svg = pathOf(path);
    double x = 0;
    static const QRegularExpression step("[lh](-?[0-9.]+)");
    for (auto found = step.globalMatch(QString::fromStdString(svg)); found.hasNext();)
        x += found.next().captured(1).toDouble();
    QVERIFY2(std::abs(x - 4) < 0.01, qPrintable(QString::number(x)));
}

QTEST_MAIN(TestSvgPage)
#include "tst_svg_page.moc"
