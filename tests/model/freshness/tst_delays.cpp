// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "contract/read.h"
#include "freshness/analysis.h"
#include "freshness/delays.h"

using namespace factline;
using namespace factline::freshness;

namespace {

// Every hop takes always the same, so that the times can be added by head.
constexpr const char* chain = R"(factline: 1
contexts:
  ledger:
    publishing: {through: outbox, lag: {fixed: 1s}}
    facts: {stock: {}, price: {}}
    channels: {c: {lag: {fixed: 2s}}}
    events:
      Adjusted: {announces: [stock], channel: c}
      Listed: {announces: [stock], publishing: {through: batch}}
  shop:
    publishing: {through: outbox, lag: {fixed: 5s}}
    facts: {sellable: {derivedFrom: [ledger/stock]}, order: {}, estimate: {derivedFrom: [ledger/stock]}}
    channels: {d: {lag: {fixed: 7s}}}
    events:
      Recalculated: {announces: [sellable], channel: d}
      Ordered: {announces: [order], channel: d}
    views:
      position: {shows: [ledger/stock], fedBy: {ledger/Adjusted: {lag: {fixed: 3s}}}}
    policies:
      recalculate: {when: {ledger/Adjusted: {lag: {fixed: 4s}}}, then: [Recalculated], lag: {fixed: 10s}}
      reorder: {when: [ledger/Adjusted], then: [Ordered], lag: {fixed: 10s}}
    decisions:
      promise: {reads: {position: {cache: {fixed: 20s}}, unread: {}}, thinkTime: {fixed: 30s}}
      ask: {reads: {sellable: {ask: owner}}}
      doubt: {reads: {web/unknown: {}}}
  web:
    views:
      badge: {shows: [shop/sellable], fedBy: {shop/Recalculated: {lag: {fixed: 11s}}}}
      orders: {shows: [shop/order], fedBy: {shop/Ordered: {}}}
      unknown: {shows: [ledger/stock], fedBy: {ledger/Listed: {}, ledger/Adjusted: {}}}
)";

Model modelOf(const std::string& text) {
    auto read = contract::parseModel({{"model.factline.yaml", text}});
    for (const auto& problem : read.problems)
        qWarning("%s", contract::toString(problem).c_str());
    return read.problems.empty() ? read.model : Model{};
}

Model exampleOf(const char* name) {
    std::ifstream file(std::string(FACTLINE_SOURCE_DIR "/examples/") + name);
    std::stringstream text;
    text << file.rdbuf();
    auto read = contract::parseModel({{name, text.str()}});
    return atStage(read.model, "").value();
}

const Delay* at(const std::vector<Delay>& delays, ElementKind kind, const char* name) {
    const auto found = std::ranges::find(delays, ElementKey{kind, name}, &Delay::element);
    return found == delays.end() ? nullptr : &*found;
}

} // namespace

/// How long a change takes to each element that learns of it.
class DelaysTest : public QObject {
    Q_OBJECT
private slots:
    void addsUpAlongEachWay_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("element");
        QTest::addColumn<double>("seconds");
        const auto row = [](ElementKind kind, const char* name, double seconds) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(name) << seconds;
        };
        row(ElementKind::Fact, "ledger/stock", 0);
        row(ElementKind::Event, "ledger/Adjusted", 1); // once published; the channel comes after it
        row(ElementKind::View, "shop/position", 1 + 2 + 3);
        row(ElementKind::Policy, "shop/recalculate", 1 + 2 + 4); // once triggered
        row(ElementKind::Policy, "shop/reorder", 1 + 2);
        row(ElementKind::Fact, "shop/sellable", 1 + 2 + 4 + 10); // as its policy tells of it
        row(ElementKind::Fact, "shop/estimate", 1 + 2 + 3);      // as the view that it is computed from
        row(ElementKind::Event, "shop/Recalculated", 1 + 2 + 4 + 10 + 5);
        row(ElementKind::View, "web/badge", 1 + 2 + 4 + 10 + 5 + 7 + 11);
        row(ElementKind::Decision, "shop/promise", 1 + 2 + 3 + 20 + 30);
        row(ElementKind::Decision, "shop/ask", 1 + 2 + 4 + 10); // the owner knows it as soon as it is so
    }
    void addsUpAlongEachWay() {
        QFETCH(int, kind);
        QFETCH(QString, element);
        QFETCH(double, seconds);
        const Lookup lookup(modelOf(chain));
        const auto delays = delaysOf(lookup, {"ledger", "stock"});
        const Delay* delay = at(delays, static_cast<ElementKind>(kind), qPrintable(element));
        QVERIFY(delay != nullptr);
        QVERIFY(delay->time.has_value());
        QCOMPARE(*delay->time, seconds);
    }

    void saysWhatNobodyDeclared() {
        const Lookup lookup(modelOf(chain));
        const auto delays = delaysOf(lookup, {"ledger", "stock"});
        for (const auto& [kind, name] :
             {std::pair(ElementKind::Event, "ledger/Listed"), std::pair(ElementKind::View, "web/unknown"),
              std::pair(ElementKind::Decision, "shop/doubt")}) {
            const Delay* delay = at(delays, kind, name);
            QVERIFY2(delay != nullptr, name);
            QVERIFY2(!delay->time, name);
            QCOMPARE(delay->missing, std::string("the publishing lag of ledger/Listed"));
            QCOMPARE(toString(delay->change), std::string("ledger/Listed"));
        }
    }

    void leavesConsequencesOut() {
        const Lookup lookup(modelOf(chain));
        const auto delays = delaysOf(lookup, {"ledger", "stock"});
        QVERIFY(at(delays, ElementKind::Event, "shop/Ordered") == nullptr);
        QVERIFY(at(delays, ElementKind::View, "web/orders") == nullptr);
        QVERIFY(at(delays, ElementKind::Fact, "ledger/price") == nullptr);
    }

    void whatNobodyAnnouncesReachesOnlyWhoAsks() {
        const Lookup lookup(modelOf(chain));
        const auto delays = delaysOf(lookup, {"ledger", "price"});
        QCOMPARE(delays.size(), std::size_t(1));
        QVERIFY(delaysOf(lookup, {"ledger", "nothing"}).empty());
    }

    void endsInACircle() {
        const Lookup lookup(modelOf(R"(factline: 1
contexts:
  a:
    publishing: {through: outbox, lag: {fixed: 1s}}
    facts: {f: {}}
    events: {Changed: {announces: [f]}}
    policies: {again: {when: [Changed], then: [Changed], lag: {fixed: 1s}}}
)"));
        const auto delays = delaysOf(lookup, {"a", "f"});
        QCOMPARE(delays.size(), std::size_t(3));
    }

    /// The same numbers as the promises of the same views, in the examples that everybody sees.
    void agreesWithTheAnalysis_data() {
        QTest::addColumn<QString>("example");
        QTest::newRow("retail") << "retail.factline.yaml";
        QTest::newRow("airport") << "airport.factline.yaml";
    }
    void agreesWithTheAnalysis() {
        QFETCH(QString, example);
        const Lookup lookup(exampleOf(qPrintable(example)));
        const Analysis analysis = analyse(lookup);
        std::map<std::pair<Ref, Ref>, const Row*> slowest; // by fact and view
        for (const auto& row : analysis.rows) {
            if (!row->answer || row->route.paths.empty()) continue;
            const Row*& known = slowest[{row->route.fact, row->route.viewRef}];
            if (known == nullptr || row->answer->timeOfAll() > known->answer->timeOfAll()) known = row.get();
        }
        QVERIFY(slowest.size() > 10);
        for (const auto& [place, row] : slowest) {
            const auto delays = delaysOf(lookup, place.first);
            const Delay* delay = at(delays, ElementKind::View, toString(place.second).c_str());
            QVERIFY2(delay != nullptr && delay->time, toString(place.second).c_str());
            QCOMPARE(delay->share, row->forShare);
            QVERIFY2(std::abs(*delay->time - *row->answer->timeOfAll()) < 1e-9,
                     toString(place.second).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(DelaysTest)
#include "tst_delays.moc"
