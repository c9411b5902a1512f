// SPDX-License-Identifier: Apache-2.0
#include "lint/missing.h"

#include <fmt/format.h>

#include "lint/phrases.h"

namespace factline::lint {

namespace {

/// The name of an element; for a subscription the view or policy it belongs to.
Phrase holderName(const Located* located) {
    if (!located || !located->consumer) return nameOf(located);
    return toString(Ref{located->context->name, located->consumer->name});
}

} // namespace

std::vector<Missing> missingNames(const Survey& survey, ElementKind kind, bool (*counts)(const RefUse&)) {
    std::vector<Missing> names;
    std::unordered_map<Ref, std::size_t> index;
    for (const Dangling& dangling : survey.dangling) {
        if (dangling.use.target != kind || !counts(dangling.use)) continue;
        const auto [place, isNew] = index.try_emplace(dangling.ref, names.size());
        if (isNew) names.push_back({&dangling, {}, {}, {}});
        const Phrase holder = holderName(dangling.holder);
        names[place->second].said.push_back(usage(holder, dangling.use, Phrase::of("it")));
        names[place->second].holders.push_back(holder);
    }
    Suggestions suggestions(survey.lookup);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Dangling& first = *names[i].first;
        names[i].said = eachOnce(std::move(names[i].said));
        names[i].holders = eachOnce(std::move(names[i].holders));
        if (i < suggestedAtMost)
            names[i].nearest = suggestions.nearestTo({first.use.field, kind}, first.ref, first.holder);
    }
    return names;
}

} // namespace factline::lint
