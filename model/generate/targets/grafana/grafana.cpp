// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/grafana/grafana.h"

#include <array>
#include <fmt/format.h>

#include "generate/names.h"
#include "generate/promises.h"

namespace factline::generate::grafana {

namespace {

using Json = nlohmann::ordered_json;

constexpr int rowHeight = 8;

Json dataOf(const Request& request, Output& output) {
    Json views = Json::array();
    int number = 0;
    for (const Promise& promise : promisesOf(request, "grafana", output.omitted)) {
        if (number > 0) views.back()["comma"] = true;
        const std::string bucket =
            fmt::format("factline_view_lag_seconds_bucket{{view={}}}", textLiteral(promise.name));
        const auto quantile = [&](const char* share) {
            return textLiteral(
                fmt::format("histogram_quantile({}, sum by (le) (rate({}[5m])))", share, bucket));
        };
        views.push_back(
            {{"title", textLiteral(promise.name)},
             {"promise",
              textLiteral(fmt::format("Promised: {:.6g} % within {} s over {}", promise.objective * 100,
                                      promise.within, windowText(promise.window)))},
             {"share", textLiteral(fmt::format("sum(increase({0}[{2}])) / sum(increase({1}[{2}]))",
                                               promise.good, promise.total, windowText(promise.window)))},
             {"late", textLiteral(fmt::format("(1 - sum(rate({}[1h])) / sum(rate({}[1h]))) / {:.6g}",
                                              promise.good, promise.total, 1 - promise.objective))},
             {"median", quantile("0.5")},
             {"p99", quantile("0.99")},
             {"objective", fmt::format("{:.9g}", promise.objective)},
             {"within", bucketOf(promise.within)},
             {"shareId", 3 * number + 1},
             {"lagId", 3 * number + 2},
             {"burnId", 3 * number + 3},
             {"y", rowHeight * number},
             {"comma", false}});
        ++number;
    }
    return {{"title", textLiteral("Freshness of " + request.context.name)},
            {"uid", textLiteral("factline-" + snakeIdentifier(request.context.name).substr(0, 30))},
            {"views", std::move(views)}};
}

constexpr std::array files{WatchFile{"generated/dashboard.json", "grafana/dashboard.json.mustache"}};

Result<Output> render(const Request& request) {
    Output output;
    const Json data = dataOf(request, output);
    if (data["views"].empty()) return output;
    return rendered(request, files, data, std::move(output));
}

} // namespace

const Target target{
    "grafana", Phrase::words("A dashboard of the freshness promises, over what the target prometheus counts"),
    neverByDefault, render};

} // namespace factline::generate::grafana
