// SPDX-License-Identifier: Apache-2.0
#include "architecture/completeness.h"

#include <QTest>

#include "architecture/small_tree.h"

using namespace factline::architecture;

namespace {

const Needs needs{"rule", {"model/rules/{id_}.cpp", "pages/{id}.md", "cases/{id}/bad*"}, "pages", ".md"};

} // namespace

class CompletenessTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsWhatIsComplete() {
        const SmallTree small({{"model/rules/fact_unowned.cpp", ""},
                               {"pages/fact-unowned.md", ""},
                               {"cases/fact-unowned/bad.yaml", ""}});
        QCOMPARE(joined(completenessOffences(small.root(), {"fact-unowned"}, needs)), QString());
    }

    void namesWhatIsMissing() {
        const SmallTree small({{"pages/fact-unowned.md", ""}, {"cases/fact-unowned/good.yaml", ""}});
        QCOMPARE(joined(completenessOffences(small.root(), {"fact-unowned"}, needs)),
                 QString("rule fact-unowned has no cases/fact-unowned/bad*\n"
                         "rule fact-unowned has no model/rules/fact_unowned.cpp\n"));
    }

    void namesWhatIsLeftOver() {
        const SmallTree small({{"pages/gone.md", ""}, {"pages/notes.txt", ""}});
        QCOMPARE(joined(completenessOffences(small.root(), {}, needs)),
                 QString("pages/gone.md belongs to no rule\n"));
    }

    void refusesDisorderAndDoubles() {
        const Needs nothing{"command", {}, {}, {}};
        QVERIFY(completenessOffences(".", {"a", "b", "c"}, nothing).empty());
        QCOMPARE(completenessOffences(".", {"b", "a"}, nothing).size(), std::size_t(1));
        QCOMPARE(completenessOffences(".", {"a", "a"}, nothing).size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(CompletenessTest)
#include "tst_completeness.moc"
