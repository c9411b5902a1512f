// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/openslo/openslo.h"

#include <array>
#include <chrono>
#include <fmt/format.h>

#include "generate/names.h"
#include "generate/promises.h"

namespace factline::generate::openslo {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longestName = 55; ///< 63 (RFC 1123) with room for a number behind it

Json dataOf(const Request& request, Output& output) {
    NameScope scope('-');
    const Context& context = request.context;
    const std::string service = scope.take(kebabName(context.name, longestName), context.name).identifier;
    Json slos = Json::array();
    for (const Promise& promise : promisesOf(request, "openslo", output.omitted)) {
        const ElementKey key{ElementKind::View, promise.name};
        if (promise.window % std::chrono::minutes(1) != Duration{})
            output.omitted.push_back(
                {key, "openslo",
                 Phrase::of("OpenSLO knows no seconds in a time window; it is rounded up to whole minutes"),
                 true});
        const auto [name, clash] =
            scope.take(kebabName(promise.name + "-freshness", longestName), promise.name);
        if (!clash.empty()) output.omitted.push_back({key, "openslo", clash, true});
        slos.push_back(
            {{"name", textLiteral(name)},
             {"display", textLiteral(fmt::format("Freshness of {}", promise.name))},
             {"description",
              textLiteral(fmt::format("A change is visible in {} within {} s of its commit at the owner.",
                                      promise.name, promise.within))},
             {"good", textLiteral("sum(" + promise.good + ")")},
             {"total", textLiteral("sum(" + promise.total + ")")},
             {"window", textLiteral(windowText(promise.window))},
             {"target", fmt::format("{:.9g}", promise.objective)},
             {"within", bucketOf(promise.within)}});
    }
    return {{"service", textLiteral(service)},
            {"context", commentText(context.name)},
            {"title", textLiteral(context.title.empty() ? context.name : context.title)},
            {"team", textLiteral(context.team)},
            {"anyTeam", !context.team.empty()},
            {"slos", std::move(slos)}};
}

constexpr std::array files{WatchFile{"generated/slo.yaml", "openslo/slo.yaml.mustache"}};

Result<Output> render(const Request& request) {
    Output output;
    const Json data = dataOf(request, output);
    if (data["slos"].empty()) return output;
    return rendered(request, files, data, std::move(output));
}

} // namespace

const Target target{
    "openslo", Phrase::words("The freshness promises as OpenSLO v1, over what the target prometheus counts"),
    neverByDefault, render};

} // namespace factline::generate::openslo
