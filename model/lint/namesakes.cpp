// SPDX-License-Identifier: Apache-2.0
#include "lint/namesakes.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace factline::lint {

namespace {

using Groups = std::vector<std::vector<Namesake>>;

/// Elements of type T whose bare name stands in more than one context; of a name taken twice in one context
/// the first, as references mean it.
template<typename T>
Groups groupsOf(const Lookup& lookup) {
    std::unordered_map<std::string_view, std::vector<const Located*>> byName;
    for (const Located& located : lookup.all()) {
        const auto* element = std::get_if<const T*>(&located.element);
        if (!element || (*element)->name.empty()) continue;
        byName[(*element)->name].push_back(&located);
    }
    Groups groups;
    for (auto& [name, elements] : byName) {
        if (elements.size() < 2) continue;
        const auto nameOf = [](const Located* located) -> const std::string& { return located->key.name; };
        std::ranges::stable_sort(elements, {}, nameOf);
        const auto twins = std::ranges::unique(elements, {}, nameOf);
        elements.erase(twins.begin(), twins.end());
        if (elements.size() < 2) continue;
        auto& group = groups.emplace_back();
        for (const Located* located : elements)
            group.push_back({located, comparable(std::get<const T*>(located->element)->means), group.size()});
    }
    std::ranges::sort(groups, {}, [](const auto& group) { return group.front().element->key.name; });
    return groups;
}

/// A fact that takes another one over carries on its lineage; of several successors the first does.
void joinLineages(std::vector<Namesake>& group) {
    std::unordered_map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < group.size(); ++i)
        place.emplace(group[i].element->key.name, i);
    std::vector<std::size_t> before(group.size(), group.size());
    std::unordered_set<std::size_t> succeeded;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Ref& old = std::get<const Fact*>(group[i].element->element)->takesOver;
        if (old.empty()) continue;
        const auto found = place.find(toString(old));
        if (found != place.end() && found->second != i && succeeded.insert(found->second).second)
            before[i] = found->second;
    }
    // Each has one before it and one after it at the most; a walk of as many steps as there are members ends
    // even where facts take one another over in a circle.
    std::vector<std::size_t> after(group.size(), group.size());
    for (std::size_t i = 0; i < group.size(); ++i)
        if (before[i] < group.size()) after[before[i]] = i;
    std::vector<bool> done(group.size());
    const auto follow = [&](std::size_t first) {
        for (std::size_t i = first; i < group.size() && !done[i]; i = after[i]) {
            done[i] = true;
            group[i].lineage = first;
        }
    };
    for (std::size_t i = 0; i < group.size(); ++i)
        if (before[i] == group.size()) follow(i);
    for (std::size_t i = 0; i < group.size(); ++i)
        follow(i);
}

} // namespace

std::vector<std::vector<Namesake>> namesakeFacts(const Lookup& lookup) {
    auto groups = groupsOf<Fact>(lookup);
    for (auto& group : groups)
        joinLineages(group);
    return groups;
}

std::vector<std::vector<Namesake>> namesakeEvents(const Lookup& lookup) {
    return groupsOf<Event>(lookup);
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

std::vector<const Namesake*> differentlyDefined(const std::vector<Namesake>& group) {
    std::unordered_map<std::string_view, std::size_t> withDefinition;
    std::unordered_map<std::size_t, std::size_t> ofLineage;
    std::unordered_map<std::string, std::size_t> withBoth;
    const auto both = [](const Namesake& n) { return std::to_string(n.lineage) + ' ' + n.definition; };
    std::size_t defined = 0;
    for (const Namesake& namesake : group) {
        if (namesake.definition.empty()) continue;
        ++defined;
        ++withDefinition[namesake.definition];
        ++ofLineage[namesake.lineage];
        ++withBoth[both(namesake)];
    }
    std::vector<const Namesake*> found;
    for (const Namesake& namesake : group) {
        if (namesake.definition.empty()) continue;
        const std::size_t others = defined - withDefinition[namesake.definition] -
                                   ofLineage[namesake.lineage] + withBoth[both(namesake)];
        if (others > 0) found.push_back(&namesake);
    }
    return found;
}

} // namespace factline::lint
