// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <map>

#include "cli/report/report.h"
#include "domain/enums.h"
#include "lint/registry.h"

namespace factline::cli {

namespace {

/// How many bytes at the start XML 1.0 has no way to write: control characters, and U+FFFE and U+FFFF.
std::size_t unwritable(std::string_view rest) {
    if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) return 3;
    return static_cast<unsigned char>(rest.front()) < 0x20 ? 1 : 0;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (const std::size_t bytes = unwritable(text.substr(i)); bytes > 0) {
            out += ' ';
            i += bytes - 1;
        } else if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// The test cases of one rule.
struct Suite {
    std::string cases;
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t skipped = 0;

    void add(const std::string& rule, const std::string& name, const std::string& content) {
        ++tests;
        cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"", rule, escaped(name));
        cases += content.empty() ? "/>\n" : fmt::format(">{}</testcase>\n", content);
    }
};

std::string nameOf(const Finding& finding) {
    const std::string element = finding.element.name.empty() ? "model" : finding.element.name;
    return finding.claim.empty() ? element : fmt::format("{} ({})", element, finding.claim);
}

} // namespace

std::string asJunit(const CheckReport& report) {
    std::map<std::string, Suite, std::less<>> suites;
    for (const auto& finding : report.findings) {
        Suite& suite = suites[finding.rule];
        const auto place = placeText(report.input, report.placeOf(finding));
        const std::string message = finding.message;
        const auto text = escaped(fmt::format("{}: {}: {}", place, word(finding.severity), message));
        if (finding.severity >= report.failOn) {
            ++suite.failures;
            suite.add(finding.rule, nameOf(finding),
                      fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", word(finding.severity),
                                  escaped(message), text));
        } else {
            suite.add(finding.rule, nameOf(finding), fmt::format("<system-out>{}</system-out>", text));
        }
    }
    const auto skip = [&](const Finding& finding, std::string_view why) {
        Suite& suite = suites[finding.rule];
        ++suite.skipped;
        suite.add(finding.rule, nameOf(finding), fmt::format("<skipped message=\"{}\"/>", escaped(why)));
    };
    for (const auto& [finding, waiver] : report.waived)
        skip(finding, waiver.reason);
    for (const auto& finding : report.baselined())
        skip(finding, "Stands in the baseline.");
    // what could not be read was not judged: a failure of its own, so that no build is green for it
    for (const auto& problem : report.input.read.problems) {
        Suite& suite = suites["reading"];
        ++suite.failures;
        suite.add(
            "reading", placeText(report.input, problem.place),
            fmt::format("<failure type=\"error\" message=\"{}\"/>", escaped(problem.message.english())));
    }
    for (const auto& rule : lint::rules())
        if (Suite& suite = suites[std::string(rule.id)]; suite.tests == 0)
            suite.add(std::string(rule.id), "nothing found", {});

    Suite all;
    std::string body;
    for (const auto& [name, suite] : suites) {
        all.tests += suite.tests;
        all.failures += suite.failures;
        all.skipped += suite.skipped;
        body += fmt::format(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" errors=\"0\">\n{}"
            "  </testsuite>\n",
            name, suite.tests, suite.failures, suite.skipped, suite.cases);
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"factline check\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n{}</testsuites>\n",
        all.tests, all.failures, body);
}

} // namespace factline::cli
