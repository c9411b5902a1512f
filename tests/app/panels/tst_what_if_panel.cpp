// SPDX-License-Identifier: Apache-2.0
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include "app/panels/desk.h"
#include "freshness/outage_course.h"
#include "panels/what_if/dial_row.h"

using namespace factline;
using testing::Desk;

namespace {

struct WhatIfDesk : Desk {
    WhatIfDesk()
        : Desk("what-if", testing::retailText()) {}
    void select(ElementKind kind, const char* name) { selection.select(id(kind, parseRef(name, {}))); }
    void begin() {
        whatIf.setOn(true);
        worked();
    }
    void worked() { QTRY_VERIFY_WITH_TIMEOUT(whatIf.isUpToDate(), 30'000); }
    QString view() const { return child<QComboBox>("whatIfView")->currentText(); }
    QString said(const char* label) const { return child<QLabel>(QString::fromLatin1(label))->text(); }
};

} // namespace

/// The panel turns the hops of one view, and assumes an outage.
class TestWhatIfPanel : public QObject {
    Q_OBJECT
private slots:
    void beginsWithTheWorstPromise() {
        WhatIfDesk desk;
        desk.begin();
        QVERIFY2(desk.view().startsWith("shelf-display after"), qPrintable(desk.view()));
    }

    /// What was selected before it began counts, too.
    void beginsWithTheViewThatIsSelected() {
        WhatIfDesk desk;
        desk.select(ElementKind::View, "search/stock-badge");
        desk.begin();
        QVERIFY2(desk.view().startsWith("stock-badge after"), qPrintable(desk.view()));
        QVERIFY(desk.child<panels::DialRow>("dial0") != nullptr);
        desk.whatIf.setOn(false);
        desk.select(ElementKind::View, "orders/order-status");
        desk.begin();
        QVERIFY2(desk.view().startsWith("order-status after"), qPrintable(desk.view()));
        // What is no view leaves it.
        desk.selection.select(desk.id(ElementKind::Context, {{}, "orders"}));
        QVERIFY2(desk.view().startsWith("order-status after"), qPrintable(desk.view()));
    }

    /// First what counts, beneath the picture the rest, a sentence a line; together all there is to say.
    void anOutageIsToldInTwoParts() {
        WhatIfDesk desk;
        desk.begin();
        desk.whatIf.setOutage("orders", std::chrono::minutes(10));
        desk.worked();
        QStringList first, further;
        for (const auto& sentence : freshness::sentencesOn(desk.whatIf.latest()->analysis->outages.front()))
            (sentence.counts ? first : further) += QString::fromStdString(sentence.text);
        QVERIFY(!first.isEmpty() && !further.isEmpty());
        QCOMPARE(desk.said("outageSaid"), first.join(' '));
        QCOMPARE(desk.said("outageFurther"), further.join('\n'));
        QVERIFY(first.front().startsWith("orders is down for 10 min"));
        const auto* chart = desk.child<QWidget>("outageChart");
        QVERIFY(chart->isVisible());
        const auto topOf = [](const QWidget* part) { return part->mapTo(part->window(), QPoint()).y(); };
        QVERIFY(topOf(desk.child<QLabel>("outageSaid")) < topOf(chart));
        QVERIFY(topOf(chart) < topOf(desk.child<QLabel>("outageFurther")));
    }

    void whatIsNoDurationIsSaid() {
        WhatIfDesk desk;
        desk.begin();
        auto* duration = desk.child<QLineEdit>("outageDuration");
        const auto type = [&](const char* text) {
            duration->setFocus();
            duration->selectAll();
            QTest::keyClicks(duration, QLatin1String(text));
            QTest::keyClick(duration, Qt::Key_Return);
        };
        type("abc");
        QCOMPARE(desk.told.notices.size(), 1);
        QVERIFY(desk.whatIf.scenario().outage.empty());
        type("10 min");
        QCOMPARE(desk.told.notices.size(), 1);
        QCOMPARE(desk.whatIf.scenario().outage.size(), std::size_t(1));
        QVERIFY(desk.whatIf.scenario().outage.front().second == std::chrono::minutes(10));
    }
};

QTEST_MAIN(TestWhatIfPanel)
#include "tst_what_if_panel.moc"
