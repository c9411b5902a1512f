// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include "app/shell/place.h"

using namespace factline;

namespace {

/// What a source says to count: the texts of tr() that hold %n.
QStringList countedTexts(const QString& source) {
    static const QRegularExpression call("\\btr\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    static const QRegularExpression seam("\"\\s*\"");
    QStringList texts;
    for (auto each = call.globalMatch(source); each.hasNext();) {
        QString text = each.next().captured(1).trimmed();
        text.replace(seam, {});
        text = text.mid(1, text.size() - 2);
        if (text.contains(QLatin1String("%n"))) texts += text;
    }
    return texts;
}

/// The texts that a translation has every form of.
QStringList translatedTexts(const QString& file) {
    QFile stream(file);
    if (!stream.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&stream);
    QStringList texts;
    QString source;
    int forms = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
            forms = 0;
        } else if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) {
            forms += xml.readElementText().isEmpty() ? 0 : 1;
        } else if (xml.isEndElement() && xml.name() == QLatin1String("message") && forms == 2) {
            texts += source;
        }
    }
    return texts;
}

} // namespace

/// What is counted is called by its right name.
class TestWords : public QObject {
    Q_OBJECT
private slots:
    void countsAreFoundInSources() {
        QCOMPARE(
            countedTexts("a(tr(\"%n egg(s)\", nullptr, 2)); X::tr( \"and \"\n  \"%n more\"); tr(\"none\");"),
            QStringList({"%n egg(s)", "and %n more"}));
    }

    void everyCountHasItsEnglishForms() {
        const QStringList known =
            translatedTexts(FACTLINE_SOURCE_DIR "/resources/translations/factline_en.ts");
        QStringList found;
        QDirIterator files(FACTLINE_SOURCE_DIR "/app", {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            found += countedTexts(QString::fromStdString(testing::read(files.next().toStdString())));
        QVERIFY(found.size() > 5);
        for (const QString& text : found)
            QVERIFY2(known.contains(text), qPrintable(text + ": CONTRIBUTING.md says how to add its forms"));
    }

    void oneAndManyAreTold() {
        const testing::Place place;
        shell::MainWindow window(place.setup);
        window.show();
        testing::write(place.file("tiny.factline.yaml"), testing::tiny);
        QVERIFY(testing::opens(window, place.file("tiny.factline.yaml")));
        const QString said = testing::saysAnywhere(window);
        QVERIFY2(said.contains("1 context · 1 fact · 1 event"), qPrintable(said));
        QVERIFY2(said.contains("1 context, 1 fact, 1 event"), qPrintable(said)); // the inspector
        QVERIFY2(!said.contains("(s)"), qPrintable(said));
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
