// SPDX-License-Identifier: Apache-2.0
#include "architecture/item_models.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

class ItemModelsTest : public QObject {
    Q_OBJECT
private slots:
    void everyItemModelIsTested() {
        QCOMPARE(joined(itemModelOffences(readTree(FACTLINE_SOURCE_DIR))), QString());
    }

    void findsThoseThatAreNot() {
        const SmallTree small(
            {{"app/a/tree_model.h",
              "template<typename Row>\nclass TreeModel : public QAbstractItemModel {\n"},
             {"app/a/list.h",
              "class Tested : public TreeModel<int> {\n};\nclass Lost : public Base::TreeModel<int> {\n"},
             {"app/a/other.h",
              "class Alone final : public QAbstractListModel {\nclass Panel : public QWidget {\n"},
             {"tests/a/tst_list.cpp", "QAbstractItemModelTester tester(&model);\nTested model;\n"},
             {"tests/a/tst_other.cpp", "Alone model; Lost another;\n"}});
        QCOMPARE(joined(itemModelOffences(small.read())),
                 QString("app/a/other.h:1: no test has Alone looked at by QAbstractItemModelTester\n"
                         "app/a/list.h:3: no test has Lost looked at by QAbstractItemModelTester\n"));
    }
};

QTEST_APPLESS_MAIN(ItemModelsTest)
#include "tst_item_models.moc"
