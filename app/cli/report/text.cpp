// SPDX-License-Identifier: Apache-2.0
#include <fmt/ostream.h>

#include "cli/report/report.h"
#include "domain/enums.h"
#include "lint/phrases.h"
#include "lint/report.h"

namespace factline::cli {

namespace {

Style styleOf(Severity severity) {
    return severity == Severity::Error     ? Style::Error
           : severity == Severity::Warning ? Style::Warning
                                           : Style::Hint;
}

/// What is open between teams, for people to ask one another.
void printQuestions(const CheckReport& report, Console& console) {
    if (report.questions.empty()) return;
    fmt::print(console.out, "\n{}\n", styled(console, Style::Bold, "Open questions"));
    for (const auto& owner : report.questions) {
        fmt::print(console.out, "  {}\n",
                   lint::onOneLine(owner.team.empty() ? fmt::format("to {}", owner.title)
                                                      : fmt::format("to {} ({})", owner.team, owner.title)));
        for (const auto& question : owner.questions) {
            std::vector<std::string> askers;
            for (const auto& asker : question.askers) {
                const std::string name =
                    asker.subscription.name.substr(0, asker.subscription.name.find("<-"));
                askers.push_back(
                    asker.understoodAs.empty() ? name : fmt::format("{} (\"{}\")", name, asker.understoodAs));
            }
            fmt::print(
                console.out, "    {}{} {}\n", lint::onOneLine(lint::textOf(question)),
                question.claimText.empty() ? std::string()
                                           : fmt::format(" ({})", lint::onOneLine(question.claimText)),
                styled(console, Style::Quiet,
                       lint::onOneLine(fmt::format("Asked by {}.", lint::enumeration(askers).english()))));
        }
    }
}

/// What the baseline knows, and what has become of it.
void printBaseline(const CheckReport& report, Console& console) {
    if (!report.baseline) return;
    const auto& [findings, graver, unmatched] = *report.baseline;
    if (!findings.empty())
        fmt::print(console.out, "{} known from the baseline.\n", counted(findings.size(), "finding"));
    if (graver > 0)
        fmt::print(console.out, "{} more than when the baseline was written, and {} told again.\n",
                   graver == 1 ? "1 finding weighs" : fmt::format("{} findings weigh", graver),
                   graver == 1 ? "is" : "are");
    if (unmatched > 0)
        fmt::print(console.out, "{} of the baseline {} not found here. `--prune` takes out what is mended.\n",
                   counted(unmatched, "finding"), unmatched == 1 ? "was" : "were");
}

} // namespace

std::string dayText(const lint::Day& day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

Summary summarise(const std::vector<Finding>& findings) {
    Summary summary;
    for (const auto& finding : findings) {
        summary.errors += finding.severity == Severity::Error ? 1 : 0;
        summary.warnings += finding.severity == Severity::Warning ? 1 : 0;
        summary.hints += finding.severity == Severity::Hint ? 1 : 0;
    }
    return summary;
}

void printText(const CheckReport& report, Console& console) {
    const auto& findings = report.findings;
    const auto& problems = report.input.read.problems;
    for (const auto& finding : findings)
        fmt::print(console.out, "{}: {}: {} {}\n", placeText(report.input, report.placeOf(finding)),
                   styled(console, styleOf(finding.severity), word(finding.severity)),
                   finding.message.english(),
                   styled(console, Style::Quiet, fmt::format("[{}]", finding.rule)));
    const auto summary = summarise(findings);
    if (!findings.empty()) fmt::print(console.out, "\n");
    if (!findings.empty() || problems.empty())
        fmt::print(console.out, "{}\n",
                   findings.empty()
                       ? std::string("Nothing to object to.")
                       : fmt::format("{}, {}, {}. `factline rules ID` explains a rule.",
                                     counted(summary.errors, "error"), counted(summary.warnings, "warning"),
                                     counted(summary.hints, "hint")));
    if (!report.waived.empty())
        fmt::print(console.out, "{} waived.\n", counted(report.waived.size(), "finding"));
    printBaseline(report, console);
    if (!problems.empty())
        fmt::print(console.out, "{} in reading: what could be read was checked.\n",
                   counted(problems.size(), "problem"));
    printQuestions(report, console);
}

} // namespace factline::cli
