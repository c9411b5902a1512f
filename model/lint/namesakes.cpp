// SPDX-License-Identifier: Apache-2.0
#include "lint/namesakes.h"

#include <algorithm>
#include <unordered_map>

#include "base/place_table.h"
#include "domain/sections.h"

namespace factline::lint {

namespace {

using Groups = std::vector<std::vector<Namesake>>;

/// Elements of type T whose bare name stands in more than one context; of a name taken twice in one context
/// the first, as references mean it.
template<typename T>
Groups groupsOf(const Lookup& lookup) {
    std::vector<std::string_view> names; // nearly all stand once
    std::vector<const Located*> first;
    PlaceTable places;
    std::unordered_map<std::string_view, std::vector<const Located*>> byName;
    for (const Located& located : lookup.all()) {
        if (located.key.kind != kindOf<T>()) continue;
        const std::string_view name = std::get<const T*>(located.element)->name;
        if (name.empty()) continue;
        const auto known =
            places.insert(std::hash<std::string_view>{}(name), static_cast<PlaceTable::Place>(names.size()),
                          [&](PlaceTable::Place i) { return names[i] == name; });
        if (!known) {
            names.push_back(name);
            first.push_back(&located);
            continue;
        }
        auto& all = byName[name];
        if (all.empty()) all.push_back(first[*known]);
        all.push_back(&located);
    }
    Groups groups;
    for (auto& [name, elements] : byName) {
        if (elements.size() < 2) continue;
        const auto nameOf = [](const Located* located) -> const std::string& { return located->key.name; };
        std::ranges::stable_sort(elements, {}, nameOf);
        const auto isTwin = [&](const Located* a, const Located* b) { return nameOf(a) == nameOf(b); };
        elements.erase(std::unique(elements.begin(), elements.end(), isTwin), elements.end());
        if (elements.size() < 2) continue;
        auto& group = groups.emplace_back();
        for (const Located* located : elements)
            group.push_back({located, comparable(std::get<const T*>(located->element)->means), {}});
    }
    std::ranges::sort(groups, {}, [](const auto& group) { return group.front().element->key.name; });
    return groups;
}

} // namespace

std::vector<std::vector<Namesake>> namesakeFacts(const Survey& survey) {
    auto groups = groupsOf<Fact>(survey.lookup);
    for (auto& group : groups)
        for (Namesake& namesake : group)
            if (const auto found = survey.successions.find(namesake.element->key.name);
                found != survey.successions.end())
                namesake.succession = found->second;
    return groups;
}

std::vector<std::vector<Namesake>> namesakeEvents(const Survey& survey) {
    return groupsOf<Event>(survey.lookup);
}

std::string comparable(std::string_view means) {
    std::string words;
    for (const char c : means) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            words += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    while (!words.empty() && (words.back() == ' ' || words.back() == '.'))
        words.pop_back();
    return words;
}

Others::Others(const std::vector<Namesake>& group) {
    for (const Namesake& namesake : group)
        for (Tally* tally : {&m_all, &m_byDefinition[namesake.definition]}) {
            ++tally->count;
            if (namesake.succession.empty()) continue;
            tally->firsts.push_back(namesake.succession.first);
            tally->ends.push_back(namesake.succession.end);
        }
    const auto sort = [](Tally& tally) {
        std::ranges::sort(tally.firsts);
        std::ranges::sort(tally.ends);
    };
    sort(m_all);
    for (auto& [definition, tally] : m_byDefinition)
        sort(tally);
}

std::size_t Others::of(const Namesake& fact) const {
    return m_all.count - tied(m_all, fact, true);
}

std::size_t Others::of(const Namesake& fact, std::string_view definition) const {
    const auto found = m_byDefinition.find(definition);
    return found == m_byDefinition.end()
               ? 0
               : found->second.count - tied(found->second, fact, definition == fact.definition);
}

std::size_t Others::tied(const Tally& tally, const Namesake& fact, bool isCounted) {
    if (fact.succession.empty()) return isCounted ? 1 : 0;
    const auto upTo = [](const std::vector<std::size_t>& numbers, std::size_t most) {
        return static_cast<std::size_t>(std::ranges::upper_bound(numbers, most) - numbers.begin());
    };
    const auto [first, end] = fact.succession;
    const std::size_t itselfAndBefore = upTo(tally.firsts, first) - upTo(tally.ends, first);
    const std::size_t after = upTo(tally.firsts, end - 1) - upTo(tally.firsts, first);
    return itselfAndBefore + after;
}

std::vector<const Namesake*> differentlyDefined(const std::vector<Namesake>& group) {
    const Others others(group);
    std::vector<const Namesake*> found;
    for (const Namesake& namesake : group) {
        if (namesake.definition.empty()) continue;
        const std::size_t agreeing = others.of(namesake, {}) + others.of(namesake, namesake.definition);
        if (others.of(namesake) > agreeing) found.push_back(&namesake);
    }
    return found;
}

} // namespace factline::lint
