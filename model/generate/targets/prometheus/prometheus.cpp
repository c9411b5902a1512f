// SPDX-License-Identifier: Apache-2.0
#include "generate/targets/prometheus/prometheus.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "generate/names.h"
#include "generate/promises.h"
#include "generate/targets/prometheus/burn_rates.h"
#include "generate/wire.h"

namespace factline::generate::prometheus {

namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

/// The windows that the alerts look at, each once.
Json windowsOf(const std::vector<BurnRate>& rates) {
    std::vector<std::string> windows;
    for (const auto which : {&BurnRate::shortWindow, &BurnRate::longWindow})
        for (const BurnRate& rate : rates)
            if (std::ranges::find(windows, rate.*which) == windows.end()) windows.push_back(rate.*which);
    Json made = Json::array();
    for (const std::string& window : windows)
        made.push_back({{"window", window}});
    return made;
}

/// The rates of one alert, joined by `or`.
Json conditionsOf(const std::vector<BurnRate>& rates, bool page) {
    Json conditions = Json::array();
    for (const BurnRate& rate : rates)
        if (rate.page == page)
            conditions.push_back({{"or", conditions.empty() ? "" : "or "},
                                  {"burn", fmt::format("{:.3g}", rate.burn)},
                                  {"threshold", fmt::format("{:.6g}", rate.threshold)},
                                  {"long", rate.longWindow},
                                  {"short", rate.shortWindow}});
    return conditions;
}

/// A share of late changes that is enough for a ticket and not for a page, for the generated test; 0: none.
double shareForATicket(const std::vector<BurnRate>& rates) {
    double ticket = 1, page = 1;
    for (const BurnRate& rate : rates)
        (rate.page ? page : ticket) = std::min(rate.page ? page : ticket, rate.threshold);
    return ticket * 1.5 < page * 0.95 ? ticket * 1.5 : 0;
}

/// The events that feed the view and whose publishing can be counted. What a standstill cannot be noticed by
/// is told.
std::vector<std::string> countedEventsOf(const Request& request, const Promise& promise,
                                         std::vector<Omission>& omitted) {
    std::vector<std::string> events;
    const auto note = [&](Phrase reason) {
        omitted.push_back({{ElementKind::View, promise.name}, "prometheus", std::move(reason), true});
    };
    for (const auto& subscription : promise.view->fedBy) {
        const Ref& ref = subscription->event;
        const Context* publisher = request.lookup.findContext(ref.context);
        const Event* event = request.lookup.findEvent(ref);
        if (!publisher || !event) continue;
        const auto mechanism = mechanismOf(*publisher, *event).value_or(PublishingMechanism::Outbox);
        if (publisher->kind == ContextKind::External) {
            note(Phrase::of("that {} comes no more is not noticed: {} is external and counts nothing for us",
                            toString(ref), publisher->name));
            continue;
        }
        if (mechanism != PublishingMechanism::Outbox)
            note(Phrase::of("{} goes out through {}, past the generated relay: a standstill is noticed only "
                            "if what publishes it counts factline_relay_published_total",
                            toString(ref), word(mechanism)));
        events.push_back(toString(ref));
    }
    return events;
}

/// A matcher of the counters of these events, as PromQL reads it: in RE2, a point in a name is a point.
std::string publishedBy(const std::vector<std::string>& events) {
    std::string pattern;
    for (const std::string& event : events) {
        if (!pattern.empty()) pattern += '|';
        for (const char c : commentText(event)) {
            if (std::string_view(".+*?()|[]{}^$\\").find(c) != std::string_view::npos) pattern += '\\';
            pattern += c;
        }
    }
    return fmt::format("factline_relay_published_total{{event=~{}}}", textLiteral(pattern));
}

/// How long after its publishing a change is waited for before its view counts as standing still: by then
/// even most of those that come later than promised have come.
Duration patienceOf(const Promise& promise) {
    const auto twice = std::chrono::duration<double>(2 * promise.within);
    return std::max(std::chrono::duration_cast<Duration>(twice), Duration(5min));
}

/// The words of the alerts; `{{ $value }}` is Prometheus' to fill in.
Json wordsOf(const Promise& promise, const std::string& promised, Duration patience) {
    return {
        {"lateSummary", textLiteral(fmt::format("{} is not as fresh as promised", promise.name))},
        {"lateDescription",
         textLiteral(fmt::format("Promised: {}. Of late {{{{ $value | humanizePercentage }}}} of the changes "
                                 "took longer.",
                                 promised))},
        {"lateTold",
         textLiteral(fmt::format("Promised: {}. Of late 100% of the changes took longer.", promised))},
        {"stalledSummary", textLiteral(fmt::format("{} stands still", promise.name))},
        {"stalledDescription",
         textLiteral(
             fmt::format("{{{{ $value | printf \"%.0f\" }}}} changes were published more than {} ago, "
                         "and since then none has become visible. Promised: {}.",
                         windowText(patience), promised))},
        {"unmeasuredSummary",
         textLiteral(fmt::format("Nobody can say whether {} is as fresh as promised", promise.name))},
        {"unmeasuredDescription",
         textLiteral(fmt::format("The histogram of {{{{ $value }}}} processes has no bucket at {} s, so no "
                                 "change counts as in time and no alert can fire.",
                                 bucketOf(promise.within)))},
        {"unmeasuredTold",
         textLiteral(fmt::format("The histogram of 1 processes has no bucket at {} s, so no change counts as "
                                 "in time and no alert can fire.",
                                 bucketOf(promise.within)))},
        {"uncountedSummary", textLiteral(fmt::format("A standstill of {} would go unnoticed", promise.name))},
        {"uncountedDescription",
         textLiteral("Changes become visible, but nobody has counted for a week how many are published.")},
        {"runbook", textLiteral(fmt::format(
                        "metrics.md beside these rules, \"When an alert fires\"; `factline freshness "
                        "MODEL --view {}` says where the time goes",
                        promise.name))}};
}

Json viewOf(const Request& request, const Promise& promise, std::vector<Omission>& omitted) {
    const std::vector<BurnRate> rates = burnRatesOf(promise, omitted);
    const std::vector<std::string> events = countedEventsOf(request, promise, omitted);
    const Duration patience = patienceOf(promise);
    const std::string promised = fmt::format("{:.6g} % within {} s", promise.objective * 100, promise.within);
    const Json page = conditionsOf(rates, true);
    const Json ticket = conditionsOf(rates, false);
    const double slowly = shareForATicket(rates);
    Json view{
        {"group", textLiteral("factline " + promise.name)},
        {"name", commentText(promise.name)},
        {"view", textLiteral(promise.name)},
        {"good", promise.good},
        {"total", promise.total},
        {"le", textLiteral(bucketOf(promise.within))},
        {"bucket", bucketOf(promise.within)},
        {"promise", promised},
        {"team", textLiteral(request.context.team)},
        {"anyTeam", !request.context.team.empty()},
        {"windows", windowsOf(rates)},
        {"anyPage", !page.empty()},
        {"page", page},
        {"anyTicket", !ticket.empty()},
        {"ticket", ticket},
        {"severity", page.empty() ? "ticket" : "page"},
        {"anyBurn", !rates.empty()},
        {"anySlowly", slowly > 0},
        {"inTime", fmt::format("{:.9g}", 60 * (1 - slowly))},
        {"slowlyTold", textLiteral(fmt::format("Promised: {}. Of late {:.4g}% of the changes took longer.",
                                               promised, slowly * 100))},
        {"anyEvent", !events.empty()},
        {"published", publishedBy(events)},
        {"event", events.empty() ? "" : textLiteral(events.front())},
        {"events", commentText(fmt::format("{}", fmt::join(events, ", ")))},
        {"patience", windowText(patience)},
        {"span", windowText(patience + 10min)},
        // An hour in which all is well, and then all the patience there is.
        {"standstill", std::chrono::ceil<std::chrono::minutes>(patience).count() + 40},
        {"noticed", fmt::format("{}m", 60 + std::chrono::ceil<std::chrono::minutes>(patience).count() + 30)}};
    view.update(wordsOf(promise, promised, patience));
    return view;
}

Json dataOf(const Request& request, Output& output) {
    Json views = Json::array();
    for (const Promise& promise : promisesOf(request, "prometheus", output.omitted))
        views.push_back(viewOf(request, promise, output.omitted));
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

const Target target{
    "prometheus",
    Phrase::words("What to count about freshness, with recording rules, burn-rate alerts and tests of them"),
    neverByDefault, render};

} // namespace factline::generate::prometheus
