// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include <QDockWidget>
#include <QTextBrowser>
#include <QTreeView>
#include <QtTest>

#include "canvas/canvas.h"
#include "panels/panel.h"
#include "place.h"
#include "shell/docks.h"
#include "shell/help_window.h"

using namespace factline;
using namespace factline::testing;
using shell::MainWindow;
using shell::ThemeChoice;

namespace {

const std::filesystem::path workers = FACTLINE_SOURCE_DIR "/tests/app/picture/workers";

struct Window : private Place, public MainWindow {
    explicit Window(const picture::LayoutProcess& layout = realWorker())
        : MainWindow({setup.desktop, setup.settings, layout, setup.journals}) {
        resize(1200, 800);
        QWidget::show();
    }
    QString saysAnywhere() { return testing::saysAnywhere(*this); }
};

} // namespace

/// A model is opened, drawn and judged; whatever goes wrong is said and takes nothing away.
class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void opensTheRetailer();
    void themeSwitchesEverything();
    void missingFileIsSaid();
    void brokenModelKeepsThePicture();
    void problemsAreListedAndChosen();
    void ruleOfAProblemIsShown();
    void emptyFileIsSaid();
    void failingLayoutIsSaid_data();
    void failingLayoutIsSaid();
    void reloadKeepsTheViewport();
    void laterOpenWins();
    void closingWhileBusyDoesNoHarm();
    void exportsWhatItShows();
    void failedExportIsSaid();
    void exportsTheReviewOfWhatItShows();
};

void TestMainWindow::opensTheRetailer() {
    Window window;
    QVERIFY(!window.busy());
    window.open(retail);
    QVERIFY(window.busy());
    QVERIFY(window.saysAnywhere().contains("Drawing retail.factline.yaml"));
    QVERIFY(QSignalSpy(&window, &MainWindow::finished).wait(20'000));
    QVERIFY(!window.busy());
    QVERIFY2(window.noticed().isEmpty(), qPrintable(window.noticed()));
    QVERIFY(window.view().hasDiagram());
    QVERIFY(window.view().diagram().nodes.size() > 30);
    QCOMPARE(window.windowTitle(), QString("retail.factline.yaml — Factline"));
    const auto counts = jobs::countsOf(*window.judge().latest());
    QVERIFY(counts.errors > 0);
    const QString said = window.saysAnywhere();
    QVERIFY(said.contains(QString("%1 contexts · %2 facts").arg(counts.contexts).arg(counts.facts)));
    QVERIFY(said.contains(QString("%1 error").arg(counts.errors)));
    // The defect that the example is made for is drawn as what it is.
    QVERIFY(std::ranges::any_of(window.view().diagram().edges, &diagram::EdgeShape::clash));
}

void TestMainWindow::themeSwitchesEverything() {
    Window window;
    QVERIFY(opens(window, retail));
    window.setTheme(ThemeChoice::Light);
    const QImage before = window.grab().toImage();
    window.setTheme(ThemeChoice::Dark);
    const QImage after = window.grab().toImage();
    const auto dark = picture::loadTheme("dark").value();
    QCOMPARE(window.view().grab().toImage().pixelColor(1, 1), dark.canvas);
    QVERIFY(before.pixelColor(600, 2).lightness() > 200);
    QVERIFY(after.pixelColor(600, 2).lightness() < 60);
    // Nothing stays behind in the other theme: hardly a bright pixel is left, in no panel either.
    const auto isDark = [](const QImage& image) {
        int bright = 0;
        for (int y = 0; y < image.height(); y += 4)
            for (int x = 0; x < image.width(); x += 4)
                bright += image.pixelColor(x, y).lightness() > 240 ? 1 : 0;
        return bright < image.width() * image.height() / 16 / 20;
    };
    QVERIFY(isDark(after));
    for (const panels::PanelKind& kind : panels::panelKinds()) {
        window.docks().show(kind.id);
        QTest::qWait(1);
        QVERIFY2(isDark(window.docks().dock(kind.id)->grab().toImage()), kind.id);
    }
}

void TestMainWindow::missingFileIsSaid() {
    Window window;
    QVERIFY(opens(window, "/nowhere/model.factline.yaml"));
    QVERIFY2(window.noticed().contains("/nowhere/model.factline.yaml"), qPrintable(window.noticed()));
    QVERIFY(!window.view().hasDiagram());
    QVERIFY(opens(window, retail)); // and the program goes on
    QVERIFY(window.noticed().isEmpty());
    QVERIFY(opens(window, "/nowhere/model.factline.yaml"));
    QVERIFY(window.view().hasDiagram());
}

void TestMainWindow::brokenModelKeepsThePicture() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("m.factline.yaml").toStdString();
    write(file, tiny);
    Window window;
    QVERIFY(opens(window, file));
    QVERIFY2(window.noticed().isEmpty(), qPrintable(window.noticed()));
    const auto before = window.view().diagram();
    QCOMPARE(before.nodes.size(), std::size_t(2));
    write(file, "contexts: [unclosed\n  :: {");
    QVERIFY(opens(window, file));
    QVERIFY(window.view().diagram() == before);
    QVERIFY2(window.noticed().contains("m.factline.yaml:"), qPrintable(window.noticed()));
    QVERIFY(window.noticed().contains("as it was last understood"));
    write(file, tiny);
    QVERIFY(opens(window, file));
    QVERIFY(window.noticed().isEmpty());
}

void TestMainWindow::problemsAreListedAndChosen() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("m.factline.yaml").toStdString();
    write(file, tiny + "    color: red\n");
    Window window;
    QVERIFY(opens(window, file));
    auto* dock = window.findChild<QDockWidget*>("problems");
    auto* list = dock ? dock->findChild<QTreeView*>() : nullptr;
    QVERIFY(list != nullptr && list->isVisible());
    const auto lineOf = [&](const QString& text) {
        const auto hits = list->model()->match(list->model()->index(0, 0), Qt::AccessibleTextRole, text, 1,
                                               Qt::MatchContains | Qt::MatchRecursive);
        return hits.isEmpty() ? QModelIndex() : hits.front();
    };
    QVERIFY(lineOf("m.factline.yaml:9:").isValid());
    QVERIFY(window.view().hasDiagram()); // what could be read is shown all the same

    QVERIFY(opens(window, retail));
    const auto choose = [&](const QString& rule) {
        list->scrollTo(lineOf(rule));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(lineOf(rule)).center());
        return window.view().selected().value_or(ElementKey{});
    };
    // Nobody owns the fact, so that it has no shape: what shows it is chosen.
    QCOMPARE(choose("(fact-unowned)").name, std::string("stores/customer-card"));
    QCOMPARE(choose("(meaning-denied)").name, std::string("finance/completed-orders"));
}

void TestMainWindow::ruleOfAProblemIsShown() {
    Window window;
    QVERIFY(opens(window, retail));
    auto* list = window.findChild<QDockWidget*>("problems")->findChild<QTreeView*>();
    QVERIFY(list != nullptr);
    const auto hits =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("loyalty-balance"),
                             1, Qt::MatchContains | Qt::MatchRecursive);
    QVERIFY(!hits.isEmpty());
    list->setCurrentIndex(hits.front());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F1);
    auto* help = window.findChild<shell::HelpWindow*>();
    QVERIFY(help != nullptr && help->isVisible());
    QCOMPARE(help->page(), QString("rules/fact-unowned"));
    const QString text = help->findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(text.contains("owns"), qPrintable(text.left(200)));
    QVERIFY(window.noticed().isEmpty());
    help->open("rules/nothing-of-the-kind");
    QVERIFY(help->findChild<QTextBrowser*>()->toPlainText().contains("no such page"));
}

void TestMainWindow::emptyFileIsSaid() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("m.factline.yaml").toStdString();
    write(file, "");
    Window window;
    QVERIFY(opens(window, file));
    QVERIFY(!window.noticed().isEmpty());
    QVERIFY(!window.grab().isNull());
}

void TestMainWindow::failingLayoutIsSaid_data() {
    QTest::addColumn<QString>("worker");
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << "nowhere"
                             << "layout program is missing";
    QTest::newRow("crashes") << "crashes"
                             << "crashed";
    QTest::newRow("fails") << "fails"
                           << "exit code 3";
    QTest::newRow("hangs") << "hangs"
                           << "longer than";
    QTest::newRow("babbles") << "babbles"
                             << "makes no sense";
    QTest::newRow("echoes") << "answers"
                            << "makes no sense";
}

void TestMainWindow::failingLayoutIsSaid() {
    QFETCH(QString, worker);
    QFETCH(QString, said);
    Window window({workers / worker.toStdString(), std::chrono::milliseconds(400)});
    QVERIFY(opens(window, retail));
    QVERIFY2(window.noticed().contains(said), qPrintable(window.noticed()));
    QVERIFY(!window.busy());
    // The findings are there all the same.
    QVERIFY(jobs::countsOf(*window.judge().latest()).errors > 0);
}

void TestMainWindow::reloadKeepsTheViewport() {
    Window window;
    QVERIFY(opens(window, retail));
    window.view().zoomTo(1.7);
    const auto before = window.view().viewport();
    QVERIFY(opens(window, retail));
    QCOMPARE(window.view().viewport(), before);
}

void TestMainWindow::laterOpenWins() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("m.factline.yaml").toStdString();
    write(file, tiny);
    Window window;
    QSignalSpy finished(&window, &MainWindow::finished);
    window.open(retail);
    window.open(file);
    QVERIFY(finished.wait(20'000));
    QTest::qWait(600);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(window.view().diagram().nodes.size(), std::size_t(2));
}

void TestMainWindow::closingWhileBusyDoesNoHarm() {
    QElapsedTimer clock;
    clock.start();
    {
        Window window({workers / "hangs", std::chrono::minutes(1)});
        window.open(retail);
        QTest::qWait(200);
    }
    QVERIFY(clock.elapsed() < 10'000);
    QTest::qWait(50);
}

void TestMainWindow::exportsWhatItShows() {
    QTemporaryDir folder;
    Window window;
    window.exportTo(folder.filePath("nothing.svg").toStdString()); // nothing is shown yet
    QVERIFY(!window.exporting().isBusy());
    QVERIFY(!QFile::exists(folder.filePath("nothing.svg")));
    QVERIFY(opens(window, retail));
    window.setTheme(ThemeChoice::Dark);
    window.exportTo(folder.filePath("a.png").toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(!window.exporting().isBusy(), 20'000);
    const QImage image(folder.filePath("a.png"));
    QCOMPARE(image.pixelColor(1, 1), picture::loadTheme("light").value().canvas); // light whatever the screen
}

void TestMainWindow::failedExportIsSaid() {
    Window window;
    QVERIFY(opens(window, retail));
    window.exportTo("/nowhere/a.png");
    QTRY_VERIFY_WITH_TIMEOUT(window.noticed().contains("/nowhere/a.png"), 20'000);
}

void TestMainWindow::exportsTheReviewOfWhatItShows() {
    QTemporaryDir folder;
    Window window;
    QVERIFY(opens(window, retail));
    edit::Root root = edit::rootOf(window.document().snapshot()->model);
    root.name = "Retailer, not saved";
    QVERIFY(window.document().apply(edit::ChangeRoot{root}).has_value());
    for (const char* name : {"r.html", "r.md", "r.pdf"})
        window.reviewTo(folder.filePath(name).toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(!window.exporting().isBusy(), 60'000);
    QCOMPARE(window.noticed(), QString());
    QFile html(folder.filePath("r.html"));
    QVERIFY(html.open(QIODevice::ReadOnly));
    const QByteArray text = html.readAll();
    QVERIFY(text.contains("<h1>Retailer, not saved</h1>"));
    QVERIFY(text.contains("<svg"));
    QVERIFY(QFile::exists(folder.filePath("r.map.svg")));
    window.reviewTo("/nowhere/r.html");
    QTRY_VERIFY_WITH_TIMEOUT(window.noticed().contains("/nowhere/r.html"), 20'000);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
