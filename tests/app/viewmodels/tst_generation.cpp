// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/generation.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include "app/viewmodels/orders_that_store.h"
#include "contract/read.h"
#include "generate/target.h"
#include "viewmodels/generated_files_model.h"
#include "viewmodels/line_notes.h"
#include "viewmodels/picks_model.h"
#include "viewmodels/text_places.h"

using namespace factline;
using namespace factline::viewmodels;
using namespace std::string_literals;
using Tester = QAbstractItemModelTester;

/// What the panels for code and text show, as values and item models.
class TestGeneration : public QObject {
    Q_OBJECT
private slots:
    void storesDecideTheDefault();
    void clearsForgottenContexts();
    void picksAskOnly();
    void filesByFolder();
    void notesSayTheirLine();
    void placesNest();
};

namespace {

Model modelOf(const std::string& text) {
    return contract::parseModel({{"m.factline.yaml", text}}).model;
}

const std::string twoContexts = testing::ordersThatStore + R"(  stock:
    views:
      open-orders:
        shows: [orders/order]
  partner: {kind: external}
)";

} // namespace

void TestGeneration::storesDecideTheDefault() {
    const auto preview = previewOf(modelOf(twoContexts), {}, {});
    QVERIFY(preview);
    QCOMPARE(preview->picks.size(),
             2 * generate::targets().size()); // of each context, none of the external one
    for (const Pick& pick : preview->picks) {
        QCOMPARE(pick.byDefault, pick.context == "orders" && pick.target == "postgresql");
        QCOMPARE(pick.wanted, pick.byDefault);
    }
    QVERIFY(!preview->files.empty());
    for (const auto& file : preview->files)
        QVERIFY(file.path.starts_with("orders/postgresql/"));
    QCOMPARE(preview->fates.size(), preview->files.size());
    const auto none = previewOf(modelOf(twoContexts), {{{"orders", "postgresql"}, false}}, {});
    QVERIFY(none);
    QVERIFY(none->files.empty());
}

void TestGeneration::clearsForgottenContexts() {
    QTemporaryDir folder;
    const std::filesystem::path out = folder.path().toStdString();
    const auto first = previewOf(modelOf(twoContexts), {}, out);
    QVERIFY(first && writePreview(*first));
    std::string renamed = twoContexts;
    renamed.replace(renamed.find("  orders:"), 9, "  sales:");
    const auto second = previewOf(modelOf(renamed), {}, out);
    QVERIFY(second);
    QVERIFY(std::ranges::any_of(second->fates, [](const auto& file) {
        return file.path.starts_with("orders/") && file.fate == generate::Fate::Removed;
    }));
    QVERIFY(writePreview(*second));
    QVERIFY(!std::filesystem::exists(out / "orders"));
    QVERIFY(std::filesystem::exists(out / "sales"));
    // Turned off by hand: nothing is made, nothing goes.
    const Choices off{{{"sales", "postgresql"}, false}};
    const auto third = previewOf(modelOf(renamed), off, out);
    QVERIFY(third && third->fates.empty());
    QVERIFY(writePreview(*third));
    QVERIFY(std::filesystem::exists(out / "sales"));
}

void TestGeneration::picksAskOnly() {
    PicksModel picks;
    const Tester tester(&picks, Tester::FailureReportingMode::QtTest);
    picks.show({{"a", "cpp", false, false}, {"a", "postgresql", true, true}, {"b", "cpp", true, true}});
    QCOMPARE(picks.rowCount(), 2);
    const QModelIndex a = picks.index(0, 0);
    QCOMPARE(a.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(picks.index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QSignalSpy picked(&picks, &PicksModel::picked);
    const QModelIndex cpp = picks.index(0, 0, a);
    QVERIFY(picks.setData(cpp, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.at(0), QVariantList({"a", "cpp", true}));
    QCOMPARE(cpp.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    picks.show({{"a", "cpp", false, true}, {"a", "postgresql", true, true}});
    QCOMPARE(a.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(picks.rowCount(), 1);
}

void TestGeneration::filesByFolder() {
    GeneratedFilesModel files;
    const Tester tester(&files, Tester::FailureReportingMode::QtTest);
    using generate::Fate;
    files.show({{"a/x/1.sql", Fate::Created, {}},
                {"a/x/2.sql", Fate::Unchanged, {}},
                {"b/1.cpp", Fate::Kept, "yours"}});
    QCOMPARE(files.rowCount(), 2);
    const QModelIndex x = files.index(0, 0, files.index(0, 0));
    QCOMPARE(x.data().toString(), QString("x"));
    QCOMPARE(x.data(GeneratedFilesModel::StateText).toString(), QString("1 to write"));
    const QPersistentModelIndex second = files.index(1, 0, x);
    QCOMPARE(second.data(GeneratedFilesModel::PathRole).toString(), QString("a/x/2.sql"));
    QCOMPARE(second.data(GeneratedFilesModel::StateText).toString(), QString("unchanged"));
    files.show({{"a/x/2.sql", Fate::Changed, {}}});
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QCOMPARE(second.data(GeneratedFilesModel::StateText).toString(), QString("changed"));
    QCOMPARE(files.rowCount(), 1);
}

void TestGeneration::notesSayTheirLine() {
    LineNotes notes;
    const Tester tester(&notes, Tester::FailureReportingMode::QtTest);
    notes.show(contract::parseModel({{"m.factline.yaml", "factline: 1\ncolor: red\n"s}}).problems);
    QCOMPARE(notes.rowCount(), 1);
    QVERIFY2(notes.index(0, 0).data().toString().startsWith("Line 2: "),
             qPrintable(notes.index(0, 0).data().toString()));
    notes.show({});
    QCOMPARE(notes.rowCount(), 0);
}

void TestGeneration::placesNest() {
    const auto read =
        std::make_shared<const contract::ReadModel>(contract::parseModel({{"m.factline.yaml", twoContexts}}));
    const TextPlaces places(read);
    const Lookup lookup(read->model);
    const auto* event = lookup.findEvent({"orders", "OrderPlaced"});
    const auto* context = lookup.findContext("orders");
    QVERIFY(event && context);
    QCOMPARE(places.at(0, 2), context->id);
    QCOMPARE(places.at(0, 3), context->id);
    QCOMPARE(places.at(0, 8), event->id);
    QCOMPARE(places.at(0, 11), event->id);
    QCOMPARE(places.at(0, 0), ElementId{});
    QCOMPARE(places.at(1, 7), ElementId{});
    QCOMPARE(places.find(event->id)->first, std::size_t(8));
    QCOMPARE(places.find(event->id)->last, std::size_t(11));
}

QTEST_GUILESS_MAIN(TestGeneration)
#include "tst_generation.moc"
