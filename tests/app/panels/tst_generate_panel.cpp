// SPDX-License-Identifier: Apache-2.0
#include <QDesktopServices>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeView>

#include "app/document/samples.h"
#include "app/panels/desk.h"
#include "app/shell/pseudo.h"
#include "app/shell/speaking.h"
#include "app/viewmodels/orders_that_store.h"
#include "viewmodels/generated_files_model.h"

using namespace factline;
using testing::Desk;
using viewmodels::GeneratedFilesModel;

/// Takes the place of the desktop's file manager.
class FolderOpener : public QObject {
    Q_OBJECT
public:
    FolderOpener() { QDesktopServices::setUrlHandler("file", this, "open"); }
    ~FolderOpener() override { QDesktopServices::unsetUrlHandler("file"); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl& url) { opened += url; }
};

/// The generate panel with real keys and mouse, against folders on disk.
class TestGeneratePanel : public QObject {
    Q_OBJECT
private slots:
    void previewsAgainstAnEmptyFolder();
    void writesOnDemandOnly();
    void refusesWhatWasEdited();
    void keepsHandlers();
    void leavesFilesOfATargetTurnedOff();
    void showsDifferences();
    void remembersTheFolder();
    void saysWhatToDo();
    void saysInTheLanguageOfTheWindowWhatIsLeftOut();
    void writesNothingFromHalfAModel();
    void stopsWritingAndLeavesWholeFiles();
    void opensTheFolder();

private:
    testing::SettingsAside m_settings;
};

namespace {

/// A context that consumes and stores: both targets write for it.
const std::string ordersAndStock = testing::ordersThatStore + testing::thatStoresOrders("stock");

QModelIndex find(const QAbstractItemModel* model, const QString& text, int role = Qt::DisplayRole) {
    const auto found = model->match(model->index(0, 0), role, text, 1, Qt::MatchRecursive | Qt::MatchExactly);
    return found.isEmpty() ? QModelIndex() : found.front();
}

/// Every file with what would become of it.
QStringList filesOf(const Desk& desk) {
    QStringList lines;
    const auto* model = desk.child<QTreeView>("files")->model();
    for (const QModelIndex& index :
         model->match(model->index(0, 0), GeneratedFilesModel::IsFolder, false, -1, Qt::MatchRecursive))
        lines += index.data(GeneratedFilesModel::PathRole).toString() + ": " +
                 index.data(GeneratedFilesModel::StateText).toString();
    return lines;
}

QString stateOf(const Desk& desk, const QString& path) {
    return find(desk.child<QTreeView>("files")->model(), path, GeneratedFilesModel::PathRole)
        .data(GeneratedFilesModel::StateText)
        .toString();
}

void typeFolder(const Desk& desk, const QString& path) {
    auto* folder = desk.child<QLineEdit>("folder");
    folder->setFocus();
    folder->selectAll();
    QTest::keyClicks(folder, path);
}

void clickTick(const Desk& desk, const QString& context, const QString& target) {
    auto* tree = desk.child<QTreeView>("picks");
    tree->expandAll();
    const QModelIndex parent = find(tree->model(), context);
    for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
        const QModelIndex index = tree->model()->index(row, 0, parent);
        if (index.data().toString() != target) continue;
        tree->setCurrentIndex(index);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Space);
    }
}

void write(const Desk& desk) {
    auto* button = desk.child<QPushButton>("write");
    QTRY_VERIFY(button->isEnabled());
    const auto toasts = desk.told.toasts.size();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(desk.told.toasts.size() > toasts);
}

const QString outbox = "orders/postgresql/generated/outbox.sql";

} // namespace

void TestGeneratePanel::previewsAgainstAnEmptyFolder() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    QTRY_VERIFY(!filesOf(desk).isEmpty());
    QVERIFY2(filesOf(desk).contains(outbox + ": new"), qPrintable(filesOf(desk).join('\n')));
    QVERIFY(!desk.child<QPushButton>("write")->isEnabled()); // nowhere to write to yet
    typeFolder(desk, folder.path());
    QTRY_VERIFY(desk.child<QPushButton>("write")->isEnabled());
    QVERIFY(stateOf(desk, outbox) == "new");
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestGeneratePanel::writesOnDemandOnly() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    write(desk);
    QVERIFY2(desk.told.toasts.last().contains("new"), qPrintable(desk.told.toasts.last()));
    QVERIFY(QFile::exists(folder.path() + "/" + outbox));
    QTRY_COMPARE(stateOf(desk, outbox), QString("unchanged"));
    QVERIFY(!desk.child<QPushButton>("write")->isEnabled());
    // The model goes on: what changed is to be written, and nothing is until then.
    const std::string before = testing::read((folder.path() + "/" + outbox).toStdString());
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
    QTRY_COMPARE(stateOf(desk, outbox), QString("changed"));
    QCOMPARE(testing::read((folder.path() + "/" + outbox).toStdString()), before);
    write(desk);
    QVERIFY(testing::read((folder.path() + "/" + outbox).toStdString()).find("OrderTaken") !=
            std::string::npos);
}

void TestGeneratePanel::refusesWhatWasEdited() {
    QTemporaryDir folder;
    const std::string file = (folder.path() + "/" + outbox).toStdString();
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    write(desk);
    testing::write(file, "-- mine\n");
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
    QTRY_COMPARE(stateOf(desk, outbox), QString("refused: edited"));
    QCOMPARE(stateOf(desk, outbox + ".new"), QString("new"));
    write(desk);
    QCOMPARE(testing::read(file), std::string("-- mine\n"));
    QVERIFY(testing::read(file + ".new").find("OrderTaken") != std::string::npos);
    QVERIFY2(desk.told.notices.last().contains(outbox), qPrintable(desk.told.notices.join('\n')));
}

void TestGeneratePanel::keepsHandlers() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    write(desk);
    QString handler;
    for (const QString& line : filesOf(desk))
        if (line.contains("/handlers/")) handler = line.section(": ", 0, 0);
    QVERIFY2(!handler.isEmpty(), qPrintable(filesOf(desk).join('\n')));
    const std::string file = (folder.path() + "/" + handler).toStdString();
    testing::write(file, "// mine\n");
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
    QTRY_COMPARE(stateOf(desk, handler), QString("kept: yours"));
    write(desk);
    QCOMPARE(testing::read(file), std::string("// mine\n"));
}

void TestGeneratePanel::leavesFilesOfATargetTurnedOff() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    write(desk);
    QTRY_COMPARE(stateOf(desk, outbox), QString("unchanged"));
    clickTick(desk, "orders", "postgresql");
    QTRY_VERIFY(stateOf(desk, outbox).isEmpty());
    QVERIFY(filesOf(desk).filter("to be removed").isEmpty());
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::View, {"stock", "open-orders"}), "waiting-orders"}));
    QTRY_VERIFY(!filesOf(desk).filter("changed").isEmpty());
    write(desk);
    QVERIFY(QFile::exists(folder.path() + "/" + outbox));
    clickTick(desk, "orders", "postgresql");
    QTRY_VERIFY(!stateOf(desk, outbox).isEmpty());
}

void TestGeneratePanel::showsDifferences() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    write(desk);
    QVERIFY(desk.document.apply(
        edit::Rename{desk.id(ElementKind::Event, {"orders", "OrderPlaced"}), "OrderTaken"}));
    QTRY_COMPARE(stateOf(desk, outbox), QString("changed"));
    auto* tree = desk.child<QTreeView>("files");
    tree->setCurrentIndex(find(tree->model(), outbox, GeneratedFilesModel::PathRole));
    auto* diff = desk.child<QPlainTextEdit>();
    QTRY_VERIFY2(diff->toPlainText().contains("+ ") && diff->toPlainText().contains("OrderTaken"),
                 qPrintable(diff->toPlainText()));
    bool removed = false;
    for (const QString& line : diff->toPlainText().split('\n'))
        removed = removed || (line.startsWith(QString::fromUtf8("− ")) && line.contains("OrderPlaced"));
    QVERIFY(removed);
    QVERIFY(desk.child<QLabel>("caption")->text().contains(outbox));
}

void TestGeneratePanel::remembersTheFolder() {
    QTemporaryDir folder;
    const std::filesystem::path file = (folder.path() + "/m.factline.yaml").toStdString();
    testing::write(file, ordersAndStock);
    {
        Desk desk("generate", testing::shop);
        desk.document.show(document::openFile(file).value());
        QTRY_VERIFY(!filesOf(desk).isEmpty());
        typeFolder(desk, "out");
        clickTick(desk, "stock", "cpp");
        write(desk);
        QVERIFY(QFile::exists(folder.path() + "/out/" + outbox));
        QVERIFY(!QFile::exists(folder.path() + "/out/stock/cpp"));
    }
    Desk again("generate", testing::shop);
    again.document.show(document::openFile(file).value());
    QTRY_COMPARE(again.child<QLineEdit>("folder")->text(), QString("out"));
    QTRY_COMPARE(stateOf(again, outbox), QString("unchanged"));
    QVERIFY(filesOf(again).filter("stock/cpp").isEmpty());
}

void TestGeneratePanel::saysWhatToDo() {
    Desk desk("generate", testing::shop); // nobody says where data is stored
    auto* nothing = desk.child<QLabel>("nothing");
    QTRY_VERIFY2(nothing->isVisible() && nothing->text().contains("store"), qPrintable(nothing->text()));
    desk.document.close();
    QTRY_VERIFY(nothing->text().contains("Open a model"));
    QVERIFY(!desk.child<QTreeView>("files")->isVisible());
}

void TestGeneratePanel::saysInTheLanguageOfTheWindowWhatIsLeftOut() {
    Desk desk("generate", ordersAndStock);
    QTRY_VERIFY(!filesOf(desk).isEmpty());
    const testing::Speaking<testing::Pseudo> pseudo;
    clickTick(desk, "stock", "openslo");
    auto* summary = desk.child<QLabel>("summary");
    QTRY_VERIFY2(summary->toolTip().contains("view stock/open-orders"), qPrintable(summary->toolTip()));
    QVERIFY2(summary->toolTip().contains(
                 testing::Pseudo::of("it promises nothing about freshness; say `freshness: {within: ...}`")),
             qPrintable(summary->toolTip()));
}

void TestGeneratePanel::writesNothingFromHalfAModel() {
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path());
    QTRY_COMPARE(stateOf(desk, outbox), QString("new"));
    write(desk);
    QVERIFY(QFile::exists(folder.filePath(outbox)));
    const std::string text = ordersAndStock + "      another: {shows: [}\n";
    desk.document.show(document::openText(text)); // somebody left it like that
    QVERIFY(!desk.document.snapshot()->base->problems.empty());
    auto* button = desk.child<QPushButton>("write");
    auto* summary = desk.child<QLabel>("summary");
    QTRY_VERIFY(!button->isEnabled());
    QTRY_VERIFY2(summary->text().contains("could be read"), qPrintable(summary->text()));
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::qWait(100);
    QVERIFY(QFile::exists(folder.filePath(outbox))); // nor is anything taken away
    desk.document.show(document::openText(ordersAndStock));
    QTRY_VERIFY(!summary->text().contains("could be read"));
    QTRY_COMPARE(stateOf(desk, outbox), QString("unchanged"));
}

void TestGeneratePanel::stopsWritingAndLeavesWholeFiles() {
    QTemporaryDir folder;
    Desk desk("generate", testing::ordersAndMany(60));
    typeFolder(desk, folder.path());
    auto* button = desk.child<QPushButton>("write");
    auto* stop = desk.child<QPushButton>("stop");
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30000);
    QVERIFY(!stop->isVisible());
    const auto files = filesOf(desk).size();
    QVERIFY(files > 1000);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(stop->isVisible());
    QVERIFY(!button->isVisible());
    QVERIFY2(desk.child<QLabel>("summary")->text().startsWith("Writing"),
             qPrintable(desk.child<QLabel>("summary")->text()));
    QTest::mouseClick(stop, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.told.toasts.isEmpty(), 30000);
    const QRegularExpression said("^Stopped after (\\d+) of (\\d+) files; each is whole\\.");
    // It may be that quick, or that slow.
    const QString told = desk.told.toasts.last();
    const auto counts = said.match(told);
    QVERIFY2(counts.hasMatch() || told == "Stopped before any file was written.", qPrintable(told));
    const auto written = counts.captured(1).toLongLong();
    QCOMPARE(counts.hasMatch() ? counts.captured(2).toLongLong() : files, files);
    QVERIFY(!stop->isVisible());
    // What was written is known to be ours and whole, the rest is still to be written.
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30000);
    const auto still = filesOf(desk).filter(": new").size();
    QVERIFY(still > 0);
    QCOMPARE(filesOf(desk).filter(": unchanged").size() + still, files);
    QCOMPARE(written, files - still);
    QDirIterator left(folder.path(), {".*.part"}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QVERIFY(!left.hasNext());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(filesOf(desk).filter(": unchanged").size(), files, 60000);
    QTRY_VERIFY(!stop->isVisible());
}

void TestGeneratePanel::opensTheFolder() {
    FolderOpener desktop;
    QTemporaryDir folder;
    Desk desk("generate", ordersAndStock);
    typeFolder(desk, folder.path() + "/out");
    auto* open = desk.child<QPushButton>("openFolder");
    QTRY_VERIFY(desk.child<QPushButton>("write")->isEnabled());
    QVERIFY(!open->isEnabled()); // there is none yet
    write(desk);
    QTRY_VERIFY(open->isEnabled());
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(desktop.opened, QList<QUrl>{QUrl::fromLocalFile(folder.path() + "/out")});
}

QTEST_MAIN(TestGeneratePanel)
#include "tst_generate_panel.moc"
