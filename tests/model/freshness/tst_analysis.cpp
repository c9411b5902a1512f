// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <cmath>
#include <string>

#include "contract/read.h"
#include "freshness/analysis.h"
#include "freshness/outage_course.h"

using namespace factline;
using namespace factline::freshness;

namespace {

/// Two contexts, a promise, and whatever is to be different.
struct Shop {
    std::string publishing = "{through: outbox}";
    std::string event = "{announces: [order], channel: orders, rate: 200/s}";
    std::string view = "freshness: {within: 30s}";
    std::string fedBy = "orders/OrderPlaced: {capacity: {perMessage: 2ms}}";
    std::string more; // further lines of billing
    std::string context;

    std::string text() const {
        return "factline: 1\nmodel: Shop\ncontexts:\n  orders:\n" + context +
               "    publishing: " + publishing +
               "\n    facts: {order: {changeRate: 12/h}}\n    channels: {orders: {retention: 1d}}\n"
               "    events:\n      OrderPlaced: " +
               event +
               "\n  billing:\n    publishing: {through: event-store}\n    views:\n      open-orders:\n"
               "        shows: [orders/order]\n        fedBy: {" +
               fedBy + "}\n        " + view + "\n" + more;
    }
};

Model modelOf(const std::string& text) {
    auto read = contract::parseModel({{"model.factline.yaml", text}});
    for (const auto& problem : read.problems)
        qWarning("%s", contract::toString(problem).c_str());
    return read.problems.empty() ? read.model : Model{};
}

Analysis of(const std::string& text, const Assumptions& assumptions = {}) {
    static std::unique_ptr<Lookup> kept; // rows point into it
    kept = std::make_unique<Lookup>(modelOf(text));
    return analyse(*kept, assumptions);
}

bool near(std::optional<double> a, double b, double relative = 1e-9) {
    return a && std::abs(*a - b) <= relative * std::abs(b);
}

} // namespace

class AnalysisTest : public QObject {
    Q_OBJECT
private slots:
    void takesDefaultsAndSaysSo() {
        const auto made = of(Shop{}.text());
        QCOMPARE(made.rows.size(), std::size_t(1));
        const Row& row = *made.rows.front();
        QCOMPARE(toString(row.route.change), std::string("orders/OrderPlaced"));
        QCOMPARE(row.hops.size(), std::size_t(3));
        for (const Step* step : row.hops)
            QCOMPARE(step->basis, Basis::Default);
        QCOMPARE(row.hops[0]->from, std::string("orders/order"));
        QCOMPARE(row.hops[1]->to, std::string("orders/orders"));
        QCOMPARE(row.hops[2]->lagClass, LagClass::Processing);
        QCOMPARE(row.verdict, Verdict::Proven);
        QVERIFY(row.answer->p99 > 0.5 && row.answer->p99 < 0.56);
    }

    void publishingByHow_data() {
        QTest::addColumn<QString>("publishing");
        QTest::addColumn<double>("slowest"); // of publishing; below 0: not known
        QTest::newRow("outbox") << "{through: outbox}" << 0.5;
        QTest::newRow("cdc") << "{through: cdc}" << 0.5;
        QTest::newRow("event-store") << "{through: event-store}" << 0.005;
        QTest::newRow("dual-write") << "{through: dual-write}" << 0.005;
        QTest::newRow("batch") << "{through: batch}" << -1.0;
        QTest::newRow("declared") << "{through: batch, lag: {fixed: 2s}}" << 2.0;
    }
    void publishingByHow() {
        QFETCH(QString, publishing);
        QFETCH(double, slowest);
        const auto made = of(Shop{.publishing = publishing.toStdString()}.text());
        const Row& row = *made.rows.front();
        if (slowest < 0) {
            QCOMPARE(row.verdict, Verdict::Unknown);
            QCOMPARE(row.missing, std::vector<std::string>{"the publishing lag of orders"});
        } else {
            QCOMPARE(*row.hops.front()->distribution.max(), slowest);
        }
    }

    void anExternalContextHasNoDefault() {
        const auto made = of(Shop{.context = "    kind: external\n"}.text());
        QCOMPARE(made.rows.front()->verdict, Verdict::Unknown);
    }

    void aScheduleThatCannotBeReadIsNamed() {
        const auto made = of(Shop{.publishing = "{through: batch, lag: {cron: \"sometimes\"}}"}.text());
        QCOMPARE(made.rows.front()->verdict, Verdict::Unknown);
        QVERIFY(made.rows.front()->missing.front().find("sometimes") != std::string::npos);
    }

    void aPromiseThatNothingReachesIsUnknown() {
        const auto made = of(Shop{.fedBy = ""}.text());
        QCOMPARE(made.rows.size(), std::size_t(1));
        QCOMPARE(made.rows.front()->verdict, Verdict::Unknown);
        QVERIFY(made.rows.front()->route.change.empty());
    }

    /// Twenty views told by the same relay over the same channel: one is worked out.
    void theSameNumbersAreWorkedOutOnce() {
        std::string text =
            "factline: 1\ncontexts:\n  a:\n    publishing: {through: outbox}\n    facts: {f: {}}\n"
            "    events: {E: {announces: [f]}}\n  b:\n    views:\n";
        for (int i = 0; i < 20; ++i)
            text += "      v" + std::to_string(i) +
                    ": {shows: [a/f], fedBy: {a/E: {}}, freshness: {within: 5s}}\n";
        const auto made = of(text);
        QCOMPARE(made.rows.size(), std::size_t(20));
        QCOMPARE(made.workedOut, std::size_t(1));
        QCOMPARE(made.rows.front()->answer, made.rows.back()->answer);
    }

    void withoutAPromiseThereIsNoVerdict() {
        const auto made = of(Shop{.view = "tellsFreshness: false"}.text());
        QVERIFY(!made.rows.front()->verdict && !made.rows.front()->within);
        QVERIFY(made.rows.front()->answer->p50 > 0);
    }

    void aPolicyCountsOnlyWhereTheFactGoesOn() {
        const std::string own =
            "      paid-orders: {shows: [bill], fedBy: {BillWritten: {}}, freshness: {within: 1m, from: "
            "orders/order}}\n"
            "    facts: {bill: {derivedFrom: [orders/order]}, other: {}}\n"
            "    events: {BillWritten: {announces: [bill]}, OtherThing: {announces: [other]}}\n"
            "    policies: {write-bill: {when: [orders/OrderPlaced], then: [BillWritten, OtherThing], lag: "
            "{fixed: 7s}}}\n";
        const auto made = of(Shop{.more = own}.text());
        QCOMPARE(made.rows.size(), std::size_t(2));
        const Row& row = *made.rows[1];
        QCOMPARE(toString(row.route.fact), std::string("orders/order"));
        QCOMPARE(row.hops.size(), std::size_t(6)); // publish, channel, policy, publish, channel, subscribe
        QVERIFY(row.answer->p50 > 7);
        const std::string unrelated =
            "      others: {shows: [other], fedBy: {OtherThing: {}}, freshness: {within: 1m, from: "
            "orders/order}}\n"
            "    facts: {other: {}}\n    events: {OtherThing: {announces: [other]}}\n"
            "    policies: {p: {when: [orders/OrderPlaced], then: [OtherThing], lag: {fixed: 7s}}}\n";
        QCOMPARE(of(Shop{.more = unrelated}.text()).rows[1]->verdict,
                 Verdict::Unknown); // a cause, not a copy
    }

    void aPolicyHasNoDefault() {
        const std::string own =
            "      bills: {shows: [bill], fedBy: {BillWritten: {}}, freshness: {within: 1m, from: "
            "orders/order}}\n"
            "    facts: {bill: {derivedFrom: [orders/order]}}\n    events: {BillWritten: {announces: "
            "[bill]}}\n"
            "    policies: {write-bill: {when: [orders/OrderPlaced], then: [BillWritten]}}\n";
        QCOMPARE(of(Shop{.more = own}.text()).rows[1]->missing,
                 std::vector<std::string>{"the lag of policy billing/write-bill"});
    }

    void severalWaysWaitForTheLast() {
        const std::string own =
            "    events: {OrderTold: {announces: [orders/order], relays: true}}\n"
            "    policies: {tell: {when: [orders/OrderPlaced], then: [OrderTold], lag: {fixed: 7s}}}\n";
        const auto made =
            of(Shop{.fedBy = "orders/OrderPlaced: {}, billing/OrderTold: {}", .more = own}.text());
        QCOMPARE(made.rows.size(), std::size_t(2)); // OrderTold is a change of its own too
        const Row& row = *made.rows[0];
        QCOMPARE(row.route.paths.size(), std::size_t(2));
        QVERIFY(row.answer->p50 > 7);
        double sum = 0;
        for (const auto& hop : row.answer->hops)
            sum += hop.budget;
        QVERIFY(near(sum, *row.answer->atObjective, 1e-6));
    }

    /// Also past the shares that bins can hold.
    void theBudgetSumsHoweverMuchIsPromised_data() {
        QTest::addColumn<QString>("share");
        for (const char* share : {"99%", "99.9999%", "99.99999%", "99.9999999%"})
            QTest::newRow(share) << share;
    }
    void theBudgetSumsHoweverMuchIsPromised() {
        QFETCH(const QString, share);
        const auto made =
            of(Shop{.view = "freshness: {within: 30s, for: " + share.toStdString() + "}"}.text());
        const Row& row = *made.rows.front();
        double sum = 0;
        for (const auto& hop : row.answer->hops)
            sum += hop.budget;
        QVERIFY2(near(sum, *row.answer->atObjective, 1e-6),
                 qPrintable(QString("%1 %2").arg(sum).arg(*row.answer->atObjective)));
    }

    void circlesAreCut() {
        const std::string own =
            "    events: {Echo: {announces: [orders/order], relays: true}}\n"
            "    policies:\n      a: {when: [orders/OrderPlaced], then: [Echo], lag: {fixed: 1s}}\n"
            "      b: {when: [Echo], then: [orders/OrderPlaced], lag: {fixed: 1s}}\n";
        const auto made = of(Shop{.more = own}.text());
        QVERIFY(std::ranges::find(made.rows.front()->assumed, "circle cut") !=
                made.rows.front()->assumed.end());
        QCOMPARE(made.rows.front()->route.paths.size(), std::size_t(1));
    }

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

    /// What a policy tells because of what waits does not wait itself, whether or not its rate is declared.
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

    /// 20 a second wake two policies, 5 more one of them: what both raise comes 20 + 20 + 5 times a second,
    /// and so does what is raised by that, a policy further; its own rate counts where one is declared.
    void whatPoliciesRaiseIsLoadToo() {
        const auto made = of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s, peak: 50/s}, Noted: {announces: [f], rate: 5/s}}
  b:
    publishing: {through: outbox}
    facts: {g: {derivedFrom: [a/f]}}
    events: {Derived: {announces: [g]}, Echoed: {announces: [g]}, Sampled: {announces: [g], rate: 3/s}}
    policies:
      p: {when: [a/Moved, a/Noted], then: [Derived], lag: {fixed: 1ms}}
      q: {when: [a/Moved], then: [Derived], lag: {fixed: 1ms}}
      r: {when: {Derived: {capacity: {perMessage: 4ms}}}, then: [Echoed, Sampled], lag: {fixed: 1ms}}
  c:
    views:
      v: {shows: [b/g], fedBy: {b/Derived: {capacity: {perMessage: 10ms}}}}
      w: {shows: [b/g], fedBy: {b/Echoed: {capacity: {perMessage: 20ms}}, b/Sampled: {capacity: {perMessage: 20ms}}}}
)");
        const auto loadOf = [&](const char* consumer) {
            return *std::ranges::find(made.load, consumer, &ChannelLoad::consumer);
        };
        QVERIFY(near(loadOf("c/v").rate, 45) && near(loadOf("c/v").utilisation, 0.45));
        QVERIFY(near(loadOf("c/v").peakUtilisation, (50 + 50 + 5) * 0.01));
        QVERIFY(near(loadOf("c/v").meanWait, 0.01 * 0.45 / 0.55)); // M/M/1: s rho / (1 - rho)
        QVERIFY(near(loadOf("b/r").utilisation, 0.18));
        QVERIFY(near(loadOf("c/w").rate, 48) && near(loadOf("c/w").utilisation, 0.96));
    }

    /// Echo wakes what raises it: the circle adds nothing to the 20 a second from outside.
    void aCircleOfPoliciesAddsNoLoad() {
        const auto made = of(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox}
    facts: {f: {}}
    events: {Moved: {announces: [f], rate: 20/s}, Echo: {announces: [f]}, Answer: {announces: [f]}}
    policies:
      p: {when: [Moved, Answer], then: [Echo], lag: {fixed: 1ms}}
      q: {when: [Echo], then: [Answer], lag: {fixed: 1ms}}
    views:
      v: {shows: [f], fedBy: {Answer: {capacity: {perMessage: 10ms}}}}
      w: {shows: [f], fedBy: {Echo: {capacity: {perMessage: 10ms}}}}
)");
        QVERIFY(near(made.load[0].utilisation, 0.2));
        QVERIFY(near(made.load[1].utilisation, 0.2));
    }

    void decisionsAddCacheAndThinkTime() {
        const auto made = of(Shop{.more = "    decisions:\n      bill-it:\n        thinkTime: {fixed: 20s}\n"
                                          "        reads:\n"
                                          "          open-orders: {tolerates: 1m, cache: {window: 10s}}\n"
                                          "          orders/order: {ask: owner}\n"}
                                 .text());
        QCOMPARE(made.decisions.size(), std::size_t(2));
        const DecisionAge& age = made.decisions[0];
        QVERIFY(near(age.mean, made.rows.front()->hops[0]->distribution.mean() +
                                   made.rows.front()->hops[1]->distribution.mean() +
                                   made.rows.front()->hops[2]->distribution.mean() + 25));
        QVERIFY(near(age.missesLatest, *age.mean / 300, 0.06));
        QVERIFY(made.decisions[1].asks && *made.decisions[1].p99 == 0);
    }

    void decisionsRestOnWhatIsTooOldNowAndThen() {
        const std::string text = R"(factline: 1
contexts:
  stock:
    facts: {on-hand: {}}
    publishing: {through: outbox, lag: {poll: 2s}}
    channels: {all: {lag: {fixed: 0s}}}
    events: {StockAdjusted: {announces: [on-hand], channel: all}}
  shop:
    views:
      shelf: {shows: [stock/on-hand], fedBy: {stock/StockAdjusted: {lag: {fixed: 0s}}}}
    decisions:
      sell: {reads: {shelf: {tolerates: 1500ms}}}
      sell-more: {reads: {shelf: {tolerates: 500ms}}}
      look: {reads: {shelf: {}}}
      ask: {reads: {stock/on-hand: {ask: owner, tolerates: 1s}}}
)";
        const auto made = of(text);
        QCOMPARE(made.decisions.size(), std::size_t(4));
        QVERIFY(near(made.decisions[0].tooOld, 0.25)); // U(0, 2) is past 1.5
        QVERIFY(near(made.decisions[1].tooOld, 0.75));
        QVERIFY(!made.decisions[2].tooOld);
        QVERIFY(made.decisions[3].tooOld && *made.decisions[3].tooOld == 0);
    }

    void audiencesLeaveOutWhatBothShare() {
        const auto made = of(Shop{
            .publishing = "{through: outbox, lag: {p50: 10s, p99: 60s}}",
            .fedBy = "orders/OrderPlaced: {lag: {p50: 200ms, p99: 2s}}",
            .more = "      other: {shows: [orders/order], fedBy: {orders/OrderPlaced: {lag: {poll: 5s}}}}\n"
                    "audiences: {clerk: {sees: [billing/open-orders, billing/other], of: orders/order}}\n"}
                                 .text());
        QCOMPARE(made.audiences.size(), std::size_t(1));
        const AudiencePair& pair = made.audiences.front();
        QVERIFY(near(pair.p99, 4.796838014581233, 1e-3)); // case D3
        QVERIFY(near(pair.mean, 2.2294461862080737, 1e-3));
        QVERIFY(near(pair.guaranteed, 4.952961680696802, 1e-6));
        QVERIFY(near(pair.shareOfTimeDiffering, 1 - std::exp(-2.2294461862080737 / 300), 1e-3));
    }
};

QTEST_APPLESS_MAIN(AnalysisTest)
#include "tst_analysis.moc"
