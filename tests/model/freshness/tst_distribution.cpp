// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <numeric>
#include <rapidcheck.h>

#include "freshness/hop.h"
#include "freshness/normal.h"
#include "freshness/schedule.h"

using namespace factline;
using namespace factline::freshness;
using namespace std::chrono_literals;

namespace {

bool near(double a, double b, double relative = 1e-9) {
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/// A hop of any form, from a millisecond to hours.
Distribution any() {
    const auto length = [] { return std::exp(*rc::gen::inRange(-700, 900) / 100.0); };
    const double a = length(), b = a * (1 + *rc::gen::inRange(1, 3000) / 100.0),
                 c = b * (1 + *rc::gen::inRange(1, 1000) / 100.0);
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return fixed(a);
    case 1:
        return uniform(a, b);
    case 2:
        return lognormal(a, b);
    case 3:
        return quantiles(a, b, c, std::nullopt);
    case 4:
        return quantiles(a, b, std::nullopt, c);
    default:
        return waiting({a, b, b, c}, a);
    }
}

void checked(bool ok) {
    QVERIFY(ok);
}

} // namespace

class DistributionTest : public QObject {
    Q_OBJECT
private slots:
    void normalQuantileUndoesShare() {
        for (const double z : {-8.0, -3.1, -1.0, -1e-3, 0.0, 0.5, 2.3263478740408408, 5.0})
            QVERIFY(std::abs(normalQuantile(normalShare(z)) - z) < 1e-9);
        QVERIFY(near(normalQuantile(0.99), z99, 1e-14));
    }

    void quantileAndShareFitEachOther() {
        checked(rc::check("quantile(u) is the least x with share(x) >= u; both rise", [] {
            const Distribution d = any();
            const double u = *rc::gen::inRange(1, 9999) / 10000.0;
            const double x = d.quantile(u);
            RC_ASSERT(d.share(x * (1 + 1e-9) + 1e-12) >= u - 1e-9);
            RC_ASSERT(d.quantile(u + 1e-4 * (1 - u)) >= x);
            RC_ASSERT(x >= d.min());
            if (const auto max = d.max()) RC_ASSERT(x <= *max);
            RC_ASSERT(d.mean() >= d.min());
        }));
    }

    void meanIsTheIntegralOfTheQuantile() {
        checked(rc::check("mean", [] {
            const Distribution d = any();
            if (d.mean() > 50 * d.quantile(0.99)) return; // a tail that no sum over shares reaches
            double sum = 0;
            constexpr int steps = 40000;
            for (int i = 0; i < steps; ++i)
                sum += d.quantile((i + 0.5) / steps);
            RC_ASSERT(near(sum / steps, d.mean(), 0.05));
        }));
    }

    void scalingScalesEverything() {
        checked(rc::check("scaled", [] {
            const Distribution d = any();
            const double u = *rc::gen::inRange(1, 9999) / 10000.0;
            RC_ASSERT(near(scaled(d, 2.5).quantile(u), 2.5 * d.quantile(u)));
            RC_ASSERT(near(scaled(d, 2.5).mean(), 2.5 * d.mean()));
        }));
    }

    void p99AloneAssumesTheRatio() {
        const auto d = *distributionOf({.form = QuantileLag{.p99 = 2s}});
        QVERIFY(d.ratioAssumed);
        QVERIFY(near(d.quantile(0.5), 0.5));
        QVERIFY(near(d.quantile(0.99), 2));
        QVERIFY(!distributionOf({.form = QuantileLag{.p50 = 1s, .p99 = 2s}})->ratioAssumed);
    }

    void nothingTakesLongerThanMax() {
        const auto d =
            *distributionOf({.form = QuantileLag{.p50 = 13ms, .p99 = 32ms, .p999 = 208ms, .max = 1s}});
        QCOMPARE(*d.max(), 1.0);
        QCOMPARE(d.quantile(0.9999999), 1.0);
        QCOMPARE(d.share(1), 1.0);
    }

    void aPollWaitsAndWorks() {
        const auto rate = *distributionOf({.form = PollLag{.poll = 500ms, .work = 20ms}});
        QVERIFY(near(rate.quantile(0.5), 0.27) && near(*rate.max(), 0.52));
        const auto delay = *distributionOf({.form = PollLag{500ms, PollMode::FixedDelay, 20ms}});
        QVERIFY(near(delay.quantile(0.5), 0.28) && near(*delay.max(), 0.54));
    }

    void flatQuantilesAreAFixedTime() {
        QVERIFY(!quantiles(1, 1, 1, std::nullopt).varies());
        QVERIFY(!quantiles(std::nullopt, 0, std::nullopt, std::nullopt).varies());
        const auto tail = quantiles(1, 1, 5, std::nullopt); // the same for 99 %, then slower
        QCOMPARE(tail.quantile(0.5), 1.0);
        QVERIFY(near(tail.share(1), 0.99));
        QVERIFY(tail.share(0.999) < 1e-12);
    }

    void everyQuarterOfAnHour() {
        const auto gaps = *gapsOf("*/15 * * * *", "Europe/Berlin");
        QCOMPARE(gaps.size(), std::size_t(365 * 96));
        QVERIFY(std::ranges::all_of(gaps, [](double gap) { return gap == 900; }));
        const auto d = *distributionOf({.form = CronLag{"*/15 * * * *", "Europe/Berlin", 4min}});
        QVERIFY(near(d.quantile(0.5), 450 + 240) && near(*d.max(), 1140));
    }

    void nightsOfWorkingDays() {
        const auto gaps = *gapsOf("0 2 * * 1-5", "UTC");
        QCOMPARE(*std::ranges::max_element(gaps), 3 * 86400.0);
        QCOMPARE(std::accumulate(gaps.begin(), gaps.end(), 0.0), 367.0 * 86400); // Friday 1st to Monday 3rd
    }

    void summerTimeMakesOneNightShorterAndOneLonger() {
        const auto gaps = *gapsOf("0 4 * * *", "Europe/Berlin");
        QCOMPARE(std::ranges::count(gaps, 23 * 3600.0), 1);
        QCOMPARE(std::ranges::count(gaps, 25 * 3600.0), 1);
        QCOMPARE(gaps.size(), std::size_t(365));
        // 2:30 is skipped in March and comes twice in October: one run each night all the same.
        QCOMPARE(gapsOf("30 2 * * *", "Europe/Berlin")->size(), std::size_t(365));
        // Every half hour goes on through both.
        QVERIFY(std::ranges::all_of(*gapsOf("*/30 * * * *", "Europe/Berlin"),
                                    [](double gap) { return gap == 1800; }));
    }

    void rareSchedulesAreWaitedFor() {
        const auto gaps = *gapsOf("0 0 29 2 *", "UTC");
        QVERIFY(gaps.front() == 1461 * 86400.0);
        QCOMPARE(gapsOf("0 0 1 jan *", "UTC")->size(), std::size_t(1));
    }

    void namesListsAndSundays() {
        QCOMPARE(gapsOf("0 6,18 * * mon-fri", "UTC")->size(), std::size_t(522));
        QCOMPARE(gapsOf("0 0 * * 7", "UTC")->size(), gapsOf("0 0 * * sun", "UTC")->size());
        QCOMPARE(gapsOf("0 0 13 * 5", "UTC")->size(), std::size_t(53 + 12 - 1)); // either day will do
    }

    void refusesWhatIsNoSchedule_data() {
        QTest::addColumn<QString>("cron");
        for (const char* bad : {"", "* * * *", "60 * * * *", "* 24 * * *", "5-1 * * * *", "*/0 * * * *",
                                "x * * * *", "0 0 31 2 *", "* * * * * *"})
            QTest::newRow(bad) << QString::fromLatin1(bad);
    }
    void refusesWhatIsNoSchedule() {
        QFETCH(QString, cron);
        QVERIFY(!gapsOf(cron.toStdString(), "UTC"));
    }
    void refusesAnUnknownZone() { QVERIFY(!gapsOf("0 0 * * *", "Mars/Olympus")); }
};

QTEST_APPLESS_MAIN(DistributionTest)
#include "tst_distribution.moc"
