// SPDX-License-Identifier: Apache-2.0
#include "architecture/form.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

namespace {

const std::string spdx = "// SPDX-License-Identifier: Apache-2.0\n";

std::string lines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "\n";
    return text;
}

} // namespace

class FormTest : public QObject {
    Q_OBJECT
private slots:
    void everyFileHasItsHead() { QCOMPARE(joined(headOffences(readTree(FACTLINE_SOURCE_DIR))), QString()); }

    void filesStaySmall() {
        const SourceTree tree = readTree(FACTLINE_SOURCE_DIR);
        for (const std::string& warning : sizeWarnings(tree))
            QWARN(warning.c_str());
        QCOMPARE(joined(sizeOffences(tree)), QString());
    }

    void namesSayWhatTheyAreResponsibleFor() {
        QCOMPARE(joined(nameOffences(readTree(FACTLINE_SOURCE_DIR))), QString());
    }

    void missesTheHead() {
        const SmallTree small({{"model/base/a.h", spdx + "int a;\n"},
                               {"model/base/b.cpp", "int b;\n"},
                               {"tests/model/c.cpp", "\n" + spdx},
                               {"app/cli/d.h", spdx + "#pragma once\n"},
                               {"app/cli/empty.cpp", ""}});
        QCOMPARE(joined(headOffences(small.read())),
                 QString("app/cli/empty.cpp:1: begin with // SPDX-License-Identifier: Apache-2.0\n"
                         "model/base/a.h: a header has #pragma once\n"
                         "model/base/b.cpp:1: begin with // SPDX-License-Identifier: Apache-2.0\n"
                         "tests/model/c.cpp:1: begin with // SPDX-License-Identifier: Apache-2.0\n"));
    }

    void warnsPast300AndFailsPast500() {
        const SmallTree small(
            {{"model/base/a.cpp", lines(300)},
             {"model/base/b.cpp", lines(301)},
             {"model/base/c.cpp", lines(500)},
             {"model/base/d.cpp", lines(501)},
             {"model/base/e.cpp", spdx + "// Long because it is one table.\n" + lines(600)}});
        QCOMPARE(sizeWarnings(small.read()).size(), std::size_t(3));
        QCOMPARE(
            joined(sizeOffences(small.read())),
            QString("model/base/d.cpp: 501 lines; split it, or say at its top \"// Long because ...\"\n"));
    }

    void refusesNamesThatSayNothing() {
        const SmallTree small({{"model/base/string_utils.h", ""},
                               {"app/shell/window.h", "class WindowManager : public QObject {\n"},
                               {"model/base/utility_costs.h", "struct Helpers2 {\nclass Managerial;\n"}});
        QCOMPARE(nameOffences(small.read()).size(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(FormTest)
#include "tst_form.moc"
