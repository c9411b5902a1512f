// SPDX-License-Identifier: Apache-2.0
#include "picture/export.h"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/resource.h>

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "picture/sheet.h"
#include "support/hand_drawn.h"

using namespace factline;

namespace {

Result<picture::Picture> rendered(const diagram::Diagram& diagram, std::string_view extension,
                                  const picture::ExportOptions& options = {}) {
    return picture::formatOf("picture." + std::string(extension)).value().render(diagram, options);
}

std::string rendered(const char* extension, const picture::ExportOptions& options = {}) {
    return rendered(test::handDrawn(), extension, options).value().bytes;
}

struct SvgText {
    QString text;
    double x, y, length;
};

/// The texts of an SVG with their places on the page; groups may move them.
std::vector<SvgText> textsOf(const std::string& svg) {
    std::vector<SvgText> result;
    std::vector<QPointF> moves{{0, 0}};
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("g")) {
            const QString transform = reader.attributes().value("transform").toString();
            const auto numbers = transform.mid(7).chopped(transform.isEmpty() ? 0 : 1).split(',');
            const bool moved = numbers.size() == 6;
            moves.push_back(moved ? QPointF(numbers[4].toDouble(), numbers[5].toDouble()) : QPointF());
        } else if (reader.isEndElement() && reader.name() == QLatin1String("g")) {
            moves.pop_back();
        } else if (reader.isStartElement() && reader.name() == QLatin1String("text")) {
            const auto attributes = reader.attributes();
            const double x = attributes.value("x").toDouble() + moves.back().x();
            const double y = attributes.value("y").toDouble() + moves.back().y();
            const double length = attributes.value("textLength").toDouble();
            result.push_back({reader.readElementText(), x, y, length});
        }
    }
    if (reader.hasError()) qFatal("%s", qPrintable(reader.errorString()));
    return result;
}

/// Every word that the picture has to show.
QStringList labels() {
    const auto diagram = test::handDrawn();
    QStringList result{"Global retailer", "version 4f2a91c · 14 March 2026"};
    for (const auto& context : diagram.contexts)
        result += QString::fromStdString(context.title);
    for (const auto& node : diagram.nodes)
        for (const auto& line : node.lines)
            result += QString::fromStdString(line);
    for (const auto& edge : diagram.edges)
        if (edge.labelRect) result += QString::fromStdString(edge.label);
    return result +
           QStringList{"bounded context", "external context", "policy", "derived from it", "hotspot"};
}

QImage drawnByRsvg(const std::string& svg) {
    QProcess program;
    program.start(QStringLiteral("rsvg-convert"), {QStringLiteral("--format"), QStringLiteral("png")});
    program.write(QByteArray::fromStdString(svg));
    program.closeWriteChannel();
    return program.waitForFinished() ? QImage::fromData(program.readAllStandardOutput(), "PNG") : QImage();
}

/// How much there is to be seen in a part of a picture: a black pixel on white counts 1.
double inkIn(const QImage& image, const QRect& part) {
    std::vector<double> lightness;
    const QRect inside = part & image.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        for (int x = inside.left(); x <= inside.right(); ++x)
            lightness.push_back(image.pixelColor(x, y).lightnessF());
    if (lightness.empty()) return 0;
    std::ranges::sort(lightness);
    const double ground = lightness[lightness.size() / 2];
    double ink = 0;
    for (const double each : lightness)
        ink += std::abs(each - ground);
    return ink;
}

} // namespace

/// What files get: every word, in the right size, the same bytes each time, and nothing half written.
class TestExport : public QObject {
    Q_OBJECT
private slots:
    void svgHoldsEveryLabelInsideThePage();
    void svgSaysItsSizeInPixels();
    void svgAsOutlinesHasNoText();
    void svgIsReadByQt();
    void svgIsReadByOthers();
    void svgEscapesNames();
    void pngHasTheSizeAskedFor();
    void pngIsOpaqueUnlessAskedOtherwise();
    void pngIsFilledToItsEdges_data();
    void pngIsFilledToItsEdges();
    void pngSaysWhatItShows();
    void pngRefusesSillyScales();
    void pngInBandsIsThePictureInOnePiece();
    void pngOfAVeryLargePictureIsSmallerAndSaysSo();
    void pdfIsOnePageWithText();
    void sameBytesEachTime();
    void legendSaysWhatOccurs();
    void legendRowsAreOfOneSort();
    void longTitlesDoNotWidenThePage_data();
    void longTitlesDoNotWidenThePage();
    void unknownExtensionListsTheKnownOnes();
    void unwritableFolderLeavesNoFile();
    void fullDiskLeavesTheOldFile();
    void emptyDiagramIsAPicture();
};

void TestExport::svgHoldsEveryLabelInsideThePage() {
    const auto svg = rendered("svg");
    const auto texts = textsOf(svg);
    QStringList found;
    for (const auto& text : texts)
        found += text.text;
    for (const QString& label : labels())
        QVERIFY2(found.contains(label), qPrintable(label));

    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    reader.readNextStartElement();
    const double width = reader.attributes().value("width").toDouble();
    const double height = reader.attributes().value("height").toDouble();
    for (const auto& text : texts) {
        QVERIFY2(text.length > 0, qPrintable(text.text));
        QVERIFY2(text.x >= 0 && text.x + text.length <= width, qPrintable(text.text));
        QVERIFY2(text.y >= 8 && text.y <= height, qPrintable(text.text));
    }
}

void TestExport::svgSaysItsSizeInPixels() {
    QXmlStreamReader reader(QByteArray::fromStdString(rendered("svg")));
    QVERIFY(reader.readNextStartElement());
    const auto attributes = reader.attributes();
    const QString box = QString("0 0 %1 %2").arg(attributes.value("width"), attributes.value("height"));
    QCOMPARE(attributes.value("viewBox").toString(), box);
    QVERIFY(attributes.value("width").toDouble() > 896);
    const auto svg = QString::fromStdString(rendered("svg"));
    QVERIFY(svg.contains("font-family=\"Inter, "));
    QVERIFY(svg.contains("sans-serif\""));
    QVERIFY(!svg.contains("clip-path"));
}

void TestExport::svgAsOutlinesHasNoText() {
    const auto svg = rendered("svg", {.outlines = true});
    QVERIFY(textsOf(svg).empty());
    QVERIFY(svg.size() > rendered("svg").size());
}

void TestExport::svgIsReadByQt() {
    QSvgRenderer renderer(QByteArray::fromStdString(rendered("svg")));
    QVERIFY(renderer.isValid());
    QImage image(renderer.defaultSize(), QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), QColor("#FBFBFC"));
}

/// By what GNOME, MediaWiki and many converters draw SVG with: each word is there, at its place and as long.
void TestExport::svgIsReadByOthers() {
    const auto svg = rendered("svg");
    const QImage theirs = drawnByRsvg(svg);
    QVERIFY2(!theirs.isNull(), "rsvg-convert: see installer/packages-test.txt");
    const QImage ours = QImage::fromData(QByteArray::fromStdString(rendered("png")), "PNG");
    QVERIFY((theirs.size() - ours.size()).width() <= 1 && (theirs.size() - ours.size()).height() <= 1);
    for (const auto& text : textsOf(svg)) {
        const auto part = [&](double from, double to) {
            return QRectF(text.x + from * text.length, text.y - 11, (to - from) * text.length, 14).toRect();
        };
        for (const QRect& where : {part(0, 1), part(0.5, 1)}) { // as long: not all of it in the first half
            const double wanted = inkIn(ours, where), found = inkIn(theirs, where);
            QVERIFY2(std::abs(found - wanted) < 0.35 * wanted + 6,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(text.text).arg(found).arg(wanted)));
        }
    }
}

void TestExport::svgEscapesNames() {
    auto diagram = test::handDrawn();
    diagram.title = "<b>&\"R&D\"</b>";
    diagram.nodes[0].lines = {"a<b & c>d"};
    diagram.nodes[1].lines = {std::string("bell\x07 nul\x00 \xff\xef\xbf\xbf", 15)};
    const auto texts = textsOf(rendered(diagram, "svg").value().bytes);
    QVERIFY(std::ranges::any_of(texts, [](const auto& text) { return text.text == "a<b & c>d"; }));
    QVERIFY(std::ranges::any_of(texts, [](const auto& text) { return text.text == "<b>&\"R&D\"</b>"; }));
}

void TestExport::pngHasTheSizeAskedFor() {
    const QImage once = QImage::fromData(QByteArray::fromStdString(rendered("png")), "PNG");
    const QImage twice = QImage::fromData(QByteArray::fromStdString(rendered("png", {.scale = 2})), "PNG");
    QVERIFY(once.width() > 896);
    QCOMPARE(twice.size(), once.size() * 2);
}

void TestExport::pngIsOpaqueUnlessAskedOtherwise() {
    const QImage opaque = QImage::fromData(QByteArray::fromStdString(rendered("png")), "PNG");
    QCOMPARE(opaque.pixelColor(1, 1), QColor("#FBFBFC"));
    const QImage dark =
        QImage::fromData(QByteArray::fromStdString(rendered("png", {.theme = "dark"})), "PNG");
    QCOMPARE(dark.pixelColor(1, 1), QColor("#191B1F"));
    const QImage clear =
        QImage::fromData(QByteArray::fromStdString(rendered("png", {.transparent = true})), "PNG");
    QCOMPARE(clear.pixelColor(1, 1).alpha(), 0);
}

void TestExport::pngIsFilledToItsEdges_data() {
    QTest::addColumn<double>("scale"); // none: a picture so large that it is drawn smaller
    QTest::addColumn<QString>("theme");
    for (const double scale : {0.0, 1.0, 1.2, 1.25, 1.3, 1.5, 1.6, 1.9, 2.0, 3.7})
        for (const char* theme : {"light", "dark"})
            QTest::addRow("%.2f %s", scale, theme) << scale << QString::fromLatin1(theme);
}

void TestExport::pngIsFilledToItsEdges() {
    QFETCH(double, scale);
    QFETCH(QString, theme);
    auto diagram = test::handDrawn();
    picture::ExportOptions options{.theme = theme.toStdString()};
    if (scale > 0) options.scale = scale;
    for (const int more : {0, 1, 2, 3}) { // whatever part of a pixel is left over
        diagram.bounds.width += scale > 0 ? more : 7'000 + 13 * more;
        diagram.bounds.height += scale > 0 ? more : 7'000 + 17 * more;
        const auto png = rendered(diagram, "png", options).value();
        QCOMPARE(png.note.empty(), scale > 0);
        const QImage image = QImage::fromData(QByteArray::fromStdString(png.bytes), "PNG");
        const QRgb canvas = picture::loadTheme(options.theme).value().canvas.rgb();
        const int right = image.width() - 1;
        const int bottom = image.height() - 1;
        for (int y = 0; y <= bottom; ++y)
            QCOMPARE(image.pixel(right, y), canvas);
        for (int x = 0; x <= right; ++x)
            QCOMPARE(image.pixel(x, bottom), canvas);
        if (scale == 0) break; // one of that size is enough
    }
}

void TestExport::pngSaysWhatItShows() {
    auto diagram = test::handDrawn();
    diagram.title = "Händler 世界";
    const auto png = rendered(diagram, "png").value().bytes;
    const QImage image = QImage::fromData(QByteArray::fromStdString(png), "PNG");
    QCOMPARE(image.text(QStringLiteral("Title")), QString::fromStdString(diagram.title));
    QCOMPARE(image.text(QStringLiteral("Description")), QStringLiteral("version 4f2a91c · 14 March 2026"));
}

void TestExport::pngRefusesSillyScales() {
    for (const double scale : {0.0, 0.5, 4.5, -1.0, std::nan("")})
        QVERIFY(!rendered(test::handDrawn(), "png", {.scale = scale}));
    auto diagram = test::handDrawn();
    diagram.bounds.width = 1e6;
    const auto huge = rendered(diagram, "png");
    QVERIFY(!huge);
    QCOMPARE(huge.error().code, ErrorCode::LimitExceeded);
}

void TestExport::pngInBandsIsThePictureInOnePiece() {
    for (const bool transparent : {false, true}) {
        const picture::ExportOptions options{.transparent = transparent, .scale = 3}; // several bands
        const auto sheet = picture::makeSheet(test::handDrawn(), options).value();
        const QSize size = (sheet.size() * 3).toSize();
        QImage whole(size, transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        whole.fill(Qt::transparent);
        {
            QPainter painter(&whole);
            painter.scale(3, 3);
            sheet.paint(painter);
        }
        const QImage read = QImage::fromData(QByteArray::fromStdString(rendered("png", options)), "PNG")
                                .convertToFormat(whole.format());
        QCOMPARE(read.size(), size);
        QVERIFY(size.width() * size.height() * 4 > 3 * 8'000'000);
        int different = 0;
        for (int y = 0; y < size.height(); ++y)
            for (int x = 0; x < size.width(); ++x) {
                const QRgb a = read.pixel(x, y);
                const QRgb b = whole.pixel(x, y);
                different += std::abs(qRed(a) - qRed(b)) > 3 || std::abs(qGreen(a) - qGreen(b)) > 3 ||
                             std::abs(qAlpha(a) - qAlpha(b)) > 3;
            }
        QVERIFY2(different < 20, qPrintable(QString::number(different)));
    }
}

void TestExport::pngOfAVeryLargePictureIsSmallerAndSaysSo() {
    auto diagram = test::handDrawn();
    QVERIFY(rendered(diagram, "png").value().note.empty());
    diagram.bounds.width = 12'000;
    diagram.bounds.height = 12'000;
    const auto picture = rendered(diagram, "png").value();
    const QImage image = QImage::fromData(QByteArray::fromStdString(picture.bytes), "PNG");
    QVERIFY(image.width() > 5'000);
    QVERIFY(static_cast<double>(image.width()) * image.height() <= 33.1e6);
    QVERIFY2(picture.note.english().find('%') != std::string::npos, picture.note.english().c_str());
    QVERIFY(rendered(diagram, "svg").value().note.empty());
}

void TestExport::pdfIsOnePageWithText() {
    QTemporaryDir folder;
    const std::string file = folder.filePath("picture.pdf").toStdString();
    QVERIFY(picture::exportPicture(test::handDrawn(), file));
    QProcess info;
    info.start("pdfinfo", {QString::fromStdString(file)});
    QVERIFY2(info.waitForStarted(), "pdfinfo is missing: install poppler-utils");
    QVERIFY(info.waitForFinished());
    const QString said = info.readAllStandardOutput();
    QVERIFY2(said.contains(QRegularExpression("Pages: +1\n")), qPrintable(said));
    QVERIFY2(said.contains("2026"), qPrintable(said));
    QProcess reader;
    reader.start("pdftotext", {"-raw", QString::fromStdString(file), "-"});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const QString& label : labels())
        QVERIFY2(text.contains(label), qPrintable(label + "\nnot in\n" + text));
}

void TestExport::sameBytesEachTime() {
    for (const auto& format : picture::pictureFormats()) {
        const auto once = rendered(test::handDrawn(), format.extension).value().bytes;
        QTest::qWait(format.extension == "pdf" ? 1100 : 1); // a PDF would say the second
        QVERIFY2(rendered(test::handDrawn(), format.extension).value().bytes == once,
                 std::string(format.extension).c_str());
    }
}

void TestExport::legendSaysWhatOccurs() {
    auto diagram = test::handDrawn();
    diagram.contexts.resize(1);
    diagram.nodes.resize(2);
    diagram.edges.resize(1);
    QStringList found;
    for (const auto& text : textsOf(rendered(diagram, "svg").value().bytes))
        found += text.text;
    QVERIFY(found.contains("fact") && found.contains("event") && found.contains("announces"));
    QVERIFY(!found.contains("view") && !found.contains("external context") &&
            !found.contains("understood otherwise"));
}

void TestExport::legendRowsAreOfOneSort() {
    const auto theme = picture::loadTheme("light").value();
    const auto entries = picture::legendEntries(test::handDrawn());
    const picture::Legend oneRow(entries, 1e6, theme);
    const picture::Legend rows(entries, oneRow.width() - 1, theme);
    QVERIFY(rows.height() == 3 * oneRow.height()); // shapes, lines, badges
    QVERIFY(rows.width() < 0.7 * oneRow.width());
}

void TestExport::longTitlesDoNotWidenThePage_data() {
    QTest::addColumn<QString>("title");
    QTest::newRow("words") << QStringLiteral("a model with a name ").repeated(30);
    QTest::newRow("one word") << QStringLiteral("m").repeated(600);
}

void TestExport::longTitlesDoNotWidenThePage() {
    QFETCH(QString, title);
    auto diagram = test::handDrawn();
    const auto sizeOf = [&] { return picture::makeSheet(diagram, {}).value().size(); };
    const QSizeF before = sizeOf();
    diagram.title = title.toStdString();
    QCOMPARE(sizeOf().width(), before.width());
    QVERIFY(sizeOf().height() < before.height() + 80);
    const auto texts = textsOf(rendered(diagram, "svg").value().bytes);
    QVERIFY(std::ranges::any_of(texts, [](const auto& text) { return text.text.endsWith(QChar(0x2026)); }));
}

void TestExport::unknownExtensionListsTheKnownOnes() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("picture.gif").toStdString();
    const auto done = picture::exportPicture(test::handDrawn(), file);
    QVERIFY(!done);
    for (const auto& format : picture::pictureFormats())
        QVERIFY(done.error().message.english().find(format.extension) != std::string::npos);
    QVERIFY(!std::filesystem::exists(file));
    QCOMPARE(picture::formatOf("Map.of.SVG").value().extension, std::string_view("svg"));
    QVERIFY(!picture::formatOf("svg"));
    QVERIFY(!picture::formatOf(".svg"));
}

void TestExport::unwritableFolderLeavesNoFile() {
    const auto done = picture::exportPicture(test::handDrawn(), "/nowhere/at/all/picture.svg");
    QVERIFY(!done);
    QVERIFY(done.error().message.english().find("/nowhere/at/all/picture.svg") != std::string::npos);
    QVERIFY(!std::filesystem::exists("/nowhere"));
}

void TestExport::fullDiskLeavesTheOldFile() {
    // A limit on the size of files makes a write fail just as a full disk does.
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("picture.png").toStdString();
    std::ofstream(file) << "old";
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 4096;
    const auto former = std::signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    const auto done = picture::exportPicture(test::handDrawn(), file);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, former);
    QVERIFY(!done);
    QVERIFY(done.error().message.english().find("could not be written") != std::string::npos);
    std::string kept;
    std::ifstream(file) >> kept;
    QCOMPARE(kept, std::string("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExport::emptyDiagramIsAPicture() {
    diagram::Diagram empty;
    empty.title = "Nothing yet";
    for (const auto& format : picture::pictureFormats())
        QVERIFY2(rendered(empty, format.extension).has_value(), std::string(format.extension).c_str());
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
