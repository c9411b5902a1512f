// SPDX-License-Identifier: Apache-2.0
#include <QMenuBar>

#include "shell/furnishing.h"
#include "user.h"

using namespace factline;
using namespace factline::testing;

/// Whose desktop speaks another language than the room chooses the window's own.
class Language : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }
    void isChosenAtTheWindow();
    void unknownOnesAreLeftToTheDesktop();
    void furnishesTheNextStart();
};

void Language::isChosenAtTheWindow() {
    User user;
    user.open(retail);
    const auto run = [&](const char* action) {
        user.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        user.find(action);
    };
    run("English"); // it is spoken already
    QCOMPARE(user.place.setup.settings->language(), QStringLiteral("en"));
    QVERIFY(user.bar("next start") == nullptr);
    run("Deutsch");
    QCOMPARE(user.place.setup.settings->language(), QStringLiteral("de"));
    QTRY_VERIFY(user.bar("From the next start on, Factline speaks Deutsch") != nullptr);
    run("System language");
    QCOMPARE(user.place.setup.settings->language(), QString());
    QTRY_VERIFY(user.bar("Factline speaks") != nullptr &&
                user.bar("Factline speaks")->text().contains("English"));
    user.picture("language");
}

void Language::unknownOnesAreLeftToTheDesktop() {
    QCOMPARE(shell::languageFor(QStringLiteral("de")), QStringLiteral("de"));
    for (const char* none : {"", "xx", "../de"})
        QCOMPARE(shell::languageFor(none), QStringLiteral("en"));
    QLocale::setDefault(QLocale(QStringLiteral("de_AT")));
    QCOMPARE(shell::languageFor({}), QStringLiteral("de"));
    QCOMPARE(shell::languageFor(QStringLiteral("en")), QStringLiteral("en"));
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
}

/// Comes last: the language stays.
void Language::furnishesTheNextStart() {
    shell::furnish(*qApp, QStringLiteral("de"));
    User user;
    QVERIFY(user.window->menuBar()->actions().front()->text().contains("Datei"));
    user.picture("german-start");
    user.open(retail);
    user.picture("german");
}

QTEST_MAIN(Language)
#include "tst_29_language.moc"
