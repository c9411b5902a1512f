// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lint/rule.h"

namespace factline::lint {

/// The text on one line: control characters, and those that end a line or turn its direction, as escapes
/// (`\n`, `\x1b`, `\u2028`). Names come from files that anybody may have written.
std::string onOneLine(std::string text);

/// Takes down what one rule objects to.
class Report {
public:
    Report(const Rule& rule, std::vector<Finding>& findings)
        : m_rule(rule)
        , m_findings(findings) {}

    /// Adds a finding with the rule's own severity; `rule` and `severity` are filled in.
    void add(Finding finding) { add(m_rule.severity, std::move(finding)); }

    /// The same with a severity that this finding deserves more than the rule's.
    void add(Severity severity, Finding finding) {
        finding.rule = m_rule.id;
        finding.severity = severity;
        finding.message.changeNames(onOneLine);
        m_findings.push_back(std::move(finding));
    }

private:
    const Rule& m_rule;
    std::vector<Finding>& m_findings;
};

} // namespace factline::lint
