// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <string>

#include "model/freshness/shop.h"

using namespace factline;
using namespace factline::freshness;
using namespace factline::test;

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
            QCOMPARE(row.missing, std::vector<Phrase>{"the publishing lag of orders"});
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
        QVERIFY(made.rows.front()->missing.front().english().find("sometimes") != std::string::npos);
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
                 std::vector<Phrase>{"the lag of policy billing/write-bill"});
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
        for (const auto& hop : row.answer->hops())
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
        for (const auto& hop : row.answer->hops())
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
