// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "lint/phrases.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

using freshness::Verdict;

constexpr std::size_t mostDecisions = 7; ///< that a board can talk about in one meeting

struct Counts {
    std::size_t facts = 0, events = 0, views = 0, decisions = 0;
    std::size_t errors = 0, warnings = 0, hints = 0;
    std::size_t clashes = 0, questions = 0;
    std::set<std::string> teams;
};

Counts count(const Insight& insight) {
    Counts counts;
    for (const auto& context : insight.subject.lookup.model().contexts) {
        counts.facts += context->facts.size();
        counts.events += context->events.size();
        counts.views += context->views.size();
        counts.decisions += context->decisions.size();
        if (!context->team.empty()) counts.teams.insert(context->team);
    }
    for (const Finding& finding : insight.subject.outcome.findings) {
        (finding.severity == Severity::Error     ? counts.errors
         : finding.severity == Severity::Warning ? counts.warnings
                                                 : counts.hints)++;
        if (isClash(finding)) ++counts.clashes;
    }
    for (const auto& owner : insight.questions)
        counts.questions += owner.questions.size();
    return counts;
}

std::string whatItIs(const Insight& insight, const Counts& counts) {
    const std::size_t contexts = insight.subject.lookup.model().contexts.size();
    std::string text =
        fmt::format("{} has {}", insight.subject.state.title, spokenCount(contexts, "bounded context"));
    if (!counts.teams.empty()) text += fmt::format(", kept by {}", spokenCount(counts.teams.size(), "team"));
    text += fmt::format(". {} {}, and {} of them.", contexts == 1 ? "It owns" : "They own",
                        spokenCount(counts.facts, "fact"),
                        spokenCount(counts.events, "event tells", "events tell"));
    if (counts.views == 0) return text;
    text +=
        fmt::format(" {} what others know", capital(spokenCount(counts.views, "view shows", "views show")));
    if (counts.decisions > 0)
        text +=
            fmt::format(", and {} on it", spokenCount(counts.decisions, "decision rests", "decisions rest"));
    return text + '.';
}

std::string_view fate(Verdict verdict, bool one) {
    switch (verdict) {
    case Verdict::Proven:
        return one ? "holds in any case" : "hold in any case";
    case Verdict::Expected:
        return one ? "is expected to hold" : "are expected to hold";
    case Verdict::AtRisk:
        return one ? "is at risk" : "are at risk";
    case Verdict::Impossible:
        return "cannot be kept";
    case Verdict::Unknown:
        break;
    }
    return "cannot be judged, because numbers are missing";
}

std::string howFresh(const Insight& insight) {
    const std::size_t all = insight.promises.size();
    if (all == 0) return "No view promises how fresh it is.";
    std::map<int, std::pair<Verdict, std::size_t>> byVerdict;
    for (const auto* row : insight.promises) {
        auto& [verdict, number] = byVerdict[badness(*row->verdict)];
        verdict = *row->verdict;
        ++number;
    }
    if (byVerdict.size() == 1) {
        const std::string_view what = fate(byVerdict.begin()->second.first, all == 1);
        return all == 1 ? fmt::format("The one promise of freshness {}.", what)
                        : fmt::format("All {} of freshness {}.", spokenCount(all, "promise"), what);
    }
    std::vector<std::string> parts;
    parts.reserve(byVerdict.size());
    for (const auto& [rank, counted] : byVerdict)
        parts.push_back(spokenCount(counted.second, fate(counted.first, true), fate(counted.first, false)));
    return fmt::format("Of {} of freshness, {}.", spokenCount(all, "promise"),
                       lint::enumeration(parts).english());
}

std::string whatIsOpen(const Insight& insight, const Counts& counts) {
    std::string text;
    if (counts.clashes > 0)
        text += fmt::format("{} takes an event to mean what its owner does not say. ",
                            counts.clashes == 1
                                ? std::string("In one place a consumer")
                                : fmt::format("In {} a consumer", spokenCount(counts.clashes, "place")));
    if (counts.errors + counts.warnings + counts.hints == 0)
        text += "The rules have nothing to object to.";
    else
        text += fmt::format("The rules find {}, {} and {}.", spokenCount(counts.errors, "error"),
                            spokenCount(counts.warnings, "warning"), spokenCount(counts.hints, "hint"));
    const std::size_t waived = insight.subject.outcome.waived.size();
    const std::size_t known = insight.subject.baselined.size();
    if (waived > 0)
        text += fmt::format(" {} {} been waived, with a reason.", capital(spokenCount(waived, "finding")),
                            waived == 1 ? "has" : "have");
    if (known > 0)
        text += fmt::format(" {} {} known before and {} not counted here.",
                            capital(spokenCount(known, "finding")), known == 1 ? "was" : "were",
                            known == 1 ? "is" : "are");
    if (counts.questions > 0) {
        std::set<std::string> asked;
        for (const auto& owner : insight.questions)
            asked.insert(owner.team.empty() ? owner.title : owner.team);
        text +=
            fmt::format(" {} {} for an answer from {}.", capital(spokenCount(counts.questions, "question")),
                        counts.questions == 1 ? "waits" : "wait",
                        lint::enumeration(std::vector<std::string>(asked.begin(), asked.end())).english());
    }
    return text;
}

Tiles tilesOf(const Insight& insight, const Counts& counts) {
    std::size_t kept = 0;
    for (const auto* row : insight.promises)
        kept += badness(*row->verdict) <= 1 ? 1 : 0;
    Tiles tiles;
    if (!insight.promises.empty())
        tiles.tiles.push_back({fmt::format("{} of {}", kept, insight.promises.size()), "promises hold",
                               kept == insight.promises.size() ? Tone::Good : Tone::Fair});
    const auto add = [&](std::size_t number, std::string_view one, std::string_view many, Tone whenAny) {
        tiles.tiles.push_back({std::to_string(number), std::string(number == 1 ? one : many),
                               number == 0 ? Tone::Good : whenAny});
    };
    add(counts.clashes, "clash of meaning", "clashes of meaning", Tone::Bad);
    add(counts.errors, "error", "errors", Tone::Bad);
    add(counts.warnings, "warning", "warnings", Tone::Fair);
    add(counts.questions, "open question", "open questions", Tone::Fair);
    return tiles;
}

Paragraph verdictOf(const Counts& counts) {
    if (counts.errors > 0)
        return {{{fmt::format("{} in the way.",
                              counts.errors == 1 ? std::string("One error stands")
                                                 : capital(spokenCount(counts.errors, "error")) + " stand"),
                  Tone::Bad}}};
    if (counts.warnings + counts.questions > 0)
        return {{{"Nothing stands in the way, and there is something to talk about.", Tone::Fair}}};
    return {{{"Nothing stands in the way.", Tone::Good}}};
}

} // namespace

std::optional<Section> summary(const Insight& insight) {
    const Subject& subject = insight.subject;
    Section section{"summary", "Summary", {}};
    if (subject.unreadable > 0)
        section.blocks.emplace_back(
            Paragraph{{{fmt::format("{} of the model could not be read and {} missing here.",
                                    capital(spokenCount(subject.unreadable, "place")),
                                    subject.unreadable == 1 ? "is" : "are"),
                        Tone::Bad}}});
    if (subject.lookup.model().contexts.empty()) {
        section.blocks.emplace_back(Paragraph{
            plain("The model has no bounded context yet, so there is nothing to review. Begin with one "
                  "context and one fact that it decides about.")});
        return section;
    }
    const Counts counts = count(insight);
    section.blocks.emplace_back(verdictOf(counts));
    section.blocks.emplace_back(Paragraph{plain(whatItIs(insight, counts))});
    section.blocks.emplace_back(Paragraph{plain(howFresh(insight) + " " + whatIsOpen(insight, counts))});
    section.blocks.emplace_back(tilesOf(insight, counts));
    if (counts.errors > 0) {
        section.blocks.emplace_back(Heading{"What needs a decision", {}});
        Bullets bullets;
        for (const Finding& finding : subject.outcome.findings)
            if (finding.severity == Severity::Error && bullets.items.size() < mostDecisions)
                bullets.items.push_back({{finding.message, Tone::Plain}});
        section.blocks.emplace_back(std::move(bullets));
        if (counts.errors > mostDecisions)
            section.blocks.emplace_back(Paragraph{
                {quiet(fmt::format("And {} more, under Findings.", counts.errors - mostDecisions))}});
    }
    return section;
}

std::optional<Section> map(const Insight& insight) {
    const Model& model = insight.subject.lookup.model();
    if (model.contexts.empty()) return std::nullopt;
    return Section{"map",
                   "Map",
                   {Paragraph{plain("How facts travel: who decides about them, which events tell of them, "
                                    "who shows them to whom, and how long that takes.")},
                    MapPlace{fmt::format("Map of {}: {}", insight.subject.state.title,
                                         counted(model.contexts.size(), "context"))}}};
}

} // namespace factline::report::sections
