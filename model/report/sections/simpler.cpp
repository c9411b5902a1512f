// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "freshness/spoken.h"
#include "report/sections.h"
#include "report/words.h"

namespace factline::report::sections {

namespace {

constexpr double slow = 24.0 * 60 * 60; ///< seconds from which on a nightly copy is fresh enough

/// The views that learn of what they show from nobody but their own context.
Bullets ownViews(const Lookup& lookup) {
    Bullets bullets;
    for (const auto& context : lookup.model().contexts)
        for (const auto& view : context->views) {
            if (view->fedBy.empty()) continue;
            bool own = true;
            for (const auto& subscription : view->fedBy)
                own = own && subscription->event.context == context->name;
            for (const Ref& fact : view->shows)
                own = own && fact.context == context->name;
            if (own)
                bullets.items.push_back(
                    {name(context->name + '/' + view->name),
                     {" shows only what its own context decides: one transaction could write both, "
                      "and no event would be needed for it.",
                      Tone::Plain}});
        }
    return bullets;
}

} // namespace

std::optional<Section> simpler(const Insight& insight) {
    Bullets bullets = ownViews(insight.subject.lookup);
    for (const auto& context : insight.subject.lookup.model().contexts)
        for (const auto& view : context->views)
            if (view->freshness && view->freshness->within && toSeconds(*view->freshness->within) >= slow)
                bullets.items.push_back(
                    {name(context->name + '/' + view->name),
                     {fmt::format(" may be {} behind: a batch that copies it each night would do.",
                                  freshness::spokenTime(toSeconds(*view->freshness->within))),
                      Tone::Plain}});
    if (bullets.items.empty()) return std::nullopt;
    return Section{
        "simpler",
        "Where something simpler would do",
        {Paragraph{plain("Events are not free. These places may not need them.")}, std::move(bullets)}};
}

} // namespace factline::report::sections
