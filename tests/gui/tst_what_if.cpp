// SPDX-License-Identifier: Apache-2.0
#include <QAbstractItemModel>
#include <QComboBox>
#include <QDockWidget>
#include <QSlider>
#include <QTableView>

#include "freshness/outage_course.h"
#include "jobs/what_if.h"
#include "outage.h"
#include "user.h"
#include "viewmodels/scenario_table.h"

using namespace factline;
using namespace factline::testing;

/// An architect tries out what an outbox and an outage would do to the retailer's promises, keeps it, applies
/// it, and takes it back.
class WhatIfJourney : public QObject {
    Q_OBJECT
private slots:
    void triesKeepsAndApplies();
};

namespace {

struct Architect : User {
    QWidget& part(const char* name) {
        auto* found = window->findChild<QWidget*>(QLatin1String(name));
        if (!found) qFatal("the window has no '%s'", name); // whatever else stood for it would be visible
        return *found;
    }
    QAbstractButton& tool() {
        for (auto* button : window->findChildren<QAbstractButton*>())
            if (button->text() == QLatin1String("What if") && button->isVisible()) return *button;
        qFatal("the window has no button 'What if'");
    }
    /// Waits until what is assumed is worked out.
    const jobs::Supposed& worked() {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(window->whatIf().isUpToDate(), 30'000); }();
        QApplication::processEvents();
        return *window->whatIf().latest();
    }
    /// The handle of a slider, dragged by the mouse to a share of its length.
    void slide(QSlider& slider, double share) {
        QWindow* to = window->windowHandle();
        const auto at = [&](double x) {
            return slider.mapTo(window.data(),
                                QPoint(static_cast<int>(8 + x * (slider.width() - 16)), slider.height() / 2));
        };
        const double from = static_cast<double>(slider.value()) / slider.maximum();
        QTest::mousePress(to, Qt::LeftButton, {}, at(from));
        for (int step = 1; step <= 5; ++step) {
            QTest::mouseMove(to, at(from + (share - from) * step / 5));
            QTest::qWait(5);
        }
        QTest::mouseRelease(to, Qt::LeftButton, {}, at(share));
    }
    /// What the promise of a view comes to, as the canvas says it.
    QString badge(const QString& view) {
        using Kind = diagram::Badge::Kind;
        for (const auto& node : canvas().diagram().nodes) {
            if (nameOf(node.key) != view) continue;
            for (const auto& each : node.badges)
                if (each.kind == Kind::Kept || each.kind == Kind::AtRisk || each.kind == Kind::Broken)
                    return QString::fromStdString(each.text);
        }
        return {};
    }
};

} // namespace

void WhatIfJourney::triesKeepsAndApplies() {
    Architect user;
    user.open(retail);
    const QString before = user.text();
    const auto places = user.places();
    const QString view = QStringLiteral("view stores/shelf-display");
    QVERIFY(!user.part("whatIfBar").isVisible());
    QTRY_VERIFY(!user.badge(view).isEmpty());
    const QString usual = user.badge(view);

    // The toolbar's button: the canvas says that this is not the model, and the panel is there.
    user.click(user.tool());
    QVERIFY(user.window->whatIf().isOn());
    QVERIFY(user.tool().isChecked());
    QVERIFY(user.part("whatIfBar").isVisible());
    QTRY_VERIFY(user.part("whatIfBar").mapTo(user.window.data(), QPoint()).y() >=
                user.inWindow({0, user.canvas().height()}).y()); // below it: nothing is hidden or moves
    user.worked();
    user.click(view);
    auto* choice = user.window->findChild<QComboBox*>("whatIfView");
    QTRY_VERIFY(choice->isVisible() && choice->currentText().startsWith("shelf-display"));

    // The first hop is the batch of every fifteen minutes: dragged down, it is a relay.
    auto* dial = user.part("dial0").findChild<QSlider*>();
    QVERIFY(dial != nullptr && dial->isVisible());
    user.slide(*dial, 0.02);
    const auto& quick = user.worked();
    QVERIFY(!quick.shifts.empty());
    QTRY_VERIFY(user.badge(view).contains(QStringLiteral("→")));
    QVERIFY(user.badge(view).startsWith(usual));
    QCOMPARE(user.text(), before);
    QCOMPARE(user.steps(), 0);
    QCOMPARE(user.places(), places);

    // A time is typed as well.
    auto* value = user.part("dial0").findChild<QLineEdit*>();
    user.click(*value);
    QTRY_COMPARE(QApplication::focusWidget(), value);
    user.press(Qt::Key_A, Qt::ControlModifier);
    user.enter("500ms");
    QTRY_VERIFY(user.window->whatIf().scenario().set.size() == 1 &&
                user.window->whatIf().scenario().set.front().second.find("poll: 500ms") != std::string::npos);
    const auto wanted = user.worked().scenario;

    // Search is down for ten minutes.
    letFail(user, "availability");
    QCOMPARE(user.window->whatIf().scenario().outage.size(), std::size_t(1));
    QVERIFY(user.window->whatIf().scenario().outage.front().second == std::chrono::minutes(10));
    QCOMPARE(user.worked().analysis->outages.size(), std::size_t(1));
    QTRY_VERIFY(user.part("outageChart").isVisible());
    // The chart says what was worked out of the ten minutes: how long and how many wait.
    const auto& outage = user.worked().analysis->outages.front();
    const QString chart = user.part("outageChart").accessibleDescription();
    QCOMPARE(user.part("outageChart").accessibleName(), QStringLiteral("Outage of availability"));
    QCOMPARE(chart, QString::fromStdString(freshness::spoken(outage)));
    QVERIFY2(chart.contains(QStringLiteral("10 min")), qPrintable(chart));
    user.picture("what-if");
    QCOMPARE(user.text(), before);

    // Kept by name, it stands in the model and in the table.
    auto* name = user.window->findChild<QLineEdit*>("scenarioName");
    user.click(*name);
    QTRY_COMPARE(QApplication::focusWidget(), name);
    user.enter("Quick Relay");
    QCOMPARE(user.steps(), 1);
    QVERIFY(user.text().contains("quick-relay"));
    QTRY_COMPARE_WITH_TIMEOUT(user.window->whatIf().compared().size(), std::size_t(2), 30'000);
    QTRY_COMPARE(user.window->findChild<QTableView*>("scenarioTable")->model()->columnCount(), 4);

    // Applied it is one more step, and what was tried is no what-if any more.
    user.worked();
    user.click(user.part("applyWhatIf"));
    QCOMPARE(user.steps(), 2);
    QVERIFY(user.text().contains("poll: 500ms"));
    QVERIFY(user.window->whatIf().scenario().set.empty());

    // Off again by the key, and all of it undone.
    user.activate();
    user.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!user.window->whatIf().isOn());
    QVERIFY(!user.part("whatIfBar").isVisible());
    QVERIFY(!user.window->docks().dock("what-if")->isVisible());
    user.document().history().undo();
    user.document().history().undo();
    QCOMPARE(user.text(), before);
    user.settle();
    QTRY_COMPARE(user.badge(view), usual);
}

QTEST_MAIN(WhatIfJourney)
#include "tst_what_if.moc"
