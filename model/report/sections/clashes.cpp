// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <set>

#include "lint/side_by_side.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

using lint::Verdict;

Text listed(std::string_view intro, const std::vector<std::string>& claims) {
    Text text{{std::string(intro), Tone::Quiet}};
    for (const Span& span : shortList(claims))
        text.push_back(span);
    return text;
}

Text quoted(const std::string& words) {
    return {{words, Tone::Plain}};
}

Sides sidesOf(const lint::SideBySide& sides, const lint::ClaimBetween& claim, bool waived) {
    Sides block{.left = toString(sides.event).substr(std::string_view("event ").size()),
                .right = sides.consumer};
    std::vector<std::string> asserted;
    std::vector<std::string> denied;
    for (const auto& one : sides.claims) {
        if (one.saying == edit::Saying::Asserts) asserted.push_back(one.claim);
        if (one.saying == edit::Saying::Denies) denied.push_back(one.claim);
    }
    if (!sides.means.empty()) block.leftLines.push_back(quoted(sides.means));
    if (!asserted.empty()) block.leftLines.push_back(listed("asserts ", asserted));
    if (!denied.empty()) block.leftLines.push_back(listed("denies ", denied));
    if (asserted.empty() && denied.empty()) block.leftLines.push_back({quiet("asserts and denies nothing")});
    if (!sides.understoodAs.empty()) block.rightLines.push_back(quoted(sides.understoodAs));
    block.rightLines.push_back({quiet("relies on "), name(claim.claim),
                                quiet(claim.relying == edit::Relying::Final ? ", for good" : "")});
    if (!claim.text.empty()) block.rightLines.push_back({quiet(claim.text)});
    block.verdict = {{capital(std::string(lint::verdictName(*claim.verdict))), Tone::Bad},
                     {". " + claim.because, Tone::Plain}};
    if (waived) block.verdict.push_back(quiet(" Waived, see Findings."));
    return block;
}

} // namespace

std::optional<Section> clashes(const Insight& insight) {
    const Subject& subject = insight.subject;
    Section section{"clashes", "Clashes of meaning", {}};
    std::set<std::pair<std::string, std::string>> told; // subscription and claim
    const auto tell = [&](const Finding& finding, bool waived) {
        if (!isClash(finding)) return;
        const Located* found = subject.lookup.find(finding.element);
        const auto sides =
            found ? lint::sideBySide(subject.lookup, finding.at ? finding.at : ElementId{}) : std::nullopt;
        if (!sides) return;
        for (const auto& claim : sides->claims) {
            const bool isMeant = finding.claim.empty() || finding.claim == claim.claim;
            if (claim.verdict && *claim.verdict != Verdict::Guaranteed &&
                *claim.verdict != Verdict::Unspecified && isMeant &&
                told.emplace(sides->subscription.name, claim.claim).second)
                section.blocks.emplace_back(sidesOf(*sides, claim, waived));
        }
    };
    for (const Finding& finding : subject.outcome.findings)
        tell(finding, false);
    for (const Finding& finding : subject.baselined)
        tell(finding, false);
    for (const auto& waived : subject.outcome.waived)
        tell(waived.finding, true);
    if (section.blocks.empty()) return std::nullopt;
    section.blocks.insert(
        section.blocks.begin(),
        Paragraph{plain("What the owner of an event says, and what a consumer takes it to mean.")});
    return section;
}

} // namespace factline::report::sections
