// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/input.h"
#include "cli/report/baseline.h"
#include "lint/questions.h"
#include "lint/run.h"

namespace factline::cli {

/// What `check` has to tell, in whatever format.
struct CheckReport {
    const Input& input;
    std::vector<Finding> findings;               ///< what is objected to
    std::vector<lint::Waived> waived;            ///< what a waiver settles
    std::optional<Known> baseline = {};          ///< what stands in the baseline; none: there is none
    std::vector<lint::OwnerQuestions> questions; ///< what is open between teams, known or not
    Severity failOn = Severity::Error;           ///< the least that is objected to

    std::span<const Finding> baselined() const {
        return baseline ? std::span<const Finding>(baseline->findings) : std::span<const Finding>();
    }
    SourceRange placeOf(const Finding& finding) const {
        return input.read.sources.find(finding.at, finding.field);
    }
    std::string fileOf(const SourceRange& place) const { return filePath(input.path, place.file); }
};

/// "2027-03-31".
std::string dayText(const lint::Day& day);

struct Summary {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t hints = 0;
};
Summary summarise(const std::vector<Finding>& findings);

/// For people, in colours where the console has some.
void printText(const CheckReport& report, Console& console);
/// For programs; keys are stable.
std::string asJson(const CheckReport& report);
/// The same where there is no model to check.
std::string asJson(const Error& error);
/// SARIF 2.1.0 (OASIS, 2020), for code hosts: all rules with their pages, what is waived as suppressed.
std::string asSarif(const CheckReport& report);
/// JUnit XML, for build servers: one suite a rule, one case a finding; a failure is what is objected to.
std::string asJunit(const CheckReport& report);

} // namespace factline::cli
