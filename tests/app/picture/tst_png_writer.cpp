// SPDX-License-Identifier: Apache-2.0
#include "picture/writing/png_writer.h"

#include <random>

#include <QImage>
#include <QPainter>
#include <QtEndian>
#include <QtTest>

#include "picture/writing/deflate_block.h"

using namespace factline;
using picture::Token;

namespace {

std::string written(const QImage& picture) {
    const bool alpha = picture.hasAlphaChannel();
    return picture::writePng({picture.size(), alpha, 3780}, [&](QImage& band, int top) {
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

/// Unpacks pieces of a stream; `bytes` are what they stand for.
QByteArray unpacked(const std::string& pieces, const QByteArray& bytes) {
    quint32 first = 1;
    quint32 second = 0;
    for (const char c : bytes) {
        first = (first + static_cast<unsigned char>(c)) % 65'521;
        second = (second + first) % 65'521;
    }
    QByteArray stream(4, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), stream.data());
    stream += "\x78\x01";
    stream += QByteArray::fromStdString(pieces);
    QByteArray sum(4, '\0');
    qToBigEndian(second << 16 | first, sum.data());
    return qUncompress(stream + sum);
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
    void codesOfAnyShapeAreRead_data();
    void codesOfAnyShapeAreRead();
    void copiesOfAnyLengthAndDistanceAreRead();
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

void TestPngWriter::codesOfAnyShapeAreRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("nothing") << QByteArray("");
    QTest::addRow("one") << QByteArray("a");
    QTest::addRow("one, often") << QByteArray(5'000, 'a');
    QTest::addRow("zeros") << QByteArray(5, '\0');
    QTest::addRow("two") << QByteArray("ab");
    QByteArray steep; // each twice as often as the one before, so that codes get too long
    for (int value = 0; value < 20; ++value)
        steep += QByteArray(1 << value, static_cast<char>(value));
    QTest::addRow("steep") << steep;
    QByteArray even;
    for (int i = 0; i < 10'000; ++i)
        even += static_cast<char>(i * 7);
    QTest::addRow("even") << even;
}

void TestPngWriter::codesOfAnyShapeAreRead() {
    QFETCH(QByteArray, bytes);
    std::vector<Token> tokens;
    for (const char c : bytes)
        tokens.push_back({0, static_cast<unsigned char>(c)});
    if (!bytes.isEmpty()) QCOMPARE(unpacked(picture::deflateBlock(tokens, true), bytes), bytes);
    QByteArray twice = bytes + bytes;
    if (!twice.isEmpty())
        QCOMPARE(unpacked(picture::deflateBlock(tokens, false) + picture::deflateBlock(tokens, true), twice),
                 twice);
    const QByteArray end = bytes + "z";
    QCOMPARE(unpacked(picture::deflateBlock(tokens, false) +
                          picture::deflateBlock(std::vector<Token>{{0, 'z'}}, true),
                      end),
             end);
}

void TestPngWriter::copiesOfAnyLengthAndDistanceAreRead() {
    std::mt19937 dice(5);
    QByteArray bytes;
    std::vector<Token> tokens;
    const auto add = [&](unsigned length, unsigned distance) {
        for (unsigned i = 0; i < length; ++i)
            bytes += bytes[bytes.size() - distance];
        tokens.push_back({static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(distance - 1)});
    };
    for (int i = 0; i < 40'000; ++i) {
        bytes += static_cast<char>(dice());
        tokens.push_back({0, static_cast<unsigned char>(bytes.back())});
    }
    for (unsigned length = 3; length <= 258; ++length)
        add(length, 1 + dice() % 32'768);
    for (unsigned distance = 1; distance <= 32'768; distance += distance < 600 ? 1 : 97)
        add(3 + dice() % 256, distance);
    add(258, 32'768);
    QCOMPARE(unpacked(picture::deflateBlock(tokens, true), bytes), bytes);
}

QTEST_MAIN(TestPngWriter)
#include "tst_png_writer.moc"
