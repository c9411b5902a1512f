// SPDX-License-Identifier: Apache-2.0
#include "report/compose.h"

#include <array>
#include <fmt/format.h>

#include "report/sections.h"

namespace factline::report {

namespace {

/// Every section, in the order in which one reads. A section is the function of its name in sections/.
constexpr std::array<SectionOf, 11> inOrder{
    sections::summary,  sections::map,     sections::changes,   sections::contexts,
    sections::promises, sections::clashes, sections::questions, sections::decisions,
    sections::findings, sections::simpler, sections::reading,
};

std::string basisOf(const Subject& subject) {
    std::string text;
    if (!subject.stage.empty()) text = fmt::format("judged at stage {}", subject.stage);
    if (subject.earlier)
        text += fmt::format("{}compared with version {} of {}", text.empty() ? "" : ", ",
                            subject.earlier->state.version, subject.earlier->state.date);
    return text;
}

} // namespace

Document compose(const Subject& subject) {
    const Model& model = subject.lookup.model();
    Document document{.title = subject.state.title,
                      .subtitle = model.summary,
                      .version = subject.state.version,
                      .date = subject.state.date,
                      .basis = basisOf(subject)};
    auto found = subject.baselined; // a question that is known is no less open
    found.insert(found.end(), subject.outcome.findings.begin(), subject.outcome.findings.end());
    const Insight insight{subject, worstRows(subject.analysis), lint::openQuestions(found, subject.lookup)};
    document.sections.reserve(inOrder.size());
    for (const SectionOf section : inOrder)
        if (auto made = section(insight)) document.sections.push_back(*std::move(made));
    return document;
}

int badness(freshness::Verdict verdict) {
    switch (verdict) {
    case freshness::Verdict::Proven:
        return 0;
    case freshness::Verdict::Expected:
        return 1;
    case freshness::Verdict::Unknown:
        return 2;
    case freshness::Verdict::AtRisk:
        return 3;
    case freshness::Verdict::Impossible:
        break;
    }
    return 4;
}

std::vector<const freshness::Row*> worstRows(const freshness::Analysis& analysis) {
    const auto expected = [](const freshness::Row& row) {
        return row.answer ? row.answer->timeOfAll().value_or(0.0) : 0.0;
    };
    std::vector<const freshness::Row*> worst;
    for (const auto& row : analysis.rows) {
        if (!row->verdict) continue;
        if (worst.empty() || worst.back()->route.view != row->route.view) {
            worst.push_back(row.get());
            continue;
        }
        const int now = badness(*row->verdict);
        const int before = badness(*worst.back()->verdict);
        if (now > before || (now == before && expected(*row) > expected(*worst.back())))
            worst.back() = row.get();
    }
    return worst;
}

bool isClash(const Finding& finding) {
    return finding.rule == "meaning-contradicted" || finding.rule == "meaning-denied" ||
           finding.rule == "meaning-weaker" || finding.rule == "meaning-foreign-claim";
}

} // namespace factline::report
