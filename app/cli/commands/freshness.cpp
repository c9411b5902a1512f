// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <memory>

#include "cli/command.h"
#include "cli/freshness_report.h"
#include "cli/input.h"
#include "cli/report/problems.h"
#include "cli/words.h"
#include "contract/set_path.h"
#include "freshness/risk.h"
#include "freshness/scenario.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    std::string stage;
    std::string view;
    std::vector<std::string> outages;
    std::vector<std::string> set;
    std::string scenario;
    std::string format = "text";
};

/// Both sides of the first `=`; an error that says how it is written where there is none.
Result<std::pair<std::string, std::string>> sidesOf(const std::string& word, std::string_view form) {
    const auto at = word.find('=');
    if (at == std::string::npos || at == 0)
        return failure(ErrorCode::InvalidArgument, fmt::format("'{}' is not of the form {}.", word, form));
    return std::pair(word.substr(0, at), word.substr(at + 1));
}

Result<freshness::Assumptions> assumptionsOf(const Options& options, const Lookup& lookup) {
    freshness::Assumptions assumptions;
    for (const std::string& word : options.outages) {
        const auto sides = sidesOf(word, "CONTEXT=10m");
        if (!sides) return tl::unexpected(sides.error());
        const auto duration = parseDuration(sides->second);
        if (!duration) return tl::unexpected(duration.error());
        if (!lookup.findContext(sides->first))
            return failure(
                ErrorCode::NotFound,
                fmt::format("The model has no context '{}'. They stand under `contexts`.", sides->first));
        std::erase_if(assumptions.outages, [&](const auto& one) { return one.first == sides->first; });
        assumptions.outages.emplace_back(sides->first, *duration); // the last one counts
    }
    return assumptions;
}

bool isAssumed(const freshness::Assumptions& assumptions, const ContextName& context) {
    return std::ranges::any_of(assumptions.outages, [&](const auto& one) { return one.first == context; });
}

const Publishing* publishingAt(const Model& model, const std::string& path) {
    for (const auto& context : model.contexts) {
        const std::string place = "contexts." + context->name;
        if (path == place + ".publishing" && context->publishing) return &*context->publishing;
        for (const auto& event : context->events)
            if (path == place + ".events." + event->name + ".publishing" && event->publishing)
                return &*event->publishing;
    }
    return nullptr;
}

/// Says it where another mechanism is assumed and the time of the old one still stands: nothing would change.
void noteLagThatStays(const Model& model, const std::string& path, const std::string& through,
                      const std::vector<std::string>& set, Console& console) {
    constexpr std::string_view end = ".through";
    if (!path.ends_with(end)) return;
    const std::string place = path.substr(0, path.size() - end.size());
    if (std::ranges::any_of(set, [&](const std::string& word) { return word.starts_with(place + ".lag"); }))
        return;
    const Publishing* publishing = publishingAt(model, place);
    if (publishing == nullptr || publishing->lag.empty()) return;
    fmt::print(console.err,
               "factline: {} keeps its declared lag, so its times stay as they are. For the usual ones write "
               "--set \"{}={{through: {}}}\".\n",
               place, place, through);
}

/// Says which events of a context do not take what is assumed for all of it, because they say it themselves.
/// `set`: what else is assumed, maybe for these very events.
void noteEventsThatStay(const Model& model, const std::string& path, const std::vector<std::string>& set,
                        Console& console) {
    for (const auto& context : model.contexts) {
        const std::string place = "contexts." + context->name;
        if (path != place + ".publishing" && !path.starts_with(place + ".publishing.")) continue;
        std::vector<std::string> own;
        for (const auto& event : context->events)
            if (event->publishing && (event->publishing->through || !event->publishing->lag.empty()) &&
                std::ranges::none_of(set, [&](const std::string& word) {
                    return word.starts_with(place + ".events." + event->name + ".publishing");
                }))
                own.push_back(event->name);
        if (own.empty()) return;
        fmt::print(console.err,
                   "factline: these events say themselves how they are told and keep their times: {}. To "
                   "change them "
                   "too, add --set \"{}.events.{}.publishing=...\".\n",
                   fmt::join(own, ", "), place, own.front());
    }
}

Result<Model> changed(Model model, const std::vector<std::string>& set, Console& console) {
    for (const std::string& word : set) {
        const auto sides = sidesOf(word, "PATH=VALUE");
        if (!sides) return tl::unexpected(sides.error());
        auto next = contract::withValueAt(model, sides->first, sides->second);
        if (!next) return tl::unexpected(next.error());
        model = *std::move(next);
    }
    for (const std::string& word : set) {
        const auto [path, value] = *sidesOf(word, {});
        noteLagThatStays(model, path, value, set, console);
        noteEventsThatStay(model, path, set, console);
    }
    return model;
}

/// The scenario of that name as the model keeps it; an error that lists what there is.
Result<Scenario> scenarioOf(const Model& model, const std::string& name) {
    std::vector<std::string> names;
    for (const Scenario& scenario : model.scenarios) {
        if (scenario.name == name) return scenario;
        names.push_back(scenario.name);
    }
    return failure(ErrorCode::NotFound,
                   names.empty() ? std::string("The model has no scenarios. They stand under `scenarios`.")
                                 : fmt::format("The model has no scenario '{}', only {}.", name,
                                               fmt::join(names, ", ")));
}

/// Leaves what is about one view.
void keepOnly(freshness::Analysis& analysis, const std::string& view) {
    std::erase_if(analysis.rows, [&](const auto& row) { return toString(row->route.viewRef) != view; });
    std::erase_if(analysis.load, [&](const auto& load) { return load.consumer != view; });
    for (auto& outage : analysis.outages)
        std::erase_if(outage.views, [&](const auto& held) { return held.view != view; });
    std::erase_if(analysis.decisions, [&](const auto& decision) { return decision.reads != view; });
    std::erase_if(analysis.audiences,
                  [&](const auto& pair) { return pair.first != view && pair.second != view; });
}

/// Whether everything that is promised is expected to hold.
bool holds(const freshness::Analysis& analysis) {
    using freshness::Verdict;
    const auto isKept = [](const auto& row) {
        return !row->verdict || *row->verdict == Verdict::Proven || *row->verdict == Verdict::Expected;
    };
    const auto isTooMuch = [](const auto& one) { return freshness::verdictOf(one) == Verdict::AtRisk; };
    const auto isBehind = [](const auto& load) { return load.utilisation.value_or(0) >= 1; };
    return std::ranges::all_of(analysis.rows, isKept) &&
           std::ranges::none_of(analysis.decisions, isTooMuch) &&
           std::ranges::none_of(analysis.audiences, isTooMuch) &&
           std::ranges::none_of(analysis.load, isBehind);
}

int judgeFreshness(const Options& options, Console& console) {
    const Patience patience("working out " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) return complain(console, input.error());
    auto model = changed(input->model, options.set, console);
    if (!model) return complain(console, model.error());
    std::optional<Scenario> scenario;
    const Model usual = *model;
    if (!options.scenario.empty()) {
        const auto found = scenarioOf(*model, options.scenario);
        if (!found) return complain(console, found.error());
        scenario = *found;
        model = contract::withScenario(*model, *scenario);
        if (!model) return complain(console, model.error());
    }
    const Lookup lookup(*std::move(model));
    auto assumptions = assumptionsOf(options, lookup);
    if (!assumptions) return complain(console, assumptions.error());
    if (scenario)
        for (const auto& [context, duration] : freshness::assumptionsOf(*scenario).outages)
            if (!isAssumed(*assumptions, context)) assumptions->outages.emplace_back(context, duration);
    if (!options.view.empty() && !lookup.findView(parseRef(options.view, {})))
        return complain(console,
                        {ErrorCode::NotFound,
                         fmt::format("The model has no view '{}'. Write it as context/view.", options.view)});
    auto analysis = freshness::analyse(lookup, *assumptions);
    if (!options.view.empty()) keepOnly(analysis, options.view);
    std::vector<freshness::Shift> shifts;
    if (scenario) {
        auto before = freshness::analyse(Lookup(usual));
        if (!options.view.empty()) keepOnly(before, options.view);
        shifts = freshness::shiftsBetween(before, analysis);
    }
    if (options.format == "json") {
        fmt::print(console.out, "{}\n",
                   freshnessJson(analysis, problemsOf(*input), scenario ? &*scenario : nullptr, shifts));
    } else {
        printFreshness(analysis, console);
        if (scenario) printShifts(scenario->name, shifts, console);
    }
    return input->code(holds(analysis) ? Clean : Objected);
}

} // namespace

Action declareFreshness(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.text("--view", options->view, "only this view (`billing/completed-orders`)");
    words.each("--outage", options->outages,
               "assume that a context is down: CONTEXT=10m; may be given again");
    words.each(
        "--set", options->set,
        "assume a value: contexts.orders.publishing.lag.poll=200ms, or another mechanism with its usual "
        "times: \"contexts.erp.publishing={through: outbox}\"; may be given again");
    words.text("--scenario", options->scenario,
               "assume what the model keeps under this name in `scenarios`, and say what it changes");
    words.text("--stage", options->stage, "judge this stage of the migration (default: the model's `now`)");
    words.choice("--format", options->format, {"text", "json"}, "how to print (default: text)");
    return [options](Console& console) { return judgeFreshness(*options, console); };
}

} // namespace factline::cli
