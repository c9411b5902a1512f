// SPDX-License-Identifier: Apache-2.0
#include <QFileDialog>
#include <QTimer>

#include "canvas/canvas.h"
#include "canvas/hit.h"
#include "contract/form/form.h"
#include "contract/read.h"
#include "everything_said.h"
#include "generate/target.h"
#include "place.h"
#include "shell/docks.h"
#include "speaking.h"
#include "viewmodels/rows_model.h"
#include "viewmodels/text.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;
using viewmodels::toQString;

namespace {

/// No word in it is English: what is English in a window on it is the program's own. An element of each kind.
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
    types:
      T1: {k2: {type: string}}
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
audiences:
  u1: {sees: [b2/v1, b2/v3], of: a1/f1, mayDisagreeFor: 1s}
scenarios:
  s1: {outage: {a1: 5m}}
hotspots:
  - Darf Lager das?
)";

/// With something wrong in each of its lines below the contexts.
const std::string broken = R"(factline: 1
model: Laden
contexts:
  a1:
    gibtsNicht: 1
    survives: bald
    facts:
      f1: {means: [1], means: Zwei., key: k1}
      f/2: {}
    channels:
      h1: {lag: 3s, partitions: viele, compacted: ja}
      h2: {lag: {p50: 2s, p99: 1s}}
      h3: {lag: {fixed: 2s, cron: "0 2 * * *"}}
    events:
      E1: {announces: [f1, f1], finality: vielleicht, channel: }
)";

/// Words that stand in nearly every English sentence and in no German one.
QStringList englishIn(const QString& text) {
    static const QRegularExpression word(
        QStringLiteral("\\b(the|is|are|of|nobody|declare|messages|and|not|with|this|that|its|it|be|for|to|"
                       "changes|by|which|every|takes|nothing|or|has|have|can|cannot|one|what|how|whether|"
                       "unknown|gone|first|as|from|than|only|again|until|your|where|when|who|why)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto each = word.globalMatch(text); each.hasNext();)
        found += each.next().captured();
    return found;
}

void addFields(const std::vector<contract::FormField>& fields, std::vector<contract::FormField>& all) {
    for (const contract::FormField& field : fields) {
        all.push_back(field);
        addFields(field.inside, all);
    }
}

/// Every field of every form, those inside of others too.
std::vector<contract::FormField> allFields() {
    std::vector<contract::FormField> all;
    for (int kind = 0; kind <= static_cast<int>(ElementKind::Audience); ++kind)
        addFields(contract::formOf(static_cast<ElementKind>(kind)), all);
    return all;
}

/// The language's own words, which are the same in every window: its keys, as they stand and as a form calls
/// them, and the values that are words.
const QSet<QString>& languageWords() {
    static const QSet<QString> words = [] {
        QSet<QString> made;
        for (const contract::FormField& field : allFields()) {
            made << toQString(field.key).toLower() << viewmodels::labelOf(field.key).toLower();
            for (const std::string_view word : field.words)
                made << toQString(word).toLower();
        }
        return made;
    }();
    return words;
}

/// A text without names: of rules, of what stands in backticks, and of a part that is a word of the language
/// and nothing else.
QString withoutNames(const QString& text) {
    static const QRegularExpression name(QStringLiteral("`[^`]*`|\\b[a-z]+(-[a-z]+)+\\b"));
    static const QRegularExpression ends(QStringLiteral("[:()\\n,]"));
    static const QRegularExpression last(QStringLiteral(" (und|oder) "));
    QStringList left;
    for (const QString& part : plain(text).remove(name).replace(last, QStringLiteral(", ")).split(ends))
        if (!languageWords().contains(part.trimmed().toLower())) left += part;
    return left.join('\n');
}

/// Each text that holds an English word, once.
QStringList englishIn(const QList<Said>& all) {
    QStringList found;
    for (const auto& [who, text] : all)
        if (const QStringList english = englishIn(withoutNames(text)); !english.isEmpty())
            found += QStringLiteral("%1: \"%2\" (%3)").arg(who, text, english.join(QLatin1Char(' ')));
    found.removeDuplicates();
    return found;
}

/// Fails by all of them; QtTest cuts long messages.
#define NONE(found)                                                                                          \
    do {                                                                                                     \
        const QStringList all = found;                                                                       \
        for (const QString& text : all)                                                                      \
            qInfo().noquote() << text;                                                                       \
        QCOMPARE(all, QStringList());                                                                        \
    } while (false)

} // namespace

/// A German window on a model in German holds no English sentence.
class TestGerman : public QObject {
    Q_OBJECT
    /// What is said of a file in the window that opened it, with every panel shown once.
    static QList<Said> saidIn(MainWindow& window) {
        QList<Said> all;
        for (const panels::PanelKind& kind : panels::panelKinds()) {
            window.docks().show(kind.id);
            QTest::qWait(50);
            all += everythingSaid(window);
        }
        return all;
    }

private slots:
    void englishIsFound() {
        QCOMPARE(englishIn(QStringLiteral("Nothing is late.")), (QStringList{"Nothing", "is"}));
        QCOMPARE(englishIn(QStringLiteral("Nichts ist verspätet, sagt Isis.")), QStringList());
        QCOMPARE(withoutNames("For, of (`the claim`): fact-unowned").simplified(), QString());
        QVERIFY(!englishIn(withoutNames("What it is for.")).isEmpty());
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
        QList<Said> said;
        QSet<ElementKind> seen;
        for (const char* context : {"a1", "b2"}) {
            window.whatIf().setOutage(context, std::chrono::minutes(10));
            QTRY_VERIFY_WITH_TIMEOUT(window.whatIf().isUpToDate(), 20'000);
            said += saidIn(window);
            const Lookup lookup(window.document().snapshot()->model);
            for (const Located& located : lookup.all()) {
                window.selection().select(located.id());
                QTest::qWait(50);
                said += everythingSaid(window);
                seen += located.key.kind;
            }
            const auto* outage = window.docks().panel("what-if")->findChild<QLabel*>("outageSaid");
            QVERIFY2(outage->text().contains("fällt für 10 min aus"), qPrintable(outage->text()));
        }
        QCOMPARE(seen.size(), 11); // all that can be selected: claim to audience
        NONE(englishIn(said));
    }

    void badgesAndLinesAreGerman() {
        const Place place;
        const Speaking<German> speaking;
        write(place.file("laden.yaml"), german);
        MainWindow window(place.setup);
        window.QWidget::show();
        QVERIFY(opens(window, place.file("laden.yaml")));
        QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 20'000);
        const diagram::Diagram& drawn = window.view().diagram();
        QList<Said> said;
        int badges = 0;
        for (const auto& node : drawn.nodes) {
            badges += static_cast<int>(node.badges.size());
            said += {"tip", canvas::tipAt(drawn, QPointF(node.rect.centre().x, node.rect.centre().y))};
            for (const auto& badge : node.badges)
                said += {"badge", toQString(badge.text)};
        }
        for (const auto& edge : drawn.edges)
            said += {"line", toQString(edge.label) + '\n' + toQString(edge.explanation)};
        QVERIFY(badges > 3);
        const auto isSaid = [&](const char* words) {
            return std::ranges::any_of(said, [&](const Said& one) { return one.text.contains(words); });
        };
        for (const char* words : {"Zusage", "fragt direkt"})
            QVERIFY2(isSaid(words), words);
        NONE(englishIn(said));
        window.exportTo(place.file("laden.svg")); // one language for every reader
        QTRY_VERIFY_WITH_TIMEOUT(!window.exporting().isBusy(), 20'000);
        const std::string file = read(place.file("laden.svg"));
        QVERIFY(file.find("asks the owner") != std::string::npos);
        QVERIFY(file.find("fragt direkt") == std::string::npos);
    }

    void aBrokenFileIsSaidInGerman() {
        const Place place;
        const Speaking<German> speaking;
        write(place.file("laden.yaml"), broken);
        MainWindow window(place.setup);
        window.resize(1440, 900);
        window.QWidget::show();
        QVERIFY(opens(window, place.file("laden.yaml")));
        QVERIFY(window.document().snapshot()->base->problems.size() > 10);
        const QList<Said> said = saidIn(window);
        for (const char* panel : {"problems", "yaml"}) {
            const auto in = everythingSaid(*window.docks().panel(panel));
            QVERIFY2(std::ranges::any_of(
                         in, [](const Said& one) { return one.text.contains("hat keinen Schlüssel"); }),
                     panel);
        }
        NONE(englishIn(said));
    }

    void exportingAsksInGerman() {
        const Place place;
        const Speaking<German> speaking;
        write(place.file("laden.yaml"), german);
        MainWindow window(place.setup);
        QVERIFY(opens(window, place.file("laden.yaml")));
        for (const auto ask : {&MainWindow::askExport, &MainWindow::askReview}) {
            QList<Said> said;
            QTimer::singleShot(100, &window, [&] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                if (!dialog) return;
                said += {"title", dialog->windowTitle()};
                said += {"formats", dialog->nameFilters().join('\n')};
                dialog->reject();
            });
            (window.*ask)();
            QCOMPARE(said.size(), 2);
            NONE(englishIn(said));
        }
    }

    void everyFieldAndTargetIsExplained() {
        const Speaking<German> speaking;
        QList<Said> said;
        for (const contract::FormField& field : allFields()) {
            said += {toQString(field.key), toQString(field.about)};
            said += {toQString(field.key), toQString(field.standard.phrase())};
            if (!field.about.empty())
                QVERIFY2(toQString(field.about) != toQString(field.about.text) || field.key == "type",
                         field.about.text.data());
        }
        for (const generate::Target& target : generate::targets())
            said += {toQString(target.id), toQString(target.summary)};
        QVERIFY(said.size() > 300);
        NONE(englishIn(said));
    }

    /// All that can be wrong with a file, by the cases of the reader.
    void whatIsWrongWithAFileIsGerman() {
        const Speaking<German> speaking;
        QList<Said> said;
        for (const auto& entry :
             std::filesystem::directory_iterator(FACTLINE_SOURCE_DIR "/tests/cases/contract")) {
            const auto file = entry.path() / "input.factline.yaml";
            const auto model = contract::readModel(exists(file) ? file : entry.path());
            const QString name = QString::fromStdString(entry.path().filename().string());
            if (!model)
                said += {name, toQString(model.error().message)};
            else
                for (const contract::Problem& problem : model->problems)
                    said += {name, toQString(problem.message).remove("Who rounds?")}; // a case's own words
        }
        QVERIFY(said.size() > 50);
        NONE(englishIn(said));
    }
};

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
