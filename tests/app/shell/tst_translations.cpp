// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "translation.h"

using namespace factline::testing;

namespace {

const QString folder = QStringLiteral(FACTLINE_SOURCE_DIR "/resources/translations/");

/// What is put into a text: %1, %n; how a number is written (%L1) is the language's own matter. In a phrase
/// of the model {}, which a translation that wants another order numbers from {0}.
QStringList places(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%L?(\\d|n)|\\{(\\d?)\\}"));
    QStringList found;
    int next = 0;
    for (auto each = place.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch match = each.next();
        if (match.capturedLength(1) > 0)
            found += match.captured(1);
        else
            found += '{' + (match.capturedLength(2) > 0 ? match.captured(2) : QString::number(next++));
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

qsizetype mnemonics(const QString& text) {
    static const QRegularExpression mnemonic(QStringLiteral("&\\w"));
    return text.count(mnemonic);
}

/// The first thing that is wrong with a translation; empty: nothing.
QString complaint(const Message& message) {
    if (!message.finished) return QStringLiteral("unfinished");
    if (message.counted && message.forms.size() != 2)
        return QStringLiteral("one and many are not both there");
    for (const QString& form : message.forms) {
        if (form.trimmed().isEmpty() && !message.source.trimmed().isEmpty()) return QStringLiteral("missing");
        if (places(form) != places(message.source)) return QStringLiteral("other places: ") + form;
        if (mnemonics(form) != mnemonics(message.source)) return QStringLiteral("other mnemonics: ") + form;
        if (form.startsWith(QLatin1Char(' ')) != message.source.startsWith(QLatin1Char(' ')) ||
            form.endsWith(QLatin1Char(' ')) != message.source.endsWith(QLatin1Char(' ')) ||
            form.endsWith(QLatin1Char('\n')) != message.source.endsWith(QLatin1Char('\n')))
            return QStringLiteral("other space at an end: ") + form;
        if (form.endsWith(QStringLiteral("…")) != message.source.endsWith(QStringLiteral("…")))
            return QStringLiteral("other dots: ") + form;
        if (form.contains(QLatin1String("(s)"))) return QStringLiteral("not counted: ") + form;
    }
    return {};
}

QSet<QString> identities(const QList<Message>& messages) {
    QSet<QString> all;
    for (const Message& message : messages)
        all += message.identity();
    return all;
}

/// What Qt's lupdate finds in the sources, as the language's file should have it.
QSet<QString> foundInSources(const QString& language) {
    QString lupdate = QStandardPaths::findExecutable(
        QStringLiteral("lupdate"),
        {QLibraryInfo::path(QLibraryInfo::BinariesPath), QStringLiteral("/usr/lib/qt6/bin")});
    if (lupdate.isEmpty()) return {};
    const QTemporaryDir place;
    const QString file = place.filePath(QStringLiteral("new.ts"));
    QStringList arguments{QStringLiteral("-silent"),
                          QStringLiteral("-tr-function-alias"),
                          QStringLiteral("tr+=of,tr+=clause,tr+=words"),
                          QStringLiteral("-locations"),
                          QStringLiteral("none"),
                          QStringLiteral("-source-language"),
                          QStringLiteral("en"),
                          QStringLiteral("-target-language"),
                          language,
                          QStringLiteral(FACTLINE_SOURCE_DIR "/app"),
                          QStringLiteral("-ts"),
                          file};
    // The phrases of the model. Of its headers those that hold some: reading the one of their class would
    // give it another name.
    for (const auto& [under, ending] : {std::pair("/model", "*.cpp"), std::pair("/model/contract", "*.h")}) {
        QDirIterator files(QStringLiteral(FACTLINE_SOURCE_DIR) + QLatin1String(under),
                           {QLatin1String(ending)}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            arguments.insert(arguments.indexOf(QStringLiteral("-ts")), files.next());
    }
    if (language == QLatin1String("en")) arguments.prepend(QStringLiteral("-pluralonly"));
    QProcess process;
    process.start(lupdate, arguments);
    if (!process.waitForFinished(120'000)) return {};
    return identities(messagesOf(file));
}

QString some(const QSet<QString>& texts) {
    return QStringList(texts.values()).mid(0, 10).join(QLatin1Char('\n'));
}

} // namespace

/// The words of the window are there in each language, whole and up to date.
class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void complaintsAreFound() {
        const Message good{.source = "Write %1", .finished = true, .forms = {"%1 schreiben"}};
        QCOMPARE(complaint(good), QString());
        const auto with = [&](auto change) {
            Message bad = good;
            change(bad);
            return complaint(bad);
        };
        QVERIFY(with([](Message& m) { m.finished = false; }).contains("unfinished"));
        QVERIFY(with([](Message& m) { m.forms = QStringList{""}; }).contains("missing"));
        QVERIFY(with([](Message& m) { m.forms = QStringList{"schreiben"}; }).contains("places"));
        QVERIFY(with([](Message& m) { m.forms = QStringList{"&%1 schreiben"}; }).contains("places") ||
                with([](Message& m) { m.forms = QStringList{"%1 &schreiben"}; }).contains("mnemonics"));
        QVERIFY(with([](Message& m) { m.forms = QStringList{"%1 schreiben "}; }).contains("space"));
        QVERIFY(with([](Message& m) { m.forms = QStringList{"%1 schreiben…"}; }).contains("dots"));
        QVERIFY(with([](Message& m) { m.counted = true; }).contains("one and many"));
        const auto phrase = [](const char* german) {
            return complaint({.source = "{} owns {within: {}}", .finished = true, .forms = {german}});
        };
        QCOMPARE(phrase("{} besitzt {}"), QString());
        QCOMPARE(phrase("{1} gehört {0}"), QString());
        for (const char* bad : {"{} besitzt", "{0} besitzt {0}", "{1} gehört {2}", "{} besitzt {} und {}"})
            QVERIFY2(phrase(bad).contains("places"), bad);
    }

    void everyTextIsTranslated_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
    void everyTextIsTranslated() {
        QFETCH(QString, language);
        const auto messages = messagesOf(folder + "factline_" + language + ".ts");
        QVERIFY(messages.size() > 10);
        QStringList bad;
        for (const Message& message : messages)
            if (const QString why = complaint(message); !why.isEmpty())
                bad += message.identity() + ": " + why;
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }

    void nothingIsNewInTheSources_data() { everyTextIsTranslated_data(); }
    void nothingIsNewInTheSources() {
        QFETCH(QString, language);
        const QSet<QString> found = foundInSources(language);
        QVERIFY2(found.size() > 10, "lupdate is not there, or finds nothing");
        const QSet<QString> known = identities(messagesOf(folder + "factline_" + language + ".ts"));
        QVERIFY2((found - known).isEmpty(),
                 qPrintable("CONTRIBUTING.md, \"A text\", says how to add these:\n" + some(found - known)));
    }

    /// A text that nobody says any more, or under a name that nobody looks it up by, only seems to be there.
    void nothingInTheFileIsForgotten_data() { everyTextIsTranslated_data(); }
    void nothingInTheFileIsForgotten() {
        QFETCH(QString, language);
        const QSet<QString> found = foundInSources(language);
        QVERIFY2(found.size() > 10, "lupdate is not there, or finds nothing");
        const QSet<QString> known = identities(messagesOf(folder + "factline_" + language + ".ts"));
        QVERIFY2((known - found).isEmpty(),
                 qPrintable("CONTRIBUTING.md, \"A text\", says how to drop these:\n" + some(known - found)));
    }

    /// tr() in a class without a context of its own would be looked up under another than lupdate writes
    /// down.
    void lupdateUnderstandsTheSources() {
        const auto messages = messagesOf(folder + "factline_de.ts");
        for (const Message& message : messages)
            QVERIFY2(!message.context.isEmpty() && !message.context.endsWith("factline") &&
                         (message.context == "Phrase" || !message.context.endsWith("Phrase")),
                     qPrintable(message.identity()));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
