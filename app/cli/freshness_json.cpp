// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/freshness_report.h"

namespace factline::cli {

namespace {

using Json = nlohmann::ordered_json;
using namespace freshness;

/// Nine digits that count: more are noise of the last bit, which differs from machine to machine.
Json number(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return nullptr;
    if (*value == 0) return 0.0;
    const double scale = std::pow(10, 8 - std::floor(std::log10(std::abs(*value))));
    return std::round(*value * scale) / scale;
}

/// Seconds; nothing where its work need not come down as well.
std::optional<double> lessWorkOf(const Hop& hop, const HopAnswer& answer) {
    const auto work = answer.would ? workOf(*answer.would) : std::nullopt;
    return work && work != workOf(hop) ? std::optional(toSeconds(*work)) : std::nullopt;
}

Json hopsOf(const Row& row) {
    Json hops = Json::array();
    for (std::size_t i = 0; i < row.hops.size(); ++i) {
        const Step& step = *row.hops[i];
        const auto* answer = row.answer ? &row.answer->hops()[i] : nullptr;
        const bool known = answer && row.answer->atObjective;
        const auto of = [&](double HopAnswer::*part) {
            return number(known ? std::optional(answer->*part) : std::nullopt);
        };
        hops.push_back({{"from", step.from},
                        {"to", step.to},
                        {"class", word(step.lagClass)},
                        {"basis", step.missing.empty() ? Json(word(step.basis)) : Json(nullptr)},
                        {"budget", of(&HopAnswer::budget)},
                        {"share", of(&HopAnswer::share)},
                        {"meanShare", of(&HopAnswer::meanShare)},
                        {"slack", number(known ? answer->slack : std::nullopt)},
                        {"shrinkTo", number(known ? answer->shrinkTo : std::nullopt)},
                        {"shrinkWorkTo", number(known ? lessWorkOf(step.hop, *answer) : std::nullopt)}});
    }
    return hops;
}

Json viewOf(const Row& row) {
    Json view{{"view", toString(row.route.viewRef)},
              {"fact", toString(row.route.fact)},
              {"change", row.route.change.empty() ? Json(nullptr) : Json(toString(row.route.change))},
              {"within", number(row.within)},
              {"for", number(row.forShare)},
              {"verdict", row.verdict ? Json(freshness::word(*row.verdict)) : Json(nullptr)},
              {"missing", std::vector<std::string>(row.missing.begin(), row.missing.end())}};
    if (const Answer* a = row.answer.get()) {
        view["estimate"] = {{"p50", number(a->p50)},
                            {"p95", number(a->p95)},
                            {"p99", number(a->p99)},
                            {"p99.9", number(a->p999)},
                            {"atObjective", number(a->atObjective)},
                            {"meets", number(a->meets)}};
        view["guaranteed"] = {{"equalSplit", number(a->equalSplit)}, {"atObjective", number(a->bound)}};
        view["impossibleBelow"] = number(a->impossibleBelow);
        view["bracket"] = a->atObjective
                              ? Json{{"low", number(a->bracket.low)}, {"high", number(a->bracket.high)}}
                              : Json(nullptr);
    } else {
        for (const char* key : {"estimate", "guaranteed", "impossibleBelow", "bracket"})
            view[key] = nullptr;
    }
    view["assumed"] = row.assumed;
    view["hops"] = hopsOf(row);
    view["reconciliation"] = nullptr;
    if (row.answer && row.answer->mended)
        view["reconciliation"] = {{"worstCase", number(row.answer->mended->worstCase)},
                                  {"atObjective", number(row.answer->timeOfAll())},
                                  {"meets", number(row.answer->inTimeOfAll())},
                                  {"guaranteed", number(row.answer->boundOfAll())},
                                  {"impossibleBelow", number(row.answer->floorOfAll())}};
    view["errorBudgetUsed"] = number(row.errorBudgetUsed);
    return view;
}

Json scenarioOf(const Scenario& scenario, const std::vector<Shift>& shifts) {
    Json set = Json::object();
    for (const auto& [path, value] : scenario.set)
        set[path] = value;
    Json outage = Json::object();
    for (const auto& [context, duration] : scenario.outage)
        outage[context] = number(toSeconds(duration));
    Json changes = Json::array();
    const auto wordOf = [](std::optional<Verdict> verdict) {
        return verdict ? Json(freshness::word(*verdict)) : Json(nullptr);
    };
    for (const Shift& shift : shifts)
        changes.push_back(
            {{"view", toString(shift.view)},
             {"change", toString(shift.change)},
             {"verdict", {{"usual", wordOf(shift.before)}, {"supposed", wordOf(shift.after)}}},
             {"atObjective", {{"usual", number(shift.usual)}, {"supposed", number(shift.supposed)}}},
             {"errorBudgetUsed",
              {{"usual", number(shift.budgetBefore)}, {"supposed", number(shift.budgetAfter)}}}});
    return {{"name", scenario.name}, {"set", set}, {"outage", outage}, {"changes", changes}};
}

} // namespace

std::string freshnessJson(const Analysis& analysis, Json problems, const Scenario* scenario,
                          const std::vector<Shift>& shifts) {
    Json result{{"views", Json::array()},
                {"load", Json::array()},
                {"outages", Json::array()},
                {"decisions", Json::array()},
                {"audiences", Json::array()}};
    for (const auto& row : analysis.rows)
        result["views"].push_back(viewOf(*row));
    for (const auto& load : analysis.load)
        result["load"].push_back({{"channel", load.channel},
                                  {"consumer", load.consumer},
                                  {"utilisation", number(load.utilisation)},
                                  {"utilisationAtPeak", number(load.peakUtilisation)},
                                  {"hotShare", number(load.spread.hotShare)},
                                  {"busiest", number(load.spread.busiest)},
                                  {"meanWait", number(load.meanWait)},
                                  {"growthPerSecond", number(load.growthPerSecond)}});
    for (const auto& outage : analysis.outages) {
        const freshness::LateView* hardest = freshness::hardest(outage);
        Json views = Json::array();
        for (const auto& view : outage.views)
            views.push_back({{"view", view.view},
                             {"within", number(view.within)},
                             {"outOfSlo", number(view.outOfSlo)},
                             {"lateChanges", number(view.lateChanges)}});
        result["outages"].push_back({{"context", outage.context},
                                     {"duration", number(outage.duration)},
                                     {"backlog", number(outage.backlog)},
                                     {"uncounted", outage.uncounted},
                                     {"unmeasured", outage.unmeasured},
                                     {"catchUp", number(outage.catchUp)},
                                     {"outOfSlo", hardest ? number(hardest->outOfSlo) : Json(nullptr)},
                                     {"lateChanges", hardest ? number(hardest->lateChanges) : Json(nullptr)},
                                     {"views", std::move(views)},
                                     {"lost", outage.lost}});
    }
    for (const auto& decision : analysis.decisions)
        result["decisions"].push_back(
            {{"decision", decision.decision},
             {"reads", decision.reads},
             {"for", number(decision.share)},
             {"tolerates", number(decision.tolerates)},
             {"age", decision.p50 ? Json{{"p50", number(decision.p50)},
                                         {"p99", number(decision.p99)},
                                         {"mean", number(decision.mean)},
                                         {"atObjective", number(decision.atObjective)},
                                         {"guaranteed", number(decision.guaranteed)}}
                                  : Json(nullptr)},
             {"missesLatest", number(decision.missesLatest)},
             {"inFlight", number(decision.inFlight)}});
    for (const auto& pair : analysis.audiences)
        result["audiences"].push_back({{"audience", pair.audience},
                                       {"pair", {pair.first, pair.second}},
                                       {"for", number(pair.share)},
                                       {"mayDisagreeFor", number(pair.mayDisagreeFor)},
                                       {"p50", number(pair.p50)},
                                       {"p99", number(pair.p99)},
                                       {"mean", number(pair.mean)},
                                       {"atObjective", number(pair.atObjective)},
                                       {"guaranteed", number(pair.guaranteed)},
                                       {"shareOfTimeDiffering", number(pair.shareOfTimeDiffering)}});
    if (scenario) result["scenario"] = scenarioOf(*scenario, shifts);
    if (!problems.empty()) result["problems"] = std::move(problems);
    return result.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace factline::cli
