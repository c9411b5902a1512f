// SPDX-License-Identifier: Apache-2.0
#include <QMenuBar>

#include "freshness/spoken.h"
#include "generate/write.h"
#include "language/text.h"
#include "panels/problems/mend_card.h"
#include "shell/furnishing.h"
#include "sketch.h"

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
    void saysWhatTheModelSays();
    void saysWhatBecomesOfFiles();
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

/// Comes late: the language stays.
void Language::furnishesTheNextStart() {
    shell::furnish(*qApp, QStringLiteral("de"));
    User user;
    QVERIFY(user.window->menuBar()->actions().front()->text().contains("Datei"));
    user.picture("german-start");
    user.open(retail);
    user.picture("german");
}

/// What a rule objects to, what mends it, and why something cannot be done are the model's words.
void Language::saysWhatTheModelSays() {
    shell::furnish(*qApp, QStringLiteral("de"));
    Sketcher user;
    user.draw("event orders/OrderPlaced", user.at("view finance/open-orders"));
    QCOMPARE(user.toasted(),
             QString("OrderPlaced und open-orders sind schon verbunden. Ein anderes Element wählen."));
    auto* panel = user.window->docks().panel("problems");
    const auto* rows = panel->findChild<QAbstractItemView*>()->model();
    const auto isTold = [&](const QString& message) {
        return !rows->match(rows->index(0, 0), Qt::DisplayRole, message, 1,
                            Qt::MatchExactly | Qt::MatchRecursive)
                    .isEmpty();
    };
    QVERIFY(isTold("Kein Kontext veröffentlicht tax/RateSet: finance/open-orders konsumiert es. Unter den "
                   "Events von tax deklarieren."));
    const QModelIndex undeclared = rows->index(0, 0, rows->index(0, 0));
    QVERIFY(undeclared.data(Qt::AccessibleTextRole).toString().startsWith("Fehler: "));
    auto* card = panel->findChild<panels::MendCard*>();
    const auto* title = card->findChild<QLabel*>("mendTitle");
    const QString mends = QStringLiteral("Angeben, dass nur zählt, dass es geschehen ist");
    for (int i = 0; i < 30 && title->text() != mends; ++i) {
        user.press(Qt::Key_F8);
        user.press(Qt::Key_Period, Qt::ControlModifier);
        QTRY_VERIFY(card->isVisible());
    }
    QCOMPARE(title->text(), mends);
    user.picture("german-problems");
    user.click(*card->findChild<QPushButton*>("applyFix"));
    QCOMPARE(user.document().history().undoText(), mends);
}

/// What becomes of generated files, and how much of a promise's errors is used up.
void Language::saysWhatBecomesOfFiles() {
    shell::furnish(*qApp, QStringLiteral("de"));
    const QTemporaryDir folder;
    const std::filesystem::path out = folder.path().toStdString();
    write(out / "orders.sql", "-- by hand\n");
    const auto written = generate::writeFiles(out, {{.path = "orders.sql", .content = "-- generated\n"}});
    QVERIFY(written);
    QCOMPARE(language::toQString(written->front().note),
             QString("nicht von hier geschrieben; der neue Text steht in orders.sql.new"));
    const auto outside = generate::writeFiles(out, {{.path = "../orders.sql", .content = {}}});
    QVERIFY(language::toQString(outside.error().message).startsWith("Der Pfad „../orders.sql“ führt"));
    QCOMPARE(language::toQString(freshness::spokenBudget(100)), QString("100-fach"));
}

QTEST_MAIN(Language)
#include "tst_29_language.moc"
