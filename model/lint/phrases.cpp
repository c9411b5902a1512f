// SPDX-License-Identifier: Apache-2.0
#include "lint/phrases.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_set>

#include "base/similar.h"

namespace factline::lint {

std::string enumeration(const std::vector<std::string>& items) {
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    const std::size_t shown = items.size() > 5 ? 4 : items.size() - 1;
    const std::span head(items.data(), shown);
    return shown + 1 == items.size()
               ? fmt::format("{} and {}", fmt::join(head, ", "), items.back())
               : fmt::format("{} and {} more", fmt::join(head, ", "), items.size() - shown);
}

std::string predicate(const RefUse& use, std::string_view object) {
    struct Verb {
        std::string_view field;
        std::string_view verb;
    };
    static constexpr std::array<Verb, 20> verbs{{{"channel", "is sent on"},
                                                 {"compensatedBy", "is compensated by"},
                                                 {"derivedFrom", "is derived from"},
                                                 {"event", "consumes"},
                                                 {"freshness.from", "measures its freshness from"},
                                                 {"migration.now", "stands at"},
                                                 {"of", "is about"},
                                                 {"reads", "reads"},
                                                 {"reconciled.against", "is reconciled against"},
                                                 {"rebuild.from", "is rebuilt from"},
                                                 {"relations", "has a relation to"},
                                                 {"reliesOn", "relies on"},
                                                 {"revokedBy", "is revoked by"},
                                                 {"scenarios", "assumes an outage of"},
                                                 {"sees", "sees"},
                                                 {"since", "exists since"},
                                                 {"takesOver", "takes over"},
                                                 {"then", "causes"},
                                                 {"until", "exists until"},
                                                 {"writers", "is written by"}}};
    if (use.field == "payload" || use.field == "fields")
        return use.target == ElementKind::Type
                   ? fmt::format("gives its field {} the type {}", use.item, object)
                   : fmt::format("copies {} into its field {}", object, use.item);
    const auto* found = std::ranges::find(verbs, use.field, &Verb::field);
    // announces, asserts, implies, shows... are verbs themselves
    return fmt::format("{} {}", found == verbs.end() ? use.field : found->verb, object);
}

std::string adviceOn(const RefUse& use, const Ref& ref, const std::string& nearest, std::string otherwise) {
    if (!nearest.empty()) return fmt::format("Did you mean {}?", nearest);
    using enum ElementKind;
    const bool bare = use.target == Claim || use.target == Context || use.target == Stage;
    const bool inForm = !ref.context.empty() && !ref.name.empty() && ref.name.find('/') == std::string::npos;
    if (bare || inForm) return otherwise;
    return fmt::format("Write the reference as context/{}.", kindName(use.target));
}

std::string withArticle(std::string_view noun) {
    const bool vowel =
        !noun.empty() && std::string_view("aeiou").find(noun.front()) != std::string_view::npos;
    return fmt::format("{} {}", vowel ? "an" : "a", noun);
}

std::string nameOf(const Located* located) {
    return located ? located->key.name : "The model";
}

std::vector<std::string> sortedOnce(std::vector<std::string> items) {
    std::ranges::sort(items);
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

std::vector<std::string> eachOnce(std::vector<std::string> items) {
    std::unordered_set<std::string> seen;
    std::erase_if(items, [&](const std::string& item) { return !seen.insert(item).second; });
    return items;
}

const std::vector<std::string_view>& Suggestions::namesOf(ElementKind kind) {
    const auto [known, isNew] = m_names.try_emplace(kind);
    if (!isNew) return known->second;
    if (kind == ElementKind::Stage) {
        if (const auto& migration = m_lookup.model().migration)
            known->second.assign(migration->stages.begin(), migration->stages.end());
    } else {
        for (const Located& located : m_lookup.all())
            if (located.key.kind == kind) known->second.push_back(located.key.name);
    }
    return known->second;
}

std::string Suggestions::nearestTo(const RefUse& use, const Ref& ref, const Located* holder) {
    const auto& names = namesOf(use.target);
    const bool isOwnKind = holder && holder->key.kind == use.target;
    const auto isOwn = [&](std::string_view name) { return isOwnKind && name == holder->key.name; };
    if (!ref.context.empty())
        for (const std::string_view name : names) {
            const bool elsewhere = name.size() > ref.name.size() && name.ends_with(ref.name) &&
                                   name[name.size() - ref.name.size() - 1] == '/';
            if (elsewhere && !isOwn(name)) return std::string(name);
        }
    const std::string said = use.target == ElementKind::Stage ? ref.name : toString(ref);
    const std::string_view nearest = mostSimilar(said, names);
    if (!isOwn(nearest)) return std::string(nearest);
    std::vector<std::string_view> others = names;
    std::erase_if(others, isOwn);
    return std::string(mostSimilar(said, others));
}

} // namespace factline::lint
