// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <string>

#include "freshness/outage_course.h"
#include "model/freshness/shop.h"

using namespace factline;
using namespace factline::freshness;
using namespace factline::test;

/// What an outage does: to what waits, to each view that promises something, and to what it may still be
/// late.
class OutagesTest : public QObject {
    Q_OBJECT
private slots:
    void loadAndOutage() {
        const auto made = of(Shop{}.text(), {{{"billing", std::chrono::minutes(10)}}});
        QCOMPARE(made.load.size(), std::size_t(1));
        QVERIFY(near(made.load.front().utilisation, 0.4));
        const ContextOutage& outage = made.outages.front();
        QVERIFY(near(outage.backlog, 120000) && near(outage.catchUp, 400));
        QVERIFY(near(hardest(outage)->outOfSlo, 950) && near(hardest(outage)->lateChanges, 190000));
        QVERIFY(!outage.lost);
        // While nobody reads, the channel drops what has grown too old; while nobody tells, it is empty.
        QVERIFY(of(Shop{}.text(), {{{"billing", std::chrono::hours(25)}}}).outages.front().lost);
        QVERIFY(!of(Shop{}.text(), {{{"orders", std::chrono::hours(25)}}}).outages.front().lost);
        const auto slow = of(Shop{.fedBy = "orders/OrderPlaced: {capacity: {perMessage: 6ms}}"}.text(),
                             {{{"billing", std::chrono::minutes(10)}}});
        QVERIFY(slow.outages.front().lost && !slow.outages.front().catchUp);
        QVERIFY(near(slow.load.front().growthPerSecond, 200 - 1 / 0.006));
    }

    /// The teller is away for longer than the channel keeps; what it then tells all at once has to be read
    /// before the channel drops it: 27 h at 90 % take 24.3 h, at 40 % less than 11.
    void whatComesAllAtOnceCanOutliveItsChannel() {
        const auto lostAt = [](const char* perMessage) {
            const Shop shop{.fedBy = std::string("orders/OrderPlaced: {capacity: {perMessage: ") +
                                     perMessage + "}}"};
            return of(shop.text(), {{{"orders", std::chrono::hours(27)}}}).outages.front().lost;
        };
        QVERIFY(lostAt("4500us"));
        QVERIFY(!lostAt("2ms"));
    }

    /// Two views on one change: the strict one is quick, the slow one has a day. Each has its own outage.
    void anOutageTellsOfTheViewThatIsLate() {
        const auto made = of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s}}
  b:
    views:
      slow: {shows: [a/f], fedBy: {a/Moved: {capacity: {perMessage: 45ms}}}, freshness: {within: 1d}}
      strict: {shows: [a/f], fedBy: {a/Moved: {capacity: {perMessage: 1ms}}}, freshness: {within: 5s}}
      other: {shows: [a/f], fedBy: {a/Moved: {capacity: {perMessage: 25ms}}}, freshness: {within: 1m}}
)",
                             {{{"a", std::chrono::minutes(10)}}});
        const ContextOutage& outage = made.outages.front();
        QCOMPARE(outage.slowest, std::string("b/slow"));
        QVERIFY(near(outage.catchUp, 5400));
        QCOMPARE(outage.views.size(), std::size_t(3));
        const LateView& other = outage.views[0]; // it has more time, and is late for longer
        QCOMPARE(other.view, std::string("b/other"));
        QVERIFY(near(other.outOfSlo, 1080) && near(other.lateChanges, 21600));
        const LateView& strict = outage.views[1];
        QCOMPARE(strict.view, std::string("b/strict"));
        QCOMPARE(strict.slowest, std::string("b/strict"));
        QVERIFY(near(strict.outOfSlo, 595 / 0.98) && near(strict.lateChanges, 20 * 595 / 0.98));
        QCOMPARE(outage.views[2].view, std::string("b/slow"));
        QCOMPARE(*outage.views[2].outOfSlo, 0.0);
        // And so say the error budget of each row, and the course.
        const double ofOutage = 540 / (0.5 * 28 * 86400) / 0.01;
        QVERIFY(
            near(*made.rows[2]->errorBudgetUsed - *made.rows[2]->answer->lateShare / 0.01, ofOutage, 1e-6));
        QVERIFY(near(courseOf(outage).late->second - courseOf(outage).late->first, 1080));
    }

    /// One view takes from two channels; only the quiet one is held up, and catches up at its own pace.
    void anOutageHoldsUpOnlyTheChannelsThatItTouches() {
        const auto made = [](std::vector<std::pair<ContextName, Duration>> down) {
            return of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    channels: {quiet: {}}
    events: {Moved: {announces: [f], channel: quiet, rate: 10/s}}
  b:
    publishing: {through: outbox}
    facts: {g: {}}
    channels: {busy: {}}
    events: {Counted: {announces: [g], channel: busy, rate: 95/s}}
  c:
    views:
      v:
        shows: [a/f, b/g]
        fedBy:
          a/Moved: {capacity: {perMessage: 10ms}}
          b/Counted: {capacity: {perMessage: 10ms}}
        freshness: {within: 1m}
)",
                      {std::move(down)});
        };
        const auto before = made({});
        const auto after = made({{"a", std::chrono::minutes(10)}});
        const ContextOutage& outage = after.outages.front();
        QVERIFY(near(outage.utilisation, 0.1) && near(outage.catchUp, 600 / 9.0));
        QCOMPARE(outage.views.size(), std::size_t(1));
        QVERIFY(near(outage.views.front().outOfSlo, 600) && near(outage.views.front().lateChanges, 6000));
        QCOMPARE(after.rows.size(), std::size_t(2));
        QVERIFY(near(*after.rows[0]->errorBudgetUsed - *before.rows[0]->errorBudgetUsed,
                     540 / (0.9 * 28 * 86400) / 0.01, 1e-6));
        QCOMPARE(*after.rows[1]->errorBudgetUsed, *before.rows[1]->errorBudgetUsed);
        // Where the view itself is down, both wait: the busy one is worked off last.
        const auto both = made({{"c", std::chrono::minutes(10)}});
        QVERIFY(near(both.outages.front().utilisation, 0.95));
        QVERIFY(near(both.outages.front().views.front().outOfSlo, 540 / 0.05));
        QVERIFY(near(both.outages.front().views.front().lateChanges, 10 * 600.0 + 95 * 10800));
    }

    /// What is known of one view is told, also where nobody can say how hard it is on another, and where one
    /// never catches up.
    void anOutageTellsOfEveryViewWhatIsKnown() {
        const auto outageOf = [](const std::string& views) {
            return of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s}}
  b:
    views:
)" + views +
                          "      known: {shows: [a/f], fedBy: {a/Moved: {capacity: {perMessage: 1ms}}}, "
                          "freshness: {within: 1m}}\n",
                      {{{"a", std::chrono::minutes(10)}}});
        };
        const auto hidden =
            outageOf("      hidden: {shows: [a/f], fedBy: {a/Moved: {}}, freshness: {within: 5s}}\n");
        QCOMPARE(hardest(hidden.outages.front())->view, std::string("b/known"));
        QVERIFY(near(hardest(hidden.outages.front())->outOfSlo, 540 / 0.98));
        const std::string said = spoken(hidden.outages.front());
        QVERIFY2(said.find("reach b/known later") != std::string::npos, said.c_str());
        QVERIFY2(said.find("for how long nobody says: b/hidden") != std::string::npos, said.c_str());
        QVERIFY2(said.find("What is known of is worked off") != std::string::npos, said.c_str());
        QVERIFY2(said.find("How fast these catch up nobody says: b/hidden") != std::string::npos,
                 said.c_str());
        const auto never =
            outageOf("      over: {shows: [a/f], fedBy: {a/Moved: {capacity: {perMessage: 51ms}}}, "
                     "freshness: {within: 1d}}\n");
        const std::string lasting = spoken(never.outages.front());
        QVERIFY2(lasting.find("stays so: b/over (24 h)") != std::string::npos, lasting.c_str());
        QVERIFY2(lasting.find("b/known for 9") != std::string::npos, lasting.c_str());
        QVERIFY(
            near(never.rows.front()->errorBudgetUsed, 100)); // all changes are late: one in a hundred may be
    }

    /// All that is said aloud is in one list, what one wants to hear first is marked, and the rest is not
    /// lost.
    void whatCountsIsSaidFirst() {
        const auto outage = of(Shop{}.text(), {{{"orders", std::chrono::minutes(10)}}}).outages.front();
        std::string all, first;
        for (const OutageSentence& sentence : sentencesOn(outage)) {
            all += (all.empty() ? "" : " ") + sentence.text;
            if (sentence.counts) first += sentence.text + "|";
        }
        QCOMPARE(all, spoken(outage).english());
        QVERIFY2(first.starts_with("orders is down for 10 min: 120000 messages wait.|For "), first.c_str());
        QVERIFY2(first.find("worked off") == std::string::npos, first.c_str());
        QVERIFY2(all.find("worked off") != std::string::npos, all.c_str());
    }

    /// An event that another one causes has a time of its own; one that tells of what is computed comes late.
    void whatIsOnlyCausedIsNotLate() {
        const auto lateIn = [](const char* derived) {
            return of(std::string(R"(factline: 1
contexts:
  warehouse:
    publishing: {through: outbox}
    facts: {parcel: {}}
    events: {HandedOver: {announces: [parcel], rate: 20/s}}
  orders:
    publishing: {through: outbox}
    facts: {order: {)") + derived +
                          R"(}}
    events: {Shipped: {announces: [order]}}
    policies:
      close: {when: {warehouse/HandedOver: {capacity: {perMessage: 1ms}}}, then: [Shipped], lag: {fixed: 10ms}}
    views:
      status: {shows: [order], fedBy: {Shipped: {capacity: {perMessage: 1ms}}}, freshness: {within: 5s}}
  finance:
    publishing: {through: outbox}
    facts: {total: {derivedFrom: [orders/order]}}
    events: {Totalled: {announces: [total]}}
    policies: {sum: {when: [orders/Shipped], then: [Totalled], lag: {fixed: 10ms}}}
    views:
      totals: {shows: [total], fedBy: {Totalled: {}}, freshness: {within: 5s}}
)",
                      {{{"warehouse", std::chrono::minutes(10)}}})
                .outages.front()
                .views.size();
        };
        QCOMPARE(lateIn(""), std::size_t(0));
        QCOMPARE(lateIn("derivedFrom: [warehouse/parcel]"), std::size_t(2));
    }

    /// What a policy tells because of what waits does not wait itself, whether or not its rate is declared;
    /// of a higher one the rest does.
    void whatFollowsIsCountedOnce() {
        const auto backlog = [](const char* rate) {
            return of(std::string(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s}}
  b:
    publishing: {through: outbox}
    facts: {g: {derivedFrom: [a/f]}}
    events: {Counted: {announces: [g])") +
                          rate + R"(}}
    policies: {count: {when: {a/Moved: {}}, then: [Counted], lag: {fixed: 10ms}}}
)",
                      {{{"b", std::chrono::minutes(10)}}})
                .outages.front()
                .backlog;
        };
        QVERIFY(near(backlog(""), 12000));
        QVERIFY(near(backlog(", rate: 20/s"), 12000));
        QVERIFY(near(backlog(", rate: 25/s"), 15000));
    }

    /// A channel that says nothing keeps a week, as the rules have it; a compacted one keeps the latest for
    /// ever.
    void aChannelForgetsAfterAWeek() {
        const auto lost = [](const std::string& channel) {
            std::string text = Shop{}.text();
            text.replace(text.find("{retention: 1d}"), std::string("{retention: 1d}").size(), channel);
            return of(text, {{{"billing", std::chrono::hours(24 * 10)}}}).outages.front().lost;
        };
        QVERIFY(lost("{}"));
        QVERIFY(!lost("{compacted: true}"));
        QVERIFY(!lost("{retention: 30d}"));
    }

    void anOutageEatsTheErrorBudget() {
        const double before = *of(Shop{}.text()).rows.front()->errorBudgetUsed;
        const double after =
            *of(Shop{}.text(), {{{"billing", std::chrono::minutes(10)}}}).rows.front()->errorBudgetUsed;
        QVERIFY(near(after - before, 570 / (0.6 * 28 * 86400) / 0.01, 1e-6));
    }

    /// Then at least the outage itself is lost, and the row says what it rests on.
    void whoSaysNotWhatItCanDoCatchesUpAtOnce() {
        const Shop shop{.fedBy = "orders/OrderPlaced: {}"};
        const double before = *of(shop.text()).rows.front()->errorBudgetUsed;
        const auto made = of(shop.text(), {{{"billing", std::chrono::minutes(10)}}});
        const Row& row = *made.rows.front();
        QVERIFY(near(*row.errorBudgetUsed - before, 570 / (28 * 86400.0) / 0.01, 1e-6));
        QCOMPARE(std::ranges::count(row.assumed, "catching up takes no time"), 1);
    }

    /// The policy in the middle is the slowest: it rules how fast the view catches up.
    void theSlowestOnTheWayRulesTheErrorBudget() {
        const auto tandem = [](const std::string& perMessage,
                               std::vector<std::pair<ContextName, Duration>> down) {
            return of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s}, Noted: {announces: [f]}}
  b:
    publishing: {through: outbox}
    facts: {g: {derivedFrom: [a/f]}}
    events: {Derived: {announces: [g]}}
    policies:
      p: {when: {a/Moved: {)" +
                          perMessage + R"(}, a/Noted: {}}, then: [Derived], lag: {fixed: 1ms}}
  c:
    views:
      v: {shows: [b/g], fedBy: {b/Derived: {capacity: {perMessage: 10ms}}}, freshness: {within: 60s, from: a/f}}
)",
                      {std::move(down)});
        };
        const std::string slow = "capacity: {perMessage: 40ms}";
        const double before = *tandem(slow, {}).rows.front()->errorBudgetUsed;
        const auto made = tandem(slow, {{"b", std::chrono::hours(1)}});
        QVERIFY(near(*made.rows.front()->errorBudgetUsed - before, 3540 / (0.2 * 28 * 86400) / 0.01, 1e-6));
        const ContextOutage& outage = made.outages.front();
        QCOMPARE(outage.slowest, std::string("b/p"));
        QVERIFY(near(outage.backlog, 72000)); // Derived comes of what waits, and waits not itself
        QCOMPARE(outage.uncounted, std::vector<std::string>{"a/Noted"});
        const auto quick = tandem("capacity: {perMessage: 1ms}", {{"b", std::chrono::hours(1)}});
        QVERIFY(near(*quick.rows.front()->errorBudgetUsed - before, 3540 / (0.8 * 28 * 86400) / 0.01, 1e-6));
    }
};

QTEST_APPLESS_MAIN(OutagesTest)
#include "tst_outages.moc"
