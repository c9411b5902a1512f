// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemView>
#include <QDirIterator>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QScrollArea>
#include <QTabBar>
#include <QToolButton>

#include "canvas/canvas.h"
#include "everything_said.h"
#include "panels/problems/mend_card.h"
#include "panels/problems/problems_panel.h"
#include "picture/text.h"
#include "place.h"
#include "pseudo.h"
#include "shell/compare_window.h"
#include "shell/docks.h"
#include "shell/toast.h"
#include "speaking.h"
#include "viewmodels/hop_words.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;

namespace {

/// The words that stay English in the window: the model's own, keys and values of its language. More than
/// these is excused here; that no sentence is English is the matter of tst_german.
struct Library {
    QString words; ///< lower case: what stands in quotes in model/ and in the pictures, and the model itself
    QStringList names; ///< of the model's elements, the longest first
};

Library libraryOf(const MainWindow& window, const Place& place) {
    Library library;
    static const QRegularExpression seam(QStringLiteral("\"\\s*\\n\\s*\""));
    for (const char* room : {"/model", "/app/picture"}) {
        QDirIterator files(QStringLiteral(FACTLINE_SOURCE_DIR) + room, {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            library.words += QString::fromStdString(read(files.next().toStdString())).remove(seam) + '\n';
    }
    for (const std::string& text : {read(retail), retail.string(), place.folder.path().toStdString()})
        library.words += QString::fromStdString(text) + '\n';
    for (const Finding& finding : window.judge().latest()->findings)
        library.words += QString::fromStdString(finding.message) + '\n';
    library.words = library.words.toLower();
    const Lookup lookup(window.document().snapshot()->model);
    for (const Located& located : lookup.all()) {
        const QString full = QString::fromStdString(located.key.name).toLower();
        library.names << full << full.section('/', -1);
    }
    std::ranges::sort(library.names, std::greater{}, &QString::size);
    return library;
}

/// What in a text is neither translated nor the library's: empty where nothing is.
QStringList strangers(const QString& text, const Library& library) {
    static const QRegularExpression parts(QStringLiteral("[\\n·,:;→←()\"“”]+|\\. |\\.$| – | — |    "));
    static const QRegularExpression word(QStringLiteral("[a-z]{3}"));
    static const QRegularExpression key(QStringLiteral("^((ctrl|shift|alt)\\+.*|esc|ins|del|f\\d+)$"));
    QStringList found;
    for (QString part : Pseudo::outside(plain(text)).split(parts, Qt::SkipEmptyParts)) {
        part = part.remove(QChar(0x200B)).simplified().toLower();
        if (!part.contains(word) || part.contains(key) || library.words.contains(part)) continue;
        // A sentence of the library with names in it; a name may be split, "order completed" of
        // OrderCompleted.
        QString form = part;
        for (const QString& name : library.names)
            form.replace(name, QLatin1String("{}"));
        if (form == QLatin1String("{}") || library.words.contains(form) ||
            library.words.contains(QString(part).remove(' ')) ||
            library.words.contains(QString(part).replace(' ', '-')))
            continue;
        found += part;
    }
    return found;
}

/// Every panel of a model is there, and something is selected and tried out.
void showEverything(MainWindow& window) {
    QVERIFY(opens(window, retail));
    QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 20'000);
    for (const panels::PanelKind& kind : panels::panelKinds())
        window.docks().show(kind.id);
    QTest::qWait(300);
}

void select(MainWindow& window, const char* name) {
    const Lookup lookup(window.document().snapshot()->model);
    for (const Located& located : lookup.all())
        if (located.key.name == name) {
            window.selection().select(located.id());
            QTest::qWait(200);
            return;
        }
    QFAIL(name);
}

constexpr std::array selections{"search/stock-badge", "finance", "orders/OrderCompleted"};

/// Whether what a widget says is shown whole; what is shortened on purpose says all of it in its tip.
QString clipped(const QWidget& widget) {
    const auto tooSmall = [&](QSize wanted, const QString& text) {
        if (text.isEmpty() ||
            (wanted.width() <= widget.width() + 1 && wanted.height() <= widget.height() + 1))
            return QString();
        return QStringLiteral("%1: \"%2\" wants %3x%4 and has %5x%6")
            .arg(nameOf(widget), text)
            .arg(wanted.width())
            .arg(wanted.height())
            .arg(widget.width())
            .arg(widget.height());
    };
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->wordWrap()) return tooSmall({0, label->heightForWidth(label->width())}, label->text());
        return label->toolTip().isEmpty() ? tooSmall({label->sizeHint().width(), 0}, label->text())
                                          : QString();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()) return {};
        // A name that is cut to its room has no tip while all of it is there.
        const int icon = button->icon().isNull() ? 0 : button->iconSize().width() + 4;
        const QString text = QString(button->text()).remove('&');
        return tooSmall({button->fontMetrics().horizontalAdvance(text) + icon, 0}, text);
    }
    if (const auto* bar = qobject_cast<const QMenuBar*>(&widget)) {
        for (QAction* action : bar->actions())
            if (action->isVisible() && bar->actionGeometry(action).right() > bar->width())
                return nameOf(widget) + ": " + action->text();
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->isTabVisible(i) && tabs->tabToolTip(i).isEmpty() &&
                tabs->fontMetrics().horizontalAdvance(QString(tabs->tabText(i)).remove('&')) >
                    tabs->tabRect(i).width())
                return QStringLiteral("%1: tab \"%2\" has %3")
                    .arg(nameOf(widget), tabs->tabText(i))
                    .arg(tabs->tabRect(i).width());
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(&widget);
        header && header->model() && header->orientation() == Qt::Horizontal) {
        for (int i = 0; i < header->count(); ++i) {
            const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
            const QString tip = header->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString();
            if (!header->isSectionHidden(i) && tip.isEmpty() &&
                header->fontMetrics().horizontalAdvance(text) > header->sectionSize(i))
                return QStringLiteral("%1: header \"%2\" has %3")
                    .arg(nameOf(widget), text)
                    .arg(header->sectionSize(i));
        }
    }
    return {};
}

/// Whether a part sticks out of what it stands in: downward inside something that scrolls, it may.
QString cutOff(const QWidget& widget) {
    QRect rect(widget.mapTo(widget.window(), QPoint()), widget.size());
    for (const QWidget* around = widget.parentWidget(); around; around = around->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
        if (area && area->viewport() == around) {
            if (!qobject_cast<const QScrollArea*>(area)) return {}; // cells have scroll bars and tips
            const QRect room(around->mapTo(widget.window(), QPoint()), around->size());
            if (rect.right() > room.right() + 1 || rect.left() < room.left() - 1)
                return QStringLiteral("%1 sticks out of %2 sideways").arg(nameOf(widget), nameOf(*area));
            return {};
        }
        const QRect room(around->mapTo(widget.window(), QPoint()), around->size());
        if (!room.adjusted(-1, -1, 1, 1).contains(rect))
            return QStringLiteral("%1 sticks out of %2 by %3 and %4")
                .arg(nameOf(widget), nameOf(*around))
                .arg(rect.right() - room.right())
                .arg(rect.bottom() - room.bottom());
        if (around->isWindow()) return {};
    }
    return {};
}

bool saysSomething(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return !label->text().isEmpty();
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget);
}

QSet<QString> clippedNow(const QWidget& window) {
    QSet<QString> found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty()) continue;
        if (const QString what = clipped(*widget); !what.isEmpty()) found += what;
        if (!saysSomething(*widget)) continue;
        if (const QString what = cutOff(*widget); !what.isEmpty()) found += what;
    }
    return found;
}

/// The same once all layouts have come to rest.
QSet<QString> clippedIn(const QWidget& window) {
    QSet<QString> found = clippedNow(window);
    for (int i = 0; i < 20 && !found.isEmpty(); ++i) {
        QTest::qWait(50);
        found = clippedNow(window);
    }
    return found;
}

/// The same of what comes for a while: what if, the card that mends, what is said in passing, the comparison.
QSet<QString> clippedInPassing(MainWindow& window) {
    QSet<QString> found;
    select(window, "stores/shelf-display");
    window.whatIf().setOn(true);
    const auto triesOut = [&] { return window.whatIf().isUpToDate() && window.whatIf().latest(); };
    if (!QTest::qWaitFor(triesOut, 30'000)) found += "nothing is tried out";
    QTest::qWait(300);
    found += clippedIn(window);
    window.whatIf().setOn(false);
    window.docks().show("problems");
    auto* problems = qobject_cast<panels::ProblemsPanel*>(window.docks().panel("problems"));
    for (int i = 0; i < 15; ++i) {
        problems->jump(1);
        problems->mend();
        found += clippedIn(window);
    }
    if (!problems->findChild<panels::MendCard*>()->isVisible()) found += "nothing is mended";
    select(window, "orders/OrderCompleted");
    window.view().removeSelected();
    const auto* toast = window.findChild<shell::Toast*>();
    if (!toast->isVisible()) found += "nothing is said";
    found += clippedIn(window);
    window.compareWithStart();
    auto* compared = window.findChild<shell::CompareWindow*>();
    if (!QTest::qWaitFor([&] { return !compared->isBusy() && compared->shown(); }, 30'000))
        found += "nothing is compared";
    found += clippedIn(*compared);
    return found;
}

QString listed(const QSet<QString>& texts) {
    QStringList sorted(texts.begin(), texts.end());
    sorted.sort();
    for (const QString& text : sorted)
        qInfo().noquote() << text; // QtTest cuts long messages
    return QString::number(sorted.size()) + ":\n" + sorted.join('\n');
}

} // namespace

/// The window in other languages than English: everything is translated, and there is room for it.
class TestLanguages : public QObject {
    Q_OBJECT
private slots:
    void strangersAreFound();
    void everythingGoesThroughTr();
    void germanKnowsWhatIsAsked();
    void germanIsChosenByLocale();
    void noMnemonicTwice();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void nothingIsClippedAtTwiceTheScale();
    void nothingIsClippedWithoutOurFont();
};

void TestLanguages::strangersAreFound() {
    QCOMPARE(Pseudo::of("&Open %1"), QString("‹&Opeen %1›"));
    QVERIFY(Pseudo::of("Nothing is promised.").size() >= 27);
    QCOMPARE(Pseudo::outside("‹%1 of ‹Sales››: rest"), QString("\n: rest"));
    QCOMPARE(strangers("‹Saave›, Close", {"open", {}}), QStringList("close"));
    QCOMPARE(strangers("‹Saave›, Order placed", {"orderplaced", {}}), QStringList());
    const Place place;
    QLabel label("Far too long for this");
    label.resize(20, 20);
    QVERIFY(!clipped(label).isEmpty());
    label.resize(label.sizeHint());
    QCOMPARE(clipped(label), QString());
}

void TestLanguages::everythingGoesThroughTr() {
    const Place place;
    const Speaking<Pseudo> pseudo;
    MainWindow window(place.setup);
    window.resize(1440, 900);
    window.QWidget::show();
    QSet<QString> found;
    const auto look = [&](const Library& library) {
        for (const Said& said : everythingSaid(window))
            for (const QString& stranger : strangers(said.text, library))
                found += stranger + " (" + said.who + ")";
    };
    look({"factline", {}});
    showEverything(window);
    const Library library = libraryOf(window, place);
    for (const char* name : selections) {
        select(window, name);
        look(library);
    }
    QVERIFY2(found.isEmpty(), qPrintable(listed(found)));
}

void TestLanguages::germanKnowsWhatIsAsked() {
    const Place place;
    const Speaking<Listening> german;
    MainWindow window(place.setup);
    window.resize(1440, 900);
    window.QWidget::show();
    showEverything(window);
    for (const char* name : selections)
        select(window, name);
    QVERIFY(german.translator.asked > 300);
    QCOMPARE(viewmodels::shareWords(0.99999912), QString("mehr als 99.99 %"));
    QVERIFY2(german.translator.unknown.isEmpty(), qPrintable(listed(german.translator.unknown)));
    QCoreApplication::translate("NoSuchName", "Save");
    QCOMPARE(german.translator.unknown, QSet<QString>{"NoSuchName: Save"});
}

void TestLanguages::germanIsChosenByLocale() {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LANGUAGE", "");
    environment.insert("LC_ALL", "de_DE.UTF-8");
    environment.insert("FACTLINE_TEST_LOCALE", "yes");
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(program.waitForFinished(30'000));
    QCOMPARE(QString::fromUtf8(program.readAllStandardOutput()).trimmed(), QString("Speichern"));
}

void TestLanguages::noMnemonicTwice() {
    const Place place;
    const Speaking<German> german;
    MainWindow window(place.setup);
    window.QWidget::show();
    QVERIFY(opens(window, retail));
    int menus = 0;
    const auto check = [&](const QList<QAction*>& actions, const QString& where) {
        QSet<QKeySequence> keys;
        for (const QAction* action : actions) {
            const QKeySequence key = QKeySequence::mnemonic(action->text());
            if (key.isEmpty()) continue;
            ++menus;
            QVERIFY2(!keys.contains(key), qPrintable(where + ": " + action->text()));
            keys += key;
        }
    };
    check(window.menuBar()->actions(), "menu bar");
    QCOMPARE(window.menuBar()->actions().front()->text(), QString("&Datei"));
    for (const QMenu* menu : window.findChildren<QMenu*>())
        check(menu->actions(), menu->title());
    QVERIFY(menus >= 5);
}

void TestLanguages::nothingIsClipped_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"longer", "German"})
        for (const QSize size : {QSize(1280, 720), QSize(1440, 900)})
            QTest::addRow("%s %dx%d", language, size.width(), size.height()) << QString(language) << size;
}

void TestLanguages::nothingIsClipped() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    const Place place;
    std::optional<Speaking<Pseudo>> pseudo;
    std::optional<Speaking<German>> german;
    if (language == "German")
        german.emplace();
    else
        pseudo.emplace();
    MainWindow window(place.setup);
    window.resize(size);
    window.QWidget::show();
    QTest::qWait(300);
    QSet<QString> found = clippedIn(window);
    QVERIFY(opens(window, retail));
    QTRY_VERIFY_WITH_TIMEOUT(!window.busy(), 20'000);
    for (const char* name : selections) {
        select(window, name);
        for (const panels::PanelKind& kind : panels::panelKinds()) {
            if (std::string_view(kind.id) == "what-if") continue;
            window.docks().show(kind.id);
            QTest::qWait(50);
            found += clippedIn(window);
        }
    }
    found += clippedInPassing(window);
    if (window.size() != size)
        for (const panels::PanelKind& kind : panels::panelKinds())
            qInfo() << kind.id << window.docks().panel(kind.id)->minimumSizeHint()
                    << window.docks().dock(kind.id)->size();
    QCOMPARE(window.size(), size);
    QVERIFY2(found.isEmpty(), qPrintable(listed(found)));
}

/// The same in a process of its own, where a variable is set that holds from the start.
void clipsNothingWith(const char* variable, const QString& value, const QStringList& tests) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(variable, value);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QCoreApplication::applicationFilePath(), tests);
    QVERIFY(program.waitForFinished(300'000));
    QVERIFY2(program.exitCode() == 0, program.readAll().constData());
}

void TestLanguages::nothingIsClippedAtTwiceTheScale() {
    if (qEnvironmentVariable("QT_SCALE_FACTOR") == "2") QSKIP("this is it");
    clipsNothingWith("QT_SCALE_FACTOR", "2", {"nothingIsClipped"});
}

/// Where Inter is not installed, the next one has wider letters; the names on the map still stand inside
/// their shapes.
void TestLanguages::nothingIsClippedWithoutOurFont() {
    const QString wide = QStringLiteral("/usr/share/fonts/truetype/dejavu");
    if (!QDir(wide).exists()) QSKIP("DejaVu is not installed: see installer/packages-test.txt");
    if (!qEnvironmentVariableIsSet("FACTLINE_TEST_FONT")) {
        const QTemporaryDir place;
        const std::filesystem::path config = place.filePath("fonts.conf").toStdString();
        write(config, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM "
                      "\"urn:fontconfig:fonts.dtd\"><fontconfig><dir>" +
                          wide.toStdString() + "</dir><cachedir>" + place.filePath("cache").toStdString() +
                          "</cachedir></fontconfig>");
        qputenv("FACTLINE_TEST_FONT", "yes");
        clipsNothingWith("FONTCONFIG_FILE", QString::fromStdString(config.string()),
                         {"nothingIsClipped", "nothingIsClippedWithoutOurFont"});
        qunsetenv("FACTLINE_TEST_FONT");
        return;
    }
    QCOMPARE(QFontInfo(QApplication::font()).family(), QString("DejaVu Sans")); // Inter is not there
    const Place place;
    MainWindow window(place.setup);
    window.QWidget::show();
    QVERIFY(opens(window, retail));
    const picture::QtTextMeasure measure(window.view().theme().typography);
    for (const auto& node : window.view().diagram().nodes)
        for (const std::string& line : node.lines)
            QVERIFY2(measure.measure(line, diagram::TextRole::NodeLabel).width < node.rect.width,
                     line.c_str());
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("FACTLINE_TEST_LOCALE")) {
        shell::furnish(application);
        QTextStream(stdout) << QCoreApplication::translate("Actions", "Save") << Qt::endl;
        return 0;
    }
    TestLanguages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_languages.moc"
