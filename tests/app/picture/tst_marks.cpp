// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "contract/read.h"
#include "lint/run.h"
#include "picture/draw_model.h"

using namespace factline;

namespace {

diagram::Marks marksIn(const std::string& text) {
    const auto read = contract::parseModel({{"m.factline.yaml", text}});
    if (!read.problems.empty()) qFatal("%s", contract::toString(read.problems[0]).c_str());
    const Lookup lookup(read.model);
    return picture::marksOf(lookup, lint::run(lookup));
}

} // namespace

class MarksTest : public QObject {
    Q_OBJECT
private slots:
    void aFactThatNobodyOwnsMarksThoseWhoSpeakOfIt() {
        const auto marks = marksIn("factline: 1\n"
                                   "model: m\n"
                                   "contexts:\n"
                                   "  shop:\n"
                                   "    views:\n"
                                   "      card: {shows: [balance]}\n"
                                   "      label: {shows: [balance]}\n");
        for (const char* view : {"shop/card", "shop/label"}) {
            const auto found = marks.badges.find({ElementKind::View, view});
            QVERIFY(found != marks.badges.end());
            QCOMPARE(found->second.size(), std::size_t(1));
            QVERIFY(found->second[0].explanation.english().find("shop/balance") != std::string::npos);
        }
        QVERIFY(!marks.badges.contains({ElementKind::Context, "shop"}));
    }

    void aDeclaredElementBearsItsOwnFindings() {
        const auto marks =
            marksIn("factline: 1\n"
                    "model: m\n"
                    "contexts:\n"
                    "  shop:\n"
                    "    publishing: {through: dual-write}\n"
                    "    facts: {order: {means: an order, key: [id]}}\n"
                    "    events: {OrderPlaced: {announces: [order], means: m, asserts: []}}\n");
        QVERIFY(marks.badges.contains({ElementKind::Context, "shop"}));
        QVERIFY(!marks.badges.contains({ElementKind::Fact, "shop/order"}));
    }
};

QTEST_GUILESS_MAIN(MarksTest)
#include "tst_marks.moc"
