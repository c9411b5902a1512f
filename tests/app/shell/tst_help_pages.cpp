// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QRegularExpression>
#include <QTranslator>
#include <QtTest>

#include "base/resources.h"
#include "shell/help_pages.h"

using namespace factline;

namespace {

const QDir english(QStringLiteral(FACTLINE_SOURCE_DIR "/resources/help"));

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Keys are called as the window calls them in each language.
QString withEnglishKeys(QString text) {
    const std::pair<const char*, const char*> keys[] = {
        {"Strg", "Ctrl"},       {"Umschalt", "Shift"}, {"Links", "Left"}, {"Rechts", "Right"},
        {"Leertaste", "Space"}, {"Entf", "Del"},       {"Einfg", "Ins"}};
    for (const auto& [own, key] : keys)
        text.replace(QLatin1String(own), QLatin1String(key));
    return text;
}

/// What a page has in every language: its headings, rows and blocks, and what is code.
QStringList bonesOf(const QString& text) {
    QStringList bones;
    bool code = false;
    for (const QString& line : text.split('\n')) {
        if (line.startsWith("```")) code = !code;
        if (code)
            bones += line;
        else if (line.startsWith('#'))
            bones += line.section(' ', 0, 0);
        else if (line.startsWith('|'))
            bones += "a row";
    }
    static const QRegularExpression span("`[^`\\n]+`|\\]\\([^)]+\\)");
    QStringList spans;
    QString prose = text;
    prose.remove(QRegularExpression("```.*?```", QRegularExpression::DotMatchesEverythingOption));
    for (auto each = span.globalMatch(prose); each.hasNext();)
        spans += withEnglishKeys(each.next().captured());
    spans.sort();
    return bones + spans;
}

struct German : QTranslator {
    German() {
        const auto words = findResource("translations/factline_de.qm");
        const bool read =
            words && load(reinterpret_cast<const uchar*>(words->data()), static_cast<int>(words->size()));
        if (read) QCoreApplication::installTranslator(this);
    }
};

} // namespace

/// The help speaks the language of the window where a page is there in it, and says the same in each.
class TestHelpPages : public QObject {
    Q_OBJECT
private slots:
    void bonesAreFound() {
        QCOMPARE(bonesOf("# A\nPress `Strg+Z`, see [B](b.md).\n```sh\n# x\n```\n| a |\n"),
                 QStringList({"#", "```sh", "# x", "a row", "](b.md)", "`Ctrl+Z`"}));
    }

    void pagesSayTheSame_data() {
        QTest::addColumn<QString>("page");
        for (const QString& page : QDir(english.filePath("de")).entryList({"*.md"}))
            QTest::newRow(qPrintable(page)) << page;
    }
    void pagesSayTheSame() {
        QFETCH(QString, page);
        const QStringList own = bonesOf(read(english.filePath("de/" + page)));
        const QStringList original = bonesOf(read(english.filePath(page)));
        QVERIFY(own.size() > 3);
        for (int i = 0; i < std::min(own.size(), original.size()); ++i)
            QCOMPARE(own[i], original[i]);
        QCOMPARE(own.size(), original.size());
    }

    void theWindowsLanguageIsTaken() {
        const auto before = shell::helpPages();
        QVERIFY(shell::helpText("help/first-steps").startsWith("# First steps"));
        const German german;
        QVERIFY(shell::helpText("help/first-steps").startsWith("# Erste Schritte"));
        QVERIFY(!shell::helpText("help/first-steps").contains("nur auf Englisch"));
        QVERIFY(shell::helpText("help/generating").contains("Diese Seite gibt es nur auf Englisch"));
        const auto after = shell::helpPages();
        QCOMPARE(after.size(), before.size()); // no page comes twice
        QCOMPARE(after.front().title, QString("Erste Schritte"));
        for (std::size_t i = 0; i < after.size(); ++i)
            QCOMPARE(after[i].name, before[i].name);
        QCOMPARE(shell::helpText("help/no-such-page"), QString());
    }
};

QTEST_GUILESS_MAIN(TestHelpPages)
#include "tst_help_pages.moc"
