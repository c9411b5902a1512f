// SPDX-License-Identifier: Apache-2.0
#include "lint/phrases.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_set>

#include "base/similar.h"

namespace factline::lint {

namespace {

Phrase inARow(std::span<const std::string> items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

Phrase inARow(std::span<const Phrase> items) {
    std::vector<Phrase> parts;
    for (const Phrase& item : items) {
        if (!parts.empty()) parts.emplace_back(", ");
        parts.push_back(item);
    }
    return Phrase::row(std::move(parts));
}

template<typename Item>
Phrase enumerated(const std::vector<Item>& items) {
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    const std::size_t shown = items.size() > 5 ? 4 : items.size() - 1;
    const Phrase head = inARow(std::span(items.data(), shown));
    return shown + 1 == items.size() ? Phrase::of("{} and {}", head, items.back())
                                     : Phrase::of("{} and {} more", head, items.size() - shown);
}

template<typename Item, typename Key>
std::vector<Item> once(std::vector<Item> items, const Key& key) {
    std::unordered_set<std::string> seen;
    std::erase_if(items, [&](const Item& item) { return !seen.insert(key(item)).second; });
    return items;
}

} // namespace

Phrase enumeration(const std::vector<std::string>& items) {
    return enumerated(items);
}

Phrase enumeration(const std::vector<Phrase>& items) {
    return enumerated(items);
}

Phrase usage(const Phrase& holder, const RefUse& use, const Phrase& object) {
    if (use.field == "payload" || use.field == "fields")
        return use.target == ElementKind::Type
                   ? Phrase::of("{} gives its field {} the type {}", holder, use.item, object)
                   : Phrase::of("{} copies {} into its field {}", holder, object, use.item);
    struct Verb {
        std::string_view field;
        Phrase::Pattern<2> says;
    };
    static constexpr std::array verbs{
        Verb{"announces", Phrase::clause("{} announces {}")},
        Verb{"asserts", Phrase::clause("{} asserts {}")},
        Verb{"channel", Phrase::clause("{} is sent on {}")},
        Verb{"compensatedBy", Phrase::clause("{} is compensated by {}")},
        Verb{"denies", Phrase::clause("{} denies {}")},
        Verb{"derivedFrom", Phrase::clause("{} is derived from {}")},
        Verb{"event", Phrase::clause("{} consumes {}")},
        Verb{"excludes", Phrase::clause("{} excludes {}")},
        Verb{"freshness.from", Phrase::clause("{} measures its freshness from {}")},
        Verb{"implies", Phrase::clause("{} implies {}")},
        Verb{"migration.now", Phrase::clause("{} stands at {}")},
        Verb{"of", Phrase::clause("{} is about {}")},
        Verb{"reads", Phrase::clause("{} reads {}")},
        Verb{"reconciled.against", Phrase::clause("{} is reconciled against {}")},
        Verb{"rebuild.from", Phrase::clause("{} is rebuilt from {}")},
        Verb{"relations", Phrase::clause("{} has a relation to {}")},
        Verb{"reliesOn", Phrase::clause("{} relies on {}")},
        Verb{"revokedBy", Phrase::clause("{} is revoked by {}")},
        Verb{"scenarios", Phrase::clause("{} assumes an outage of {}")},
        Verb{"sees", Phrase::clause("{} sees {}")},
        Verb{"shows", Phrase::clause("{} shows {}")},
        Verb{"since", Phrase::clause("{} exists since {}")},
        Verb{"takesOver", Phrase::clause("{} takes over {}")},
        Verb{"then", Phrase::clause("{} causes {}")},
        Verb{"until", Phrase::clause("{} exists until {}")},
        Verb{"writers", Phrase::clause("{} is written by {}")},
    };
    const auto* found = std::ranges::find(verbs, use.field, &Verb::field);
    // a field of another name is a verb itself
    return found == verbs.end() ? Phrase::row({holder, " ", use.field, " ", object})
                                : Phrase::of(found->says, holder, object);
}

Phrase andDecides(const std::vector<std::string>& decisions) {
    if (decisions.empty()) return {};
    return decisions.size() == 1 ? Phrase::of(", and {} decides on it", decisions.front())
                                 : Phrase::of(", and {} decide on it", enumeration(decisions));
}

Phrase adviceOn(const RefUse& use, const Ref& ref, const std::string& nearest, Phrase otherwise) {
    if (!nearest.empty()) return Phrase::of("Did you mean {}?", nearest);
    using enum ElementKind;
    const bool bare = use.target == Claim || use.target == Context || use.target == Stage;
    const bool inForm = !ref.context.empty() && !ref.name.empty() && ref.name.find('/') == std::string::npos;
    if (bare || inForm) return otherwise;
    return Phrase::of("Write the reference as context/{}.", kindName(use.target));
}

Phrase withArticle(ElementKind kind) {
    const bool vowel = std::string_view("aeiou").find(kindName(kind).front()) != std::string_view::npos;
    return vowel ? Phrase::of("an {}", nounOf(kind)) : Phrase::of("a {}", nounOf(kind));
}

Phrase nameOf(const Located* located) {
    return located ? Phrase(located->key.name) : Phrase::of("The model");
}

std::vector<std::string> sortedOnce(std::vector<std::string> items) {
    std::ranges::sort(items);
    items.erase(std::unique(items.begin(), items.end()), items.end());
    return items;
}

std::vector<std::string> eachOnce(std::vector<std::string> items) {
    return once(std::move(items), std::identity());
}

std::vector<Phrase> eachOnce(std::vector<Phrase> items) {
    return once(std::move(items), [](const Phrase& phrase) { return phrase.english(); });
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
