// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>

#include "everything_said.h"
#include "generate/target.h"
#include "place.h"
#include "shell/docks.h"
#include "speaking.h"
#include "viewmodels/text.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;

namespace {

/// No word in it is English: what is English in a window on it is the program's own.
const std::string german = R"(factline: 1
model: Laden
summary: Wer was verkauft.
claims:
  c1: {of: a1/f1, text: Das Lager hat gezählt.}
  c2: {of: a1/f1, text: Jemand darf es kaufen.}
contexts:
  a1:
    title: Lager
    publishing: {through: outbox, lag: {poll: 1s, work: 60ms, basis: measured}}
    facts:
      f1: {means: Was im Lager liegt., key: [k1]}
    channels:
      h1: {lag: {p50: 13ms, p99: 32ms}, retention: 5m}
    events:
      E1: {means: Gezählt wurde., announces: [f1], asserts: [c1], channel: h1, rate: 20/s, payload: {k1: string}}
      E2: {announces: [f1]}
  b2:
    title: Suche
    views:
      v1:
        shows: [a1/f1]
        fedBy: {a1/E1: {capacity: {perMessage: 20ms}, lag: {p50: 20ms, p99: 90ms}, reliesOn: [c2]}}
        freshness: {within: 2s}
      v2: {shows: [a1/f1], fedBy: {a1/E2: {}}, freshness: {within: 1m}}
      v3: {shows: [a1/f1], fedBy: {a1/E1: {lag: {p99: 90ms}}}, freshness: {within: 100ms}}
    decisions:
      d1: {reads: {v1: {tolerates: 1s}, a1/f1: {ask: owner}}}
    policies:
      p1: {when: {a1/E2: {}}}
scenarios:
  s1: {outage: {a1: 5m}}
hotspots:
  - Darf Lager das?
)";

/// Words that stand in nearly every English sentence and in no German one.
QStringList englishIn(const QString& text) {
    static const QRegularExpression word(
        QStringLiteral("\\b(the|is|are|of|nobody|declare|messages|and|not|with|this|that|its|it|be|for|to|"
                       "changes|by|which|every|takes|nothing)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto each = word.globalMatch(text); each.hasNext();)
        found += each.next().captured();
    return found;
}

/// The names of fields and what the contract language says of them: the inspector shows it as the reference
/// page has it.
QString fieldHelp() {
    static const QRegularExpression seam(QStringLiteral("\"\\s*\\n\\s*\""));
    QString words;
    QDirIterator files(QStringLiteral(FACTLINE_SOURCE_DIR "/model/contract/fields"), {"*.h"}, QDir::Files);
    while (files.hasNext())
        words += QString::fromStdString(read(files.next().toStdString())).remove(seam) + '\n';
    return words.toLower();
}

/// A text without what is English in every window: the names of rules, the fields, and a target as `generate
/// --list` has it.
QString withoutNames(const QString& text) {
    static const QString help = fieldHelp();
    static const QRegularExpression rule(QStringLiteral("\\b[a-z]+(-[a-z]+)+\\b"));
    static const QRegularExpression ends(QStringLiteral("[:()\\n]"));
    QString words = plain(text);
    for (const generate::Target& target : generate::targets())
        words.remove(viewmodels::toQString(target.summary));
    QStringList left;
    for (const QString& part : words.split(ends)) {
        const QString said = part.trimmed().toLower();
        if (!help.contains(said) && !help.contains(QString(said).remove(' ')))
            left += QString(part).remove(rule);
    }
    return left.join('\n');
}

/// Everything in the window that holds an English word, each once.
QStringList englishIn(const QWidget& window) {
    QStringList found;
    for (const auto& [who, text] : everythingSaid(window))
        if (const QStringList english = englishIn(withoutNames(text)); !english.isEmpty())
            found += QStringLiteral("%1: \"%2\" (%3)").arg(who, text, english.join(QLatin1Char(' ')));
    found.removeDuplicates();
    return found;
}

} // namespace

/// A German window on a model in German holds no English sentence.
class TestGerman : public QObject {
    Q_OBJECT
private slots:
    void englishIsFound() {
        QCOMPARE(englishIn(QStringLiteral("Nothing is late.")), (QStringList{"Nothing", "is"}));
        QCOMPARE(englishIn(QStringLiteral("Nichts ist verspätet, sagt Isis.")), QStringList());
    }

    void nothingIsSaidInEnglish() {
        const Place place;
        const Speaking<German> speaking;
        write(place.file("laden.yaml"), german);
        MainWindow window(place.setup);
        window.resize(1440, 900);
        window.QWidget::show();
        QVERIFY(opens(window, place.file("laden.yaml")));
        QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 20'000);
        window.whatIf().setOn(true);
        QStringList found;
        for (const char* context : {"a1", "b2"}) {
            window.whatIf().setOutage(context, std::chrono::minutes(10));
            QTRY_VERIFY_WITH_TIMEOUT(window.whatIf().isUpToDate(), 20'000);
            for (const panels::PanelKind& kind : panels::panelKinds()) {
                window.docks().show(kind.id);
                QTest::qWait(50);
            }
            const Lookup lookup(window.document().snapshot()->model);
            for (const Located& located : lookup.all()) {
                window.selection().select(located.id());
                QTest::qWait(50);
                found += englishIn(window);
            }
            const auto* said = window.docks().panel("what-if")->findChild<QLabel*>("outageSaid");
            QVERIFY2(said->text().contains("fällt für 10 min aus"), qPrintable(said->text()));
        }
        found.removeDuplicates();
        for (const QString& text : found)
            qInfo().noquote() << text; // QtTest cuts long messages
        QCOMPARE(found, QStringList());
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
