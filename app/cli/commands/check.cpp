// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/words.h"
#include "domain/sections.h"
#include "lint/registry.h"
#include "lint/run.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    std::string stage;
    std::string preset;
    std::string failOn = "error";
    std::string format = "text";
};

struct Summary {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
};

Summary summarise(const std::vector<Finding>& findings) {
    Summary summary;
    for (const auto& finding : findings) {
        summary.errors += finding.severity == Severity::Error ? 1 : 0;
        summary.warnings += finding.severity == Severity::Warning ? 1 : 0;
        summary.hints += finding.severity == Severity::Hint ? 1 : 0;
    }
    return summary;
}

SourceRange placeOf(const Input& input, const Finding& finding) {
    return input.read.sources.find(finding.at, finding.field);
}

nlohmann::ordered_json asJson(const Input& input, const std::vector<Finding>& findings) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& finding : findings) {
        const auto place = placeOf(input, finding);
        list.push_back({{"rule", finding.rule},
                        {"severity", word(finding.severity)},
                        {"element", finding.element.name},
                        {"message", finding.message},
                        {"file", filePath(input.path, place.file)},
                        {"line", place.line},
                        {"column", place.column},
                        {"evidence", finding.evidence}});
    }
    const auto summary = summarise(findings);
    nlohmann::ordered_json result{
        {"findings", std::move(list)},
        {"summary", {{"errors", summary.errors}, {"warnings", summary.warnings}, {"hints", summary.hints}}}};
    if (!input.read.problems.empty()) {
        auto& problems = result["problems"] = nlohmann::ordered_json::array();
        for (const auto& problem : input.read.problems)
            problems.push_back({{"message", problem.message},
                                {"file", filePath(input.path, problem.place.file)},
                                {"line", problem.place.line},
                                {"column", problem.place.column}});
    }
    return result;
}

/// The same where there is no model to check.
nlohmann::ordered_json asJson(const Error& error) {
    return {{"findings", nlohmann::ordered_json::array()},
            {"summary", {{"errors", 0}, {"warnings", 0}, {"hints", 0}}},
            {"problems", {{{"message", error.message}}}}};
}

void printJson(const nlohmann::ordered_json& json, Console& console) {
    fmt::print(console.out, "{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

Style styleOf(Severity severity) {
    return severity == Severity::Error     ? Style::Error
           : severity == Severity::Warning ? Style::Warning
                                           : Style::Hint;
}

void printText(const Input& input, const std::vector<Finding>& findings, Console& console) {
    for (const auto& finding : findings)
        fmt::print(console.out, "{}: {}: {} {}\n", placeText(input, placeOf(input, finding)),
                   styled(console, styleOf(finding.severity), word(finding.severity)), finding.message,
                   styled(console, Style::Quiet, fmt::format("[{}]", finding.rule)));
    const auto summary = summarise(findings);
    if (!findings.empty()) fmt::print(console.out, "\n");
    if (!findings.empty() || input.read.problems.empty())
        fmt::print(console.out, "{}\n",
                   findings.empty()
                       ? std::string("Nothing to object to.")
                       : fmt::format("{}, {}, {}. `factline rules ID` explains a rule.",
                                     counted(summary.errors, "error"), counted(summary.warnings, "warning"),
                                     counted(summary.hints, "hint")));
    if (!input.read.problems.empty())
        fmt::print(console.out, "{} in reading: what could be read was checked.\n",
                   counted(input.read.problems.size(), "problem"));
}

/// How many waivers a model holds, in all its stages.
std::size_t countWaivers(const Model& model) {
    std::size_t count = model.waivers.size();
    const auto add = [&count](const auto& elements) {
        for (const auto& element : elements)
            count += element->waivers.size();
    };
    add(model.claims);
    add(model.contexts);
    add(model.audiences);
    for (const auto& context : model.contexts)
        forEachSection(*context, [&](const auto& elements) {
            add(elements);
            for (const auto& element : elements)
                if constexpr (Consumer<std::remove_cvref_t<decltype(*element)>>)
                    add(subscriptionsOf(*element));
        });
    return count;
}

/// Who writes a waiver takes its finding for settled; as long as none is applied they have to be told.
void tellOfWaivers(const Model& model, Console& console) {
    if (const std::size_t count = countWaivers(model); count > 0)
        fmt::print(console.err,
                   "factline: waivers are not applied yet ({} in this model): their findings are told and "
                   "counted all the same. To silence a rule, in the model or in one context, write "
                   "lint: {{rules: {{RULE: off}}}}.\n",
                   count);
}

int check(const Options& options, Console& console) {
    const Patience patience("checking " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) {
        if (options.format == "json") printJson(asJson(input.error()), console);
        return complain(console, input.error());
    }
    const auto findings = judge(*input, options.preset);
    if (options.format == "json")
        printJson(asJson(*input, findings), console);
    else
        printText(*input, findings, console);
    tellOfWaivers(input->read.model, console);
    const auto limit = fromWord<Severity>(options.failOn).value_or(Severity::Error);
    const bool objected =
        std::ranges::any_of(findings, [&](const Finding& finding) { return finding.severity >= limit; });
    return input->code(objected ? Objected : Clean);
}

} // namespace

Action declareCheck(Words& words) {
    auto options = std::make_shared<Options>();
    words.required("MODEL", options->model, "a *.factline.yaml file, or the folder of a split model");
    words.text("--stage", options->stage, "judge this stage of the migration (default: the model's `now`)");
    words.choice("--preset", options->preset, lint::presetNames(),
                 "which rules count (default: the model's, in the end standard)");
    words.choice("--fail-on", options->failOn, {"error", "warning", "hint"},
                 "exit 1 from this severity on (default: error)");
    words.choice("--format", options->format, {"text", "json"}, "how to print (default: text)");
    return [options](Console& console) { return check(*options, console); };
}

} // namespace factline::cli
