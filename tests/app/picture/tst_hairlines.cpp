// SPDX-License-Identifier: Apache-2.0
#include "picture/hairlines.h"

#include <QImage>
#include <QPainter>
#include <QPen>
#include <QPicture>
#include <QtTest>

using namespace factline;

namespace {

const QColor ink(75, 81, 93);

QImage drawn(const QPainterPath& path, double scale, const QPointF& offset, const QRectF& visible = {}) {
    QImage image(120, 90, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(offset);
    painter.scale(scale, scale);
    picture::strokeHairline(painter, path, QPen(ink, 0.999 / scale), visible);
    return image;
}

/// An elbow: right, a rounded corner, down, another one, right again.
QPainterPath elbow(double x, double y, double size) {
    QPainterPath path(QPointF(x, y));
    path.lineTo(x + size, y);
    path.quadTo(x + 1.4 * size, y, x + 1.4 * size, y + 0.4 * size);
    path.lineTo(x + 1.4 * size, y + 1.2 * size);
    path.quadTo(x + 1.4 * size, y + 1.6 * size, x + 1.8 * size, y + 1.6 * size);
    path.lineTo(x + 2.2 * size, y + 1.6 * size);
    return path;
}

} // namespace

/// Thin lines are sharp, whole, and only where they are wanted.
class TestHairlines : public QObject {
    Q_OBJECT
private slots:
    void levelAndUprightPiecesFillWholePixels() {
        for (const QPointF offset : {QPointF(0, 0), QPointF(0.3, 0.7), QPointF(0.5, 0.5)}) {
            QPainterPath path(QPointF(20, 30));
            path.lineTo(200, 30);
            path.lineTo(200, 150);
            const QImage image = drawn(path, 0.37, offset);
            int filled = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) {
                    const QColor colour = image.pixelColor(x, y);
                    QVERIFY(colour == QColor(Qt::white) || colour == ink); // nothing in between
                    filled += colour == ink;
                }
            QVERIFY2(std::abs(filled - (180 + 120) * 0.37) <= 3, qPrintable(QString::number(filled)));
        }
    }

    void noPieceIsMissing() {
        for (const double scale : {0.25, 0.36, 0.5, 0.66})
            for (const double shift : {0.0, 0.2, 0.5, 0.9}) {
                const QImage image = drawn(elbow(10, 10, 30 / scale), scale, {shift, -shift});
                // From the left end on each column and then each row of the way holds ink.
                for (int x = 5 + static_cast<int>(10 * scale); x < 30; ++x) {
                    int darkest = 255;
                    for (int y = 0; y < 30; ++y)
                        darkest = std::min(darkest, image.pixelColor(x, y).red());
                    QVERIFY(darkest < 120);
                }
                for (int y = 5 + static_cast<int>(10 * scale); y < 48; ++y) {
                    int sum = 0;
                    for (int x = 0; x < image.width(); ++x)
                        sum += 255 - image.pixelColor(x, y).red();
                    QVERIFY2(sum > 90, qPrintable(QString("row %1 at %2: %3").arg(y).arg(scale).arg(sum)));
                }
            }
    }

    void whatLiesOutsideIsSkipped() {
        const QPainterPath path = elbow(20, 20, 100);
        const QImage whole = drawn(path, 0.4, {});
        const QImage part = drawn(path, 0.4, {}, QRectF(0, 0, 300, 75));
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < whole.width(); ++x)
                QCOMPARE(part.pixel(x, y), whole.pixel(x, y));
        for (int x = 0; x < whole.width(); ++x)
            QCOMPARE(part.pixelColor(x, 60), QColor(Qt::white));
    }

    void onlyFullLinesOfAPixelAreHairlines() {
        QImage image(10, 10, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.scale(0.5, 0.5);
        QVERIFY(picture::isHairline(painter, QPen(ink, 2)));
        QVERIFY(!picture::isHairline(painter, QPen(ink, 2.1)));
        QVERIFY(!picture::isHairline(painter, QPen(ink, 1, Qt::DashLine)));
        painter.setOpacity(0.3);
        QVERIFY(!picture::isHairline(painter, QPen(ink, 1)));
        painter.setOpacity(1);
        painter.rotate(30);
        QVERIFY(!picture::isHairline(painter, QPen(ink, 1)));
        QPicture file;
        QPainter other(&file);
        QVERIFY(!picture::isHairline(other, QPen(ink, 1)));
    }
};

QTEST_MAIN(TestHairlines)
#include "tst_hairlines.moc"
