// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <fmt/ostream.h>
#include <memory>
#include <string_view>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/report/baseline.h"
#include "cli/report/report.h"
#include "cli/words.h"
#include "domain/enums.h"

namespace factline::cli {

namespace {

struct Options {
    std::string model;
    std::string stage;
    std::string preset;
    std::string failOn = "error";
    std::string format = "text";
    std::string baseline;
    std::string writeBaseline;
    bool prune = false;
};

void print(const Options& options, const CheckReport& report, Console& console) {
    if (options.format == "json")
        console.out << asJson(report);
    else if (options.format == "sarif")
        console.out << asSarif(report);
    else if (options.format == "junit")
        console.out << asJunit(report);
    else
        printText(report, console);
}

/// Sets apart what the baseline knows, and writes the baselines that are asked for.
Result<void> applyBaseline(const Options& options, CheckReport& report) {
    const auto all = report.findings;
    if (!options.baseline.empty()) {
        const auto baseline = readBaseline(options.baseline);
        if (!baseline) return tl::unexpected(baseline.error());
        report.hasBaseline = true;
        report.baselined = takeKnown(*baseline, report.findings);
        const auto left = baselineOf(report.baselined);
        if (options.prune && left != *baseline)
            if (auto written = writeBaseline(options.baseline, left); !written) return written;
    }
    return options.writeBaseline.empty() ? Result<void>{}
                                         : writeBaseline(options.writeBaseline, baselineOf(all));
}

/// A word of a command as a shell takes it.
std::string quoted(const std::string& word) {
    const auto isPlain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("-_./+@%=:").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::all_of(word, isPlain)) return word;
    std::string text = "'";
    for (const char c : word)
        c == '\'' ? text += "'\\''" : text += c;
    return text + "'";
}

/// That a baseline was written, and how to go on. Beside what other programs read.
void tellBaseline(const Options& options, std::size_t findings, Console& console) {
    std::ostream& out = options.format == "text" ? console.out : console.err;
    fmt::print(out,
               "\nWrote {} into {}: they are known from now on. To see only what is new: factline check {} "
               "--baseline {}\n",
               findings == 1 ? std::string("1 finding") : fmt::format("{} findings", findings),
               options.writeBaseline, quoted(options.model), quoted(options.writeBaseline));
}

int check(const Options& options, Console& console) {
    if (options.prune && options.baseline.empty())
        return complain(console,
                        {ErrorCode::InvalidArgument, "--prune takes out of a baseline what is mended; say "
                                                     "which with --baseline FILE."});
    const Patience patience("checking " + options.model);
    const auto input = readInput(options.model, options.stage, console);
    if (!input) {
        if (options.format == "json") console.out << asJson(input.error());
        return complain(console, input.error());
    }
    auto outcome = inspect(*input, options.preset);
    CheckReport report{.input = *input,
                       .findings = std::move(outcome.findings),
                       .waived = std::move(outcome.waived),
                       .failOn = fromWord<Severity>(options.failOn).value_or(Severity::Error)};
    if (const auto applied = applyBaseline(options, report); !applied)
        return complain(console, applied.error());
    report.questions = lint::openQuestions(report.findings, Lookup(input->model));
    print(options, report, console);
    if (!options.writeBaseline.empty())
        tellBaseline(options, report.findings.size() + report.baselined.size(), console);
    // whoever writes a baseline takes what is found as it is
    const bool objected =
        options.writeBaseline.empty() && std::ranges::any_of(report.findings, [&](const Finding& finding) {
            return finding.severity >= report.failOn;
        });
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
    words.choice("--format", options->format, {"text", "json", "sarif", "junit"},
                 "how to print (default: text)");
    words.text("--baseline", options->baseline, "do not object to what stands in this file");
    words.text("--write-baseline", options->writeBaseline, "write all that is found into this file");
    words.flag("--prune", options->prune, "take what is mended out of the baseline");
    return [options](Console& console) { return check(*options, console); };
}

} // namespace factline::cli
