// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>

#include "domain/enums.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

using Names = std::vector<std::string>;

void addOnce(Names& names, std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

/// Of each fact who tells of it and who reads it, by name.
struct Trade {
    Names events, readers;
};

std::unordered_map<Ref, Trade> tradeOf(const Lookup& lookup) {
    std::unordered_map<Ref, Trade> trade;
    for (const auto& context : lookup.model().contexts)
        for (const auto& event : context->events) {
            const Ref ref{context->name, event->name};
            for (const Ref& fact : event->announces) {
                auto& [events, readers] = trade[fact];
                addOnce(events, context->name == fact.context ? event->name : toString(ref));
                for (const Subscriber& subscriber : lookup.subscribers(ref))
                    addOnce(readers, subscriber.context->name + '/' + subscriber.consumerName());
            }
        }
    for (const auto& context : lookup.model().contexts) {
        for (const auto& view : context->views)
            for (const Ref& fact : view->shows)
                addOnce(trade[fact].readers, context->name + '/' + view->name);
        for (const auto& decision : context->decisions)
            for (const Read& read : decision->reads)
                if (read.askOwner) addOnce(trade[read.target].readers, context->name + '/' + decision->name);
    }
    return trade;
}

std::string noteOf(const Context& context) {
    std::string note(word(context.kind));
    if (!context.team.empty()) note += fmt::format(", kept by {}", context.team);
    if (context.store != Store::None) note += fmt::format(", keeps its rows in {}", word(context.store));
    return note;
}

Text orNobody(const Names& names, std::string_view nobody) {
    return names.empty() ? Text{quiet(std::string(nobody))} : shortList(names, 6, "\n");
}

Table factsOf(const Context& context, const std::unordered_map<Ref, Trade>& trade) {
    Table table{{{"Owns", 3}, {"Which means", 5}, {"Told by", 4}, {"Read by", 5}}, {}};
    table.rows.reserve(context.facts.size());
    for (const auto& fact : context.facts) {
        Text own{{fact->name, Tone::Name}};
        if (fact->sensitivity != Sensitivity::None)
            own.push_back(quiet(fmt::format("\n{}", word(fact->sensitivity))));
        static const Trade none;
        const auto found = trade.find(Ref{context.name, fact->name});
        const Trade& known = found == trade.end() ? none : found->second;
        table.rows.push_back({{own},
                              {fact->means.empty() ? Text{quiet("not said")} : plain(fact->means)},
                              {orNobody(known.events, "no event")},
                              {orNobody(known.readers, "nobody")}});
    }
    return table;
}

} // namespace

std::optional<Section> contexts(const Insight& insight) {
    const Model& model = insight.subject.lookup.model();
    if (model.contexts.empty()) return std::nullopt;
    const auto trade = tradeOf(insight.subject.lookup);
    Section section{"contexts", "Contexts: who decides about what, and who reads it", {}};
    for (const auto& context : model.contexts) {
        section.blocks.emplace_back(Heading{context->title.empty() || context->title == context->name
                                                ? context->name
                                                : fmt::format("{} ({})", context->title, context->name),
                                            noteOf(*context)});
        if (context->facts.empty())
            section.blocks.emplace_back(Paragraph{{quiet("Owns no fact.")}});
        else
            section.blocks.emplace_back(factsOf(*context, trade));
        std::vector<std::string> views;
        views.reserve(context->views.size());
        for (const auto& view : context->views)
            views.push_back(view->name);
        if (!views.empty()) {
            Text line{{"Shows ", Tone::Plain}};
            for (Span& span : shortList(views, 12))
                line.push_back(std::move(span));
            line.push_back({".", Tone::Plain});
            section.blocks.emplace_back(Paragraph{std::move(line)});
        }
    }
    return section;
}

} // namespace factline::report::sections
