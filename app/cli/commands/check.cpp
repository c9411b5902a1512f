// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>
#include <fmt/ostream.h>
#include <memory>
#include <string_view>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/report/baseline.h"
#include "cli/report/pruning.h"
#include "cli/report/report.h"
#include "cli/words.h"
#include "domain/enums.h"
#include "lint/report.h"

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

/// What is said beside the findings goes beside what other programs read.
std::ostream& asideOf(const Options& options, Console& console) {
    return options.format == "text" ? console.out : console.err;
}

/// That a baseline was written, and how to go on.
void tellBaseline(const Options& options, std::size_t findings, Console& console) {
    fmt::print(asideOf(options, console),
               "\nWrote {} into {}: they are known from now on. To see only what is new: factline check {} "
               "--baseline {}\n",
               counted(findings, "finding"), options.writeBaseline, quoted(options.model),
               quoted(options.writeBaseline));
}

/// Entries that were taken out of a baseline, and why.
void tellTaken(const Options& options, const std::vector<Baseline::Entry>& taken, std::string_view why,
               Console& console) {
    if (taken.empty()) return;
    std::size_t findings = 0;
    for (const auto& entry : taken)
        findings += entry.count;
    std::ostream& out = asideOf(options, console);
    fmt::print(out, "\nTook {} out of {}, {}:\n", counted(findings, "finding"), options.baseline, why);
    for (const auto& entry : taken)
        fmt::print(out, "  {}\n",
                   lint::onOneLine(fmt::format(
                       "{}{}{}", entry.rule, entry.element.empty() ? "" : " " + entry.element,
                       entry.count > 1 ? fmt::format(" ({} times)", entry.count) : std::string())));
}

void tellPruned(const Options& options, const Pruned& pruned, Console& console) {
    std::ostream& out = asideOf(options, console);
    if (pruned.gone.empty() && pruned.lost.empty())
        fmt::print(out, "\nTook nothing out of {}{}.\n", options.baseline,
                   pruned.unjudged > 0 ? "" : ": all that it knows is still there");
    tellTaken(options, pruned.gone, "mended or waived", console);
    tellTaken(options, pruned.lost, "about what is not in the model any more", console);
    if (pruned.unjudged > 0)
        fmt::print(out, "{} of {} {}: this version of Factline does not know the rule.\n",
                   counted(pruned.unjudged, "finding"), options.baseline,
                   pruned.unjudged == 1 ? "stays" : "stay");
}

Result<void> pruneBaseline(const Options& options, const Baseline& baseline, const Input& input,
                           Console& console) {
    const auto pruned = prune(baseline, input);
    if (!pruned)
        return failure(pruned.error().code, fmt::format("{} was left as it is: {}", options.baseline,
                                                        pruned.error().message.english()));
    if (!pruned->gone.empty() || !pruned->lost.empty())
        if (auto written = writeBaseline(options.baseline, pruned->left); !written) return written;
    tellPruned(options, *pruned, console);
    return {};
}

Result<void> writeNewBaseline(const Options& options, const std::vector<Finding>& all, const Input& input,
                              Console& console) {
    if (!input.read.problems.empty())
        return failure(ErrorCode::Refused,
                       fmt::format("{} was not written: {}", options.writeBaseline, unreadReason(input)));
    if (auto written = writeBaseline(options.writeBaseline, baselineOf(all)); !written) return written;
    tellBaseline(options, all.size(), console);
    return {};
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
    const auto all = outcome.findings;
    CheckReport report{.input = *input,
                       .findings = std::move(outcome.findings),
                       .waived = std::move(outcome.waived),
                       .failOn = fromWord<Severity>(options.failOn).value_or(Severity::Error)};
    Baseline baseline;
    if (!options.baseline.empty()) {
        auto read = readBaseline(options.baseline);
        if (!read) return complain(console, read.error());
        baseline = *std::move(read);
        report.baseline = takeKnown(baseline, report.findings);
        if (options.prune) report.baseline->unmatched = 0; // told in full below
    }
    // a question that is known is no less open
    report.questions = lint::openQuestions(all, Lookup(input->model));
    print(options, report, console);
    if (options.prune)
        if (const auto pruned = pruneBaseline(options, baseline, *input, console); !pruned)
            return complain(console, pruned.error());
    if (!options.writeBaseline.empty())
        if (const auto written = writeNewBaseline(options, all, *input, console); !written)
            return complain(console, written.error());
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
