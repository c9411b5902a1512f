// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/prometheus/prometheus.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>

#include "generate/names.h"
#include "generate/promises.h"

namespace factline::generate::prometheus {

namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

/// Alerts when the error budget of the window is used up so many times too fast, over a long and a short
/// time: the long one so that it matters, the short one so that it is still going on. Beyer et al., "The Site
/// Reliability Workbook" (2018), chapter 5.
struct BurnRate {
    double burn;
    Duration length;
    const char* longWindow;
    const char* shortWindow;
    const char* severity;
};
constexpr std::array<BurnRate, 4> burnRates{{{14.4, 1h, "1h", "5m", "page"},
                                             {6, 6h, "6h", "30m", "page"},
                                             {3, 24h, "1d", "2h", "ticket"},
                                             {1, 72h, "3d", "6h", "ticket"}}};

Json alertsOf(const Promise& promise, const ElementKey& key, std::vector<Omission>& omitted) {
    Json alerts = Json::array();
    for (const BurnRate& rate : burnRates) {
        const double threshold = rate.burn * (1 - promise.objective);
        const auto leaveOut = [&](const std::string& reason) {
            omitted.push_back(
                {key, "prometheus",
                 fmt::format("the alert at {} times the budget is left out: {}", rate.burn, reason), true});
        };
        if (threshold >= 1) {
            leaveOut(fmt::format("with an objective of {:.6g} % it could never fire; the slower ones stay",
                                 promise.objective * 100));
            continue;
        }
        if (rate.length > promise.window) {
            leaveOut(
                fmt::format("it looks back over {}, longer than the window of the promise", rate.longWindow));
            continue;
        }
        alerts.push_back({{"burn", fmt::format("{}", rate.burn)},
                          {"threshold", fmt::format("{:.6g}", threshold)},
                          {"long", rate.longWindow},
                          {"short", rate.shortWindow},
                          {"severity", rate.severity}});
    }
    return alerts;
}

/// The windows that the alerts look at, each once.
Json windowsOf(const Json& alerts) {
    Json windows = Json::array();
    for (const char* which : {"short", "long"})
        for (const Json& alert : alerts)
            if (std::ranges::find(windows, alert[which]) == windows.end()) windows.push_back(alert[which]);
    Json made = Json::array();
    for (const Json& window : windows)
        made.push_back({{"window", window}});
    return made;
}

Json dataOf(const Request& request, Output& output) {
    Json views = Json::array();
    for (const Promise& promise : promisesOf(request, "prometheus", output.omitted)) {
        const ElementKey key{ElementKind::View, promise.name};
        Json alerts = alertsOf(promise, key, output.omitted);
        const std::string text = fmt::format("{:.6g} % within {} s", promise.objective * 100, promise.within);
        views.push_back(
            {{"group", textLiteral("factline " + promise.name)},
             {"name", commentText(promise.name)},
             {"view", textLiteral(promise.name)},
             {"good", promise.good},
             {"total", promise.total},
             {"le", textLiteral(bucketOf(promise.within))},
             {"bucket", bucketOf(promise.within)},
             {"promise", text},
             {"team", textLiteral(request.context.team)},
             {"anyTeam", !request.context.team.empty()},
             {"windows", windowsOf(alerts)},
             {"alerts", std::move(alerts)},
             {"summary", textLiteral(fmt::format("{} is not as fresh as promised", promise.name))},
             {"description", textLiteral(fmt::format("Promised: {}.", text))}});
    }
    return {{"context", commentText(request.context.name)}, {"views", std::move(views)}};
}

constexpr std::array files{WatchFile{"generated/metrics.md", "prometheus/metrics.md.mustache"},
                           WatchFile{"generated/rules.yaml", "prometheus/rules.yaml.mustache"},
                           WatchFile{"generated/rules_test.yaml", "prometheus/rules_test.yaml.mustache"}};

Result<Output> render(const Request& request) {
    Output output;
    const Json data = dataOf(request, output);
    if (data["views"].empty()) return output;
    return rendered(request, files, data, std::move(output));
}

} // namespace

const Target target{"prometheus",
                    "What to count about freshness, with recording rules, burn-rate alerts and tests of them",
                    neverByDefault, render};

} // namespace factline::generate::prometheus
