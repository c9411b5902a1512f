// SPDX-License-Identifier: Apache-2.0
#include <QClipboard>
#include <QImageReader>
#include <QMimeData>
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
    void choicesHold();
    void copyCarriesThree();
};

namespace {

struct Exporter : User {
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
    // Legend, title, version and date.
    const auto caption = picture::captionOf(*user.document().snapshot()->base, user.document().file());
    QVERIFY(!caption.title.empty() && !caption.version.empty() && !caption.date.empty());
    const auto day = QDate::fromString(QString::fromStdString(caption.date), Qt::ISODate);
    QVERIFY(day.isValid());
    const std::string date = QLocale::c().toString(day, "d MMMM yyyy").toStdString();
    for (const std::string& part : {caption.title, caption.version, date})
        QVERIFY2(text.contains(QString::fromStdString(part).remove(' ')), part.c_str());
    for (const char* kind : {"fact", "event", "view", "decision"})
        QVERIFY2(text.contains(kind, Qt::CaseInsensitive), kind);
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
    QVERIFY2(text.contains("OrderCompleted") && text.contains("Global retailer"), qPrintable(text.left(400)));
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
    user.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const auto copied = QImage::fromData(QApplication::clipboard()->mimeData()->data("image/png"));
    QCOMPARE(copied.pixelColor(2, 2).alpha(), 0);
    for (const char* each : {"dark colours", "without a background", "as outlines"})
        choose(each);
    QCOMPARE(image("after.png"), plain);
}

void Export::copyCarriesThree() {
    Exporter user;
    user.open(retail);
    user.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
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
