// SPDX-License-Identifier: Apache-2.0
#include <numeric>

#include <QClipboard>
#include <QImageReader>
#include <QMimeData>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include "picture/draw_model.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// The picture leaves the window: as files and by the clipboard, whatever the screen shows just now, and by
/// the command line without any screen.
class Export : public QObject {
    Q_OBJECT
private slots:
    void svgHoldsEveryName();
    void zoomAndThemeHaveNoSay();
    void pdfIsOnePageOfText();
    void pngIsSharp();
    void pixelsShowAllThatSvgHolds();
    void othersDrawTheSame();
    void choicesHold();
    void copyCarriesThree();
};

namespace {

struct Exporter : User {
    /// Legend, title, version and date are in the text of a picture; spaces do not count.
    void saysWhatItIs(QString text) {
        text = text.simplified().remove(' ');
        const auto caption = picture::captionOf(*document().snapshot()->base, document().file());
        QVERIFY(!caption.title.empty() && !caption.version.empty() && !caption.date.empty());
        const auto day = QDate::fromString(QString::fromStdString(caption.date), Qt::ISODate);
        QVERIFY(day.isValid());
        const std::string date = QLocale::c().toString(day, "d MMMM yyyy").toStdString();
        for (const std::string& part : {caption.title, caption.version, date})
            QVERIFY2(text.contains(QString::fromStdString(part).remove(' ')), part.c_str());
        for (const char* kind : {"fact", "event", "view", "decision"})
            QVERIFY2(text.contains(kind, Qt::CaseInsensitive), kind);
    }
    std::filesystem::path save(const char* name) {
        auto file = place.file(name);
        choose(file, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        return file;
    }
};

/// All text of an SVG, in the order it stands there.
QString textOf(const std::string& svg) {
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    QString text;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters) text += xml.text();
    return text;
}

constexpr int parts = 16; ///< of a picture's width, and of its height

/// How dark each part of a picture is, row by row: a pixel of black counts 1.
std::vector<double> inkOf(const QImage& image) {
    std::vector<double> ink(parts * parts);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink[static_cast<std::size_t>(y * parts / image.height() * parts + x * parts / image.width())] +=
                1 - image.pixelColor(x, y).lightnessF();
    return ink;
}

QByteArray said(const char* program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                      : QByteArray();
}

} // namespace

void Export::svgHoldsEveryName() {
    Exporter user;
    user.open(retail);
    const std::string svg = read(user.save("retail.svg"));
    const QString text = textOf(svg).simplified().remove(' ');
    for (const auto& node : user.canvas().diagram().nodes)
        for (const std::string& line : node.lines)
            QVERIFY2(text.contains(QString::fromStdString(line).remove(' ')), line.c_str());
    user.saysWhatItIs(text);
    // It opens, and its frame is that of what is drawn.
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QVERIFY(renderer.isValid());
    QVERIFY(renderer.viewBoxF().width() >= user.canvas().extent().width());
    QVERIFY(renderer.viewBoxF().height() >= user.canvas().extent().height());
}

void Export::zoomAndThemeHaveNoSay() {
    Exporter user;
    user.open(retail);
    const std::string before = read(user.save("before.svg"));
    user.window->setTheme(shell::ThemeChoice::Dark);
    user.canvas().setFocus();
    user.press(Qt::Key_1);
    user.press(Qt::Key_Plus);
    QCOMPARE(read(user.save("after.svg")), before);
}

void Export::pdfIsOnePageOfText() {
    Exporter user;
    user.open(retail);
    const QString file = QString::fromStdString(user.save("retail.pdf").string());
    const QByteArray pages = said("pdfinfo", {file});
    QVERIFY2(pages.contains("Pages:"), "pdfinfo: see installer/packages-test.txt");
    QVERIFY2(QString(pages).simplified().contains("Pages: 1 "), pages.constData());
    const QString text = QString::fromUtf8(said("pdftotext", {"-layout", file, "-"}));
    QVERIFY2(text.contains("OrderCompleted"), qPrintable(text.left(400)));
    user.saysWhatItIs(text);
}

void Export::pngIsSharp() {
    Exporter user;
    user.open(retail);
    const QImage image(QString::fromStdString(user.save("retail.png").string()));
    QVERIFY(!image.isNull());
    QVERIFY(image.width() >= static_cast<int>(user.canvas().extent().width()));
    QCOMPARE(image.pixelColor(2, 2).alpha(), 255);
    QVERIFY(image.pixelColor(2, 2).lightness() > 200);
}

/// Pixels hold no text: but the same ink stands where the SVG has its title, its legend and all else.
void Export::pixelsShowAllThatSvgHolds() {
    Exporter user;
    user.open(retail);
    QSvgRenderer svg(QByteArray::fromStdString(read(user.save("retail.svg"))));
    const QImage png(QString::fromStdString(user.save("retail.png").string()));
    user.copy();
    const auto copied = QImage::fromData(QApplication::clipboard()->mimeData()->data("image/png"));
    const QSize size = svg.viewBoxF().size().toSize();
    QVERIFY(std::abs(png.width() - size.width()) <= 1 && std::abs(png.height() - size.height()) <= 1);
    QImage drawn(png.size(), QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    svg.render(&painter);
    painter.end();
    const std::vector wanted = inkOf(drawn);
    for (const QImage& image :
         {png, copied.scaled(png.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)}) {
        const std::vector there = inkOf(image);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            QVERIFY2(std::abs(there[i] - wanted[i]) < 100 + 0.2 * wanted[i],
                     qPrintable(QStringLiteral("part %1: %2 of %3").arg(i).arg(there[i]).arg(wanted[i])));
    }
    // And without the words above the map and the legend below it there would be less.
    const double above = user.canvas().extent().height() / size.height();
    QVERIFY2(above < 0.95, qPrintable(QString::number(above)));
    QVERIFY(std::accumulate(wanted.begin(), wanted.begin() + parts, 0.0) > 100);
    QVERIFY(std::accumulate(wanted.end() - parts, wanted.end(), 0.0) > 100);
}

/// What draws SVG for GNOME and for many converters shows in each part of it what our own pixels show:
/// neither text nor shape is cut or missing, also where text is outlines.
void Export::othersDrawTheSame() {
    Exporter user;
    user.open(retail);
    const QImage png(QString::fromStdString(user.save("retail.png").string()));
    const std::vector wanted = inkOf(png);
    const auto theirs = [&user](const std::filesystem::path& svg) {
        user.watchdog.pause(true); // the window has no part in it
        const QByteArray drawn = said("rsvg-convert", {QString::fromStdString(svg.string())});
        user.watchdog.pause(false);
        return QImage::fromData(drawn, "PNG");
    };
    const auto unlike = [&](const std::filesystem::path& svg) { // empty: like our pixels in every part
        const QImage drawn = theirs(svg);
        if (std::abs(drawn.width() - png.width()) > 1 || std::abs(drawn.height() - png.height()) > 1)
            return QStringLiteral("another size");
        const std::vector there = inkOf(drawn);
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (std::abs(there[i] - wanted[i]) > 60 + 0.1 * wanted[i])
                return QStringLiteral("part %1: %2 of %3").arg(i).arg(there[i]).arg(wanted[i]);
        return QString();
    };
    for (const bool outlines : {false, true}) {
        if (outlines) {
            user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            user.find("as outlines");
        }
        const auto svg = user.save(outlines ? "outlines.svg" : "text.svg");
        QVERIFY2(!theirs(svg).isNull(), "rsvg-convert: see installer/packages-test.txt");
        QCOMPARE(unlike(svg), QString());
    }
    // And without the words it would not be.
    const auto wordless = user.place.file("wordless.svg");
    static const QRegularExpression word("<text.*?</text>", QRegularExpression::DotMatchesEverythingOption);
    write(wordless, QString::fromStdString(read(user.place.file("text.svg"))).remove(word).toStdString());
    QVERIFY(unlike(wordless).startsWith("part"));
}

/// How a picture leaves the window is said there, by keys and without a dialog, and holds until it is said
/// otherwise.
void Export::choicesHold() {
    Exporter user;
    user.open(retail);
    const auto choose = [&](const char* words) {
        user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        user.find(words);
    };
    const auto image = [&](const char* name) {
        return QImage(QString::fromStdString(user.save(name).string()));
    };
    QImageReader::setAllocationLimit(0); // four times as large it is larger than Qt reads otherwise
    const QImage plain = image("plain.png");
    for (const auto& [words, times] :
         {std::pair("PNG twice", 2), std::pair("PNG three times", 3), std::pair("PNG four times", 4)}) {
        choose(words);
        const int width = image(QByteArray(words).replace(' ', '-') + ".png").width();
        QVERIFY2(std::abs(width - times * plain.width()) <= times, words);
    }
    choose("PNG in its own size");
    QCOMPARE(image("again.png"), plain);
    choose("dark colours");
    const QColor dark = image("dark.png").pixelColor(2, 2);
    QVERIFY(dark.lightness() < 60 && dark.alpha() == 255);
    choose("without a background");
    QCOMPARE(image("clear.png").pixelColor(2, 2).alpha(), 0);
    QVERIFY(textOf(read(user.save("text.svg"))).contains("OrderCompleted"));
    choose("as outlines");
    QVERIFY(!textOf(read(user.save("outlines.svg"))).contains("OrderCompleted"));
    user.copy();
    const auto copied = QImage::fromData(QApplication::clipboard()->mimeData()->data("image/png"));
    QCOMPARE(copied.pixelColor(2, 2).alpha(), 0);
    for (const char* each : {"without a background", "as outlines"})
        choose(each);

    // Also for who comes back.
    choose("PNG twice");
    user.press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(user.window.isNull());
    user.start();
    user.open(retail);
    const QImage next = image("next.png");
    QVERIFY(next.pixelColor(2, 2).lightness() < 60);
    QVERIFY(std::abs(next.width() - 2 * plain.width()) <= 2);
    choose("dark colours");
    choose("PNG in its own size");
    QCOMPARE(image("after.png"), plain);
}

void Export::copyCarriesThree() {
    Exporter user;
    user.open(retail);
    user.copy();
    const QMimeData* copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->hasFormat("image/svg+xml") && copied->hasFormat("image/png") && copied->hasText());
    QVERIFY(QSvgRenderer(copied->data("image/svg+xml")).isValid());
    const QImage image = QImage::fromData(copied->data("image/png"));
    const QImage once(QString::fromStdString(user.save("once.png").string()));
    QVERIFY(std::abs(image.width() - 2 * once.width()) <= 2); // slides enlarge it
    QVERIFY(copied->text().contains("event orders/OrderCompleted"));
}

QTEST_MAIN(Export)
#include "tst_23_export.moc"
