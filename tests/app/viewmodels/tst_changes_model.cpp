// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/changes_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace factline;
using viewmodels::ChangesModel;

namespace {

QStringList lines(const ChangesModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex line = model.index(row, 0);
        all += line.data(Qt::AccessibleTextRole).toString();
        for (int field = 0; field < model.rowCount(line); ++field)
            all += QStringLiteral("  ") + model.index(field, 0, line).data(Qt::AccessibleTextRole).toString();
    }
    return all;
}

compare::ElementChange added(const char* event) {
    return {.before = {}, .after = ElementKey{ElementKind::Event, event}};
}

} // namespace

/// What is different between two models, as lines.
class TestChangesModel : public QObject {
    Q_OBJECT
private slots:
    void saysEachChange() {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        compare::ElementChange moved{.before = ElementKey{ElementKind::View, "sales/open"},
                                     .after = ElementKey{ElementKind::View, "billing/unpaid"},
                                     .renamed = true,
                                     .moved = true};
        moved.fields = {{"freshness.within", "30s", "5s"}, {"loss", "", "1%"}};
        compare::ElementChange root{.before = ElementKey{}, .after = ElementKey{}};
        root.fields = {{"summary", "a", "b"}};
        const compare::ElementChange gone{.before = ElementKey{ElementKind::Context, "old-papers"},
                                          .after = {}};
        const std::vector changes{root, added("sales/OrderPlaced"), moved, gone};
        model.show(changes, {{"billing", "Accounts"}}); // as the map has them
        QCOMPARE(lines(model),
                 QStringList(
                     {"changed The model itself", "  summary: a → b", "new OrderPlaced, event in Sales",
                      "moved unpaid, view in Accounts", "  name: open → unpaid", "  context: sales → billing",
                      "  freshness.within: 30s → 5s", "  loss: nothing → 1%", "gone Old papers, context"}));
    }

    void keepsLinesThatStay() {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        const std::vector two{added("sales/A"), added("sales/B")};
        model.show(two);
        const QPersistentModelIndex line(model.index(1, 0));
        const std::vector three{added("sales/0"), added("sales/A"), added("sales/B"), added("sales/B")};
        model.show(three);
        QCOMPARE(line.row(), 2);
        QCOMPARE(line.data(ChangesModel::Change).toInt(), 2);
        model.show({});
        QVERIFY(!line.isValid());
    }
};

QTEST_GUILESS_MAIN(TestChangesModel)
#include "tst_changes_model.moc"
