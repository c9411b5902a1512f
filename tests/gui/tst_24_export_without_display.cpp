// SPDX-License-Identifier: Apache-2.0
#include <QFileInfo>
#include <QProcess>
#include <QXmlStreamReader>

#include "user.h"

using namespace factline;
using namespace factline::testing;

/// What the window exports the command line does as well, where there is no screen at all.
class ExportWithoutDisplay : public QObject {
    Q_OBJECT
private slots:
    void drawsTheSame();
    void saysWhatFails();
};

namespace {

/// All text of an SVG, in the order it stands there.
QString textOf(const std::string& svg) {
    QXmlStreamReader xml(QByteArray::fromStdString(svg));
    QString text;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters) text += xml.text();
    return text.simplified();
}

struct Ran {
    int exit = -1;
    QByteArray errors;
};

/// The command line where there is no screen and nothing that says so.
Ran run(const QStringList& arguments) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY"})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.start(FACTLINE_BIN_DIR "/factline", arguments);
    if (!process.waitForFinished(60'000)) return {};
    return {process.exitCode(), process.readAllStandardError()};
}

} // namespace

void ExportWithoutDisplay::drawsTheSame() {
    User user;
    write(user.place.file("tiny.factline.yaml"), tiny);
    user.open(user.place.file("tiny.factline.yaml"));
    user.save(); // with where everything stands
    user.choose(user.place.file("window.svg"), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    const std::string window = read(user.place.file("window.svg"));
    const QString model = QString::fromStdString(user.place.file("tiny.factline.yaml").string());
    for (const char* extension : {"svg", "png", "pdf"}) {
        const QString out = user.place.folder.filePath(QString("line.%1").arg(extension));
        const Ran ran = run({"diagram", model, "-o", out});
        QVERIFY2(ran.exit == 0, ran.errors.constData());
        QVERIFY(QFileInfo(out).size() > 500);
    }
    QVERIFY(!textOf(window).isEmpty());
    QCOMPARE(textOf(read(user.place.file("line.svg"))), textOf(window));
    for (const int scale : {1, 4}) {
        const QString out = user.place.folder.filePath(QString("at-%1.png").arg(scale));
        QCOMPARE(run({"diagram", model, "-o", out, "--scale", QString::number(scale)}).exit, 0);
    }
    const QImage once(user.place.folder.filePath("at-1.png"));
    const QImage four(user.place.folder.filePath("at-4.png"));
    QVERIFY(!once.isNull() && std::abs(four.width() - 4 * once.width()) <= 4);
}

void ExportWithoutDisplay::saysWhatFails() {
    User user;
    write(user.place.file("tiny.factline.yaml"), tiny);
    const QString model = QString::fromStdString(user.place.file("tiny.factline.yaml").string());
    for (const QStringList& arguments :
         {QStringList{"diagram", model, "-o", user.place.folder.filePath("no/such/folder/x.svg")},
          QStringList{"diagram", model, "-o", user.place.folder.filePath("x.bmp")},
          QStringList{"diagram", user.place.folder.filePath("none.yaml"), "-o",
                      user.place.folder.filePath("x.svg")}}) {
        const Ran ran = run(arguments);
        QVERIFY2(ran.exit > 0, qPrintable(arguments.join(' ')));
        QVERIFY2(!ran.errors.isEmpty(), qPrintable(arguments.join(' ')));
    }
    QVERIFY(!QFile::exists(user.place.folder.filePath("x.svg")));
    QVERIFY(!QFile::exists(user.place.folder.filePath("x.bmp")));
}

QTEST_MAIN(ExportWithoutDisplay)
#include "tst_24_export_without_display.moc"
