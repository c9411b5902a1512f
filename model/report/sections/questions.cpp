// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

Text askedBy(const lint::Question& question) {
    Text text;
    for (const auto& asker : question.askers) {
        text.push_back({text.empty() ? "" : "\n", Tone::Plain});
        text.push_back(name(asker.subscription.name.substr(0, asker.subscription.name.find("<-"))));
        if (!asker.understoodAs.empty()) text.push_back(quiet(fmt::format(" “{}”", asker.understoodAs)));
    }
    return text;
}

Table tableOf(const lint::OwnerQuestions& owner) {
    Table table{{{"Question", 6}, {"Asked by", 5}, {"Answer", 3}}, {}};
    table.rows.reserve(owner.questions.size());
    for (const auto& question : owner.questions) {
        Text text{{lint::textOf(question), Tone::Strong}};
        if (!question.claimText.empty()) text.push_back(quiet("\n" + question.claimText));
        table.rows.push_back({{text}, {askedBy(question)}, {plain("☐ yes   ☐ no")}});
    }
    return table;
}

/// What people noted in the model as not clear yet, with where they noted it.
Bullets hotspotsOf(const Lookup& lookup) {
    Bullets hotspots;
    for (const std::string& text : lookup.model().hotspots)
        hotspots.items.push_back(plain(text));
    for (const Located& located : lookup.all()) {
        const Element& element = located.base();
        for (const std::string& text : element.hotspots)
            hotspots.items.push_back({name(located.key.name), {": " + text, Tone::Plain}});
    }
    return hotspots;
}

} // namespace

std::optional<Section> questions(const Insight& insight) {
    Bullets hotspots = hotspotsOf(insight.subject.lookup);
    if (insight.questions.empty() && hotspots.items.empty()) return std::nullopt;
    Section section{"questions", "Open questions", {}};
    if (!insight.questions.empty())
        section.blocks.emplace_back(
            Paragraph{plain("Somebody relies on it, and the owner has neither asserted nor denied it.")});
    for (const auto& owner : insight.questions) {
        section.blocks.emplace_back(owner.team.empty() ? Heading{"To " + owner.title, "no team is named"}
                                                       : Heading{"To " + owner.team, "about " + owner.title});
        section.blocks.emplace_back(tableOf(owner));
    }
    if (!hotspots.items.empty()) {
        section.blocks.emplace_back(Heading{"Hotspots left in the model", {}});
        section.blocks.emplace_back(std::move(hotspots));
    }
    return section;
}

} // namespace factline::report::sections
