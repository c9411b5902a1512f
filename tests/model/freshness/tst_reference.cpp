// SPDX-License-Identifier: Apache-2.0
// tests/cases/freshness/reference.json: every output of every case at its tolerance. A case or an output that
// nobody computes here fails.
#include <QTest>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "freshness/decision.h"
#include "freshness/disagreement.h"
#include "freshness/estimate.h"
#include "freshness/expectation.h"
#include "freshness/loss.h"
#include "freshness/normal.h"
#include "freshness/queueing.h"

namespace {

using namespace factline::freshness;
using Json = nlohmann::json;
using Values = std::map<std::string, double>;
using Hops = std::vector<Distribution>;

Distribution ln(const Json& pair) {
    return lognormal(pair[0].get<double>(), pair[1].get<double>());
}

/// The hops of a path as the cases write it: poll, batch, run, then lognormal ones.
Hops pathOf(const Json& in) {
    Hops hops;
    for (const char* key : {"poll", "batch"})
        if (in.contains(key)) hops.push_back(uniform(in[key].get<double>()));
    if (in.contains("run")) hops.push_back(fixed(in["run"].get<double>()));
    for (const Json& pair : in["hops"])
        hops.push_back(ln(pair));
    return hops;
}

Values path(const Json& in) {
    const Estimate e({pathOf(in), {}}, 0.99);
    return {{"p50", e.quantile(0.5)},    {"p95", e.quantile(0.95)}, {"p99", e.quantile(0.99)},
            {"p999", e.quantile(0.999)}, {"mean", e.mean()},        {"F_2s", e.share(2)},
            {"F_3s", e.share(3)}};
}

Values bound(const Json& in) {
    const Hops hops = pathOf(in);
    const double q = in["q"].get<double>();
    const Guaranteed g = guaranteed({hops, {}}, q);
    Values values{{"equal_split", g.equalSplit},
                  {"guaranteed_equal", g.equalSplit},
                  {"optimal_split", g.optimal},
                  {"guaranteed_optimal", g.optimal},
                  {"best_case", impossibleBelow({hops, {}}, q)}};
    double sum = 0, equal = 0;
    for (const auto& hop : hops) {
        sum += hop.quantile(q);
        equal += hop.quantile(1 - (1 - q) / static_cast<double>(hops.size()));
    }
    values["sum_of_p99"] = values["comonotone"] = sum;
    values["all_four_equal_split"] = equal;
    values["independent_p99"] = Estimate({hops, {}}, q).quantile(q);
    // What the first hop spends at the optimum: what is left for it is what the second does not take.
    if (hops.size() == 2) {
        double low = 1e-9, high = 1 - q - 1e-9;
        const auto at = [&](double a) { return hops[0].quantile(1 - a) + hops[1].quantile(q + a); };
        for (int i = 0; i < 200; ++i) {
            const double a = low + (high - low) / 3, b = high - (high - low) / 3;
            (at(a) < at(b) ? high : low) = at(a) < at(b) ? b : a;
        }
        values["alpha1"] = low;
    }
    return values;
}

Values fanIn(const Json& in) {
    const Arrival arrival{{}, {{ln(in["paths"][0])}, {ln(in["paths"][1])}}};
    const Estimate e(arrival, 0.99);
    const auto &a = arrival.ways[0][0], &b = arrival.ways[1][0];
    return {{"p50", e.quantile(0.5)},
            {"p99", e.quantile(0.99)},
            {"mean", e.mean()},
            {"guaranteed_p99", guaranteed(arrival, 0.99).optimal},
            {"p99_if_comonotone", std::max(a.quantile(0.99), b.quantile(0.99))},
            {"P_first_is_critical", expectation(a, [&](double x) { return b.share(x); })}};
}

Values attribution(const Json& in) {
    const Hops hops = pathOf(in);
    const double q = in["q"].get<double>();
    const Estimate e({hops, {}}, q);
    const auto parts = e.budget(q);
    Values values{{"Q99", e.quantile(q)}};
    for (std::size_t i = 0; i < hops.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        values["hop" + number] = parts[i];
        values["share" + number] = parts[i] / e.quantile(q);
        values["meanshare" + number] = hops[i].mean() / e.mean();
    }
    return values;
}

Values lognormalHop(const Json& in) {
    const double p50 = in["p50"].get<double>(), p99 = in["p99"].get<double>();
    const Distribution d = lognormal(p50, p99);
    const auto& points = std::get<Quantiles>(d.varying).points;
    return {{"mu", points[0].ln},        {"sigma", (points[1].ln - points[0].ln) / points[1].z},
            {"mean", d.mean()},          {"p95", d.quantile(0.95)},
            {"p999", d.quantile(0.999)}, {"F_1s", d.share(1)}};
}

Values poll(const Distribution& d) {
    return {{"mean", d.mean()}, {"p50", d.quantile(0.5)}, {"p99", d.quantile(0.99)}, {"max", *d.max()}};
}

Values quantileHop(const Json& in) {
    const double p50 = in["p50"].get<double>(), p99 = in["p99"].get<double>();
    const Distribution d = quantiles(p50, p99, in["p999"].get<double>(), std::nullopt);
    return {{"p95", d.quantile(0.95)},
            {"p995", d.quantile(0.995)},
            {"p9999", d.quantile(0.9999)},
            {"mean", d.mean()},
            {"ln2_p999", lognormal(p50, p99).quantile(0.999)}};
}

Values skew(const Json& in) {
    const Disagreement d({{ln(in["A"])}, {}}, {{uniform(in["B_poll"].get<double>())}, {}});
    return {{"p50", d.quantile(0.5)},
            {"p95", d.quantile(0.95)},
            {"p99", d.quantile(0.99)},
            {"mean", d.mean()},
            {"guaranteed_p99", d.guaranteed(0.99)}};
}

Values decision(const Json& in) {
    const Estimate age({{ln(in["path"]), uniform(in["hold"].get<double>())}, {}}, 0.99);
    const double rate = in["entity_rate"].get<double>();
    return {{"mean_age", age.mean()},
            {"p99_age", age.quantile(0.99)},
            {"P_misses_latest", missesLatest(age, rate)},
            {"P_any_in_flight", anyInFlight(age, rate)},
            {"P_ge2_versions", twoInFlight(age, rate)}};
}

Values queue(const Json& in) {
    const double rate = in["rate"].get<double>(), service = in["service"].get<double>();
    const Load load = loadOf(rate, service);
    return {{"rho", load.utilisation},
            {"mean_wait", *load.meanWait},
            {"p99_wait", waitQuantile(rate, service, 0.99)},
            {"p99_sojourn", sojournQuantile(rate, service, 0.99)}};
}

Values hotPartition(const Json& in) {
    const double rate = in["rate"].get<double>(), service = in["service"].get<double>(),
                 key = in["hot_key_share"].get<double>();
    const auto partitions = in["partitions"].get<std::uint32_t>();
    const Spread all = spreadOf(key, partitions, partitions),
                 some = spreadOf(key, partitions, in["consumers"].get<std::uint32_t>());
    const Load load = loadOf(rate * some.busiest, service);
    return {{"mean_rho_12", rate * service / partitions},
            {"hot_partition_share", all.hotShare},
            {"rho_hot_12_consumers", rate * service * all.busiest},
            {"hot_consumer_share_6", some.busiest},
            {"rho_hot_6_consumers", load.utilisation},
            {"lag_growth_s_per_s", load.lagGrowth},
            {"backlog_growth_per_s", load.growthPerSecond},
            {"max_key_share_any_partition_count", largestKeyShare(rate, service)}};
}

Values catchUp(const Json& in) {
    const double rate = in["rate"].get<double>();
    const Outage outage = outageOf(in["D"].get<double>(), rate, rate / in["capacity"].get<double>(),
                                   in["threshold"].get<double>());
    return {{"backlog", outage.backlog},
            {"catchup", *outage.catchUp},
            {"time_out_of_slo", *outage.outOfSlo},
            {"late_changes", *outage.lateChanges},
            {"peak_lag", outage.duration}};
}

Values maxOutage(const Json& in) {
    const auto at = [&](double missed, double outages) {
        return longestOutage(in["threshold"].get<double>(), in["q"].get<double>(), missed,
                             in["window"].get<double>(), in["rho"].get<double>(), outages);
    };
    return {{"D_max", at(0, 1)}, {"D_max_base_miss_0004", at(0.004, 1)}, {"D_max_4_outages", at(0, 4)}};
}

Values reconciliation(const Json& in) {
    const Loss loss{.lost = in["p_loss"].get<double>(),
                    .reconciled = true,
                    .every = in["interval"].get<double>(),
                    .grace = in["grace"].get<double>(),
                    .repair = in["repair"].get<double>()};
    const Estimate e({{ln(in["path"])}, {}}, 0.99);
    const auto delivered = [&](double x) { return e.share(x); };
    return {{"worst_case", *loss.worstCase(0.99)},
            {"mean_lag_of_lost", *loss.mean()},
            {"p999", *quantileWithLoss(loss, 0.999, delivered)},
            {"p99", *quantileWithLoss(loss, 0.99, delivered)},
            {"miss_at_30s", 1 - (1 - loss.lost) * e.share(30) - loss.lost * loss.repairedWithin(30)}};
}

const std::map<std::string, std::function<Values(const Json&)>>& solvers() {
    static const std::map<std::string, std::function<Values(const Json&)>> all{
        {"A1", lognormalHop},
        {"A2", [](const Json& in) { return poll(uniform(in["interval"].get<double>())); }},
        {"A3",
         [](const Json& in) {
             const double work = in["work"].get<double>();
             return poll(uniform(in["delay"].get<double>() + work, work));
         }},
        {"A5", quantileHop},
        {"B1", path},
        {"B2", path},
        {"B4", path},
        {"B5", path},
        {"C1", bound},
        {"C3", bound},
        {"D1", fanIn},
        {"D3", skew},
        {"E1", decision},
        {"F1", queue},
        {"F3", hotPartition},
        {"G1", catchUp},
        {"G3", maxOutage},
        {"H1", reconciliation},
        {"I1", attribution},
    };
    return all;
}

} // namespace

class FreshnessReference : public QObject {
    Q_OBJECT
private slots:
    void holds_data() {
        QTest::addColumn<QByteArray>("text");
        std::ifstream file(FACTLINE_SOURCE_DIR "/tests/cases/freshness/reference.json");
        const Json all = Json::parse(file);
        QVERIFY(all["cases"].size() >= 19);
        for (const Json& one : all["cases"])
            QTest::newRow(one["id"].get<std::string>().c_str()) << QByteArray::fromStdString(one.dump());
    }
    void holds() {
        QFETCH(QByteArray, text);
        const Json one = Json::parse(text.toStdString());
        const auto solver = solvers().find(one["id"].get<std::string>());
        QVERIFY2(solver != solvers().end(), "nobody computes this case");
        const Values values = solver->second(one["inputs"]);
        for (const auto& [name, expected] : one["expect"].items()) {
            const auto found = values.find(name);
            QVERIFY2(found != values.end(), name.c_str());
            const double wanted = expected["value"].get<double>();
            const double allowed = expected["tolerance"].get<double>() *
                                   (expected["relative"].get<bool>() ? std::abs(wanted) : 1);
            if (!(std::abs(found->second - wanted) <= allowed))
                qWarning("%s: %.15g, wanted %.15g", name.c_str(), found->second, wanted);
            QVERIFY2(std::abs(found->second - wanted) <= allowed, name.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(FreshnessReference)
#include "tst_reference.moc"
