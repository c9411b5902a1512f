// SPDX-License-Identifier: Apache-2.0
#include "architecture/includes.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

class IncludesTest : public QObject {
    Q_OBJECT
private slots:
    void theHouseKeepsItsDirection() {
        const SourceTree tree = readTree(FACTLINE_SOURCE_DIR);
        QVERIFY(tree.sources.size() > 50);
        QCOMPARE(joined(includeOffences(tree)), QString());
        QCOMPARE(joined(unknownRooms(tree)), QString());
    }

    void allowsWhatStandsBelow() {
        const SmallTree small({{"model/base/a.h", ""},
                               {"model/domain/b.h", "#include \"base/a.h\"\n"},
                               {"model/lint/c.cpp", "#include \"base/a.h\"\n#include \"domain/b.h\"\n"},
                               {"app/picture/d.h", "#include \"domain/b.h\"\n"},
                               {"app/drawing/e.cpp", "#include \"picture/d.h\"\n#include <vector>\n"}});
        QCOMPARE(joined(includeOffences(small.read())), QString());
        QCOMPARE(joined(unknownRooms(small.read())), QString());
    }

    void refusesUpward() {
        const SmallTree small({{"model/domain/b.h", ""}, {"model/base/a.h", "\n#include \"domain/b.h\"\n"}});
        QCOMPARE(joined(includeOffences(small.read())),
                 QString("model/base/a.h:2: base may not include domain, only base\n"));
    }

    void refusesSideways() {
        const SmallTree small({{"model/contract/r.h", ""},
                               {"model/lint/run.cpp", "#include \"contract/r.h\"\n"},
                               {"app/shell/w.h", ""},
                               {"app/canvas/v.cpp", "#include \"shell/w.h\"\n"},
                               {"model/lint/l.h", ""},
                               {"app/layout-worker/main.cpp", "#include \"lint/l.h\"\n"}});
        const Offences offences = includeOffences(small.read());
        QCOMPARE(offences.size(), std::size_t(3));
        QVERIFY(offences[0].starts_with("app/canvas/v.cpp:1: canvas may not include shell"));
        QVERIFY(offences[1].starts_with("app/layout-worker/main.cpp:1: layout-worker may not include lint"));
        QVERIFY(offences[2].starts_with("model/lint/run.cpp:1: lint may not include contract"));
    }

    void refusesPanelsThatKnowOneAnother() {
        const SmallTree small({{"app/panels/outline/tree.h", ""},
                               {"app/panels/dock.h", ""},
                               {"app/panels/outline/dock.cpp", "#include \"panels/outline/tree.h\"\n"},
                               {"app/panels/inspector/form.cpp",
                                "#include \"panels/outline/tree.h\"\n#include \"panels/dock.h\"\n"}});
        QCOMPARE(joined(includeOffences(small.read())),
                 QString("app/panels/inspector/form.cpp:1: panels do not include one another\n"));
    }

    void refusesWhatLeadsNowhere() {
        const SmallTree small(
            {{"model/base/a.h", ""}, {"model/base/a.cpp", "#include \"a.h\"\n#include \"base/b.h\"\n"}});
        QCOMPARE(includeOffences(small.read()).size(), std::size_t(2));
    }

    void refusesRoomsThatNobodyKnows() {
        const SmallTree small({{"model/common/a.h", ""}, {"app/misc/b.h", ""}});
        const Offences offences = unknownRooms(small.read());
        QCOMPARE(offences.size(), std::size_t(2));
        QVERIFY(offences[0].starts_with("app/misc is no room"));
    }
};

QTEST_APPLESS_MAIN(IncludesTest)
#include "tst_includes.moc"
