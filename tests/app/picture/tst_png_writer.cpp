// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/png_writer.h"

#include <random>

#include <QImage>
#include <QPainter>
#include <QtEndian>
#include <QtTest>

using namespace factline;

namespace {

std::string written(const QImage& picture) {
    const bool alpha = picture.hasAlphaChannel();
    return picture::writePng({picture.size(), alpha, 3780, {}, {}}, [&](QImage& band, int top) {
        QPainter painter(&band);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(0, -top, picture);
    });
}

/// What the chunks of a PNG's pixels unpack to; empty where they or their checksum are wrong.
QByteArray unpacked(const std::string& png, qsizetype length) {
    QByteArray stream(4, '\0');
    qToBigEndian(static_cast<quint32>(length), stream.data());
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const auto size = qFromBigEndian<quint32>(png.data() + at);
        if (png.compare(at + 4, 4, "IDAT") == 0) stream.append(png.data() + at + 8, size);
        at += 12 + size;
    }
    return qUncompress(stream);
}

QImage made(int width, int height, QImage::Format format, const std::function<QRgb(int, int)>& pixel) {
    QImage image(width, height, format);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, pixel(x, y));
    return image;
}

} // namespace

/// What is packed is unpacked again by others, pixel for pixel.
class TestPngWriter : public QObject {
    Q_OBJECT
private slots:
    void anyPictureIsReadBack_data();
    void anyPictureIsReadBack();
    void oftenRepeatedPicturesAreSmall();
};

void TestPngWriter::anyPictureIsReadBack_data() {
    QTest::addColumn<QImage>("picture");
    const auto add = [](const char* name, int width, int height, const auto& pixel) {
        QTest::addRow("%s %dx%d", name, width, height) << made(width, height, QImage::Format_RGB32, pixel);
        QTest::addRow("%s %dx%d, alpha", name, width, height)
            << made(width, height, QImage::Format_ARGB32_Premultiplied, pixel);
    };
    auto dice = std::make_shared<std::mt19937>(3);
    const auto noise = [=](int, int) { return static_cast<QRgb>((*dice)()) | 0xff000000U; };
    const auto one = [](int, int) { return qRgb(251, 251, 252); };
    const auto white = [](int, int) { return qRgb(255, 255, 255); };
    const auto black = [](int, int) { return qRgb(0, 0, 0); };
    const auto clear = [](int, int) { return qRgba(0, 0, 0, 0); };
    const auto stripes = [](int x, int y) { return (x / 3 + y / 7) % 2 ? qRgb(20, 30, 40) : qRgb(9, 9, 9); };
    const auto slope = [](int x, int y) { return qRgb(x & 255, y & 255, (x + y) & 255); };
    const auto rare = [=](int x, int y) { return (x * 31 + y * 17) % 97 == 0 ? noise(x, y) : white(x, y); };
    const auto again = [](int x, int y) { return qRgb((x % 11) * 20, (x % 7) * 30, (y % 5) * 40); };
    for (const auto& [width, height] :
         {std::pair(1, 1), {2, 1}, {1, 40}, {85, 3}, {86, 3}, {87, 3}, {88, 40}, {300, 200}}) {
        add("noise", width, height, noise);
        add("one colour", width, height, one);
        add("white", width, height, white);
        add("black", width, height, black);
        add("clear", width, height, clear);
        add("stripes", width, height, stripes);
        add("slope", width, height, slope);
        add("rare", width, height, rare);
        add("again", width, height, again);
    }
    add("noise", 11'000, 4, noise); // a row is longer than copies reach
    add("again", 11'000, 4, again);
    add("rare", 1'500, 3'000, rare); // several bands
    add("slope", 32'000, 130, slope);
}

void TestPngWriter::anyPictureIsReadBack() {
    QFETCH(QImage, picture);
    const std::string png = written(picture);
    const QImage read = QImage::fromData(QByteArray::fromStdString(png), "PNG");
    QCOMPARE(read.size(), picture.size());
    QVERIFY(read.convertToFormat(picture.format()) == picture);
    const int depth = picture.hasAlphaChannel() ? 4 : 3;
    const qsizetype length = qsizetype(picture.height()) * (qsizetype(picture.width()) * depth + 1);
    QCOMPARE(unpacked(png, length).size(), length); // its checksum too
    QVERIFY(written(picture) == png);
}

void TestPngWriter::oftenRepeatedPicturesAreSmall() {
    const QImage flat = made(1'000, 1'000, QImage::Format_RGB32, [](int, int) { return qRgb(1, 2, 3); });
    QVERIFY(written(flat).size() < 16'000);
    const QImage words = made(1'000, 400, QImage::Format_RGB32, [](int x, int y) {
        return qRgb(x % 100 * 2, 7 * x % 100 + y % 10, x % 100 > 50 ? 200 : 0);
    });
    QVERIFY(written(words).size() < 1'000 * 400 * 3 / 20);
}

QTEST_MAIN(TestPngWriter)
#include "tst_png_writer.moc"
