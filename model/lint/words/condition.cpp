// SPDX-License-Identifier: Apache-2.0
#include "lint/words/condition.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/words/verbs.h"
#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

bool describes(std::string_view word) {
    // "deliverable" is a thing
    static constexpr std::array<std::string_view, 5> things{"variable", "deliverable", "receivable",
                                                            "consumable", "wearable"};
    const bool able = word.size() > 7 && (word.ends_with("able") || word.ends_with("ible"));
    return isStateWord(word) || isQuality(word) || isGoing(word) ||
           (able && std::ranges::find(things, word) == things.end());
}

/// Where something is, or how it runs: up, down, off, away, live.
bool isWhereabouts(std::string_view word) {
    return word == "up" || word == "down" || word == "off" || word == "away" || word == "live";
}

/// "claim under review", "transfer on hold": no order says where a thing is before it says which one.
bool isWhere(const std::vector<std::string>& words) {
    if (words.size() != 3) return false;
    const bool inState = words[1] == "in" || words[1] == "on";
    return inState ? words[2] == "hold" || words[2] == "transit" || words[2] == "review"
                   : isPlacing(words[1]) && words[1] != "over" && words[1] != "at";
}

/// "out for", "back in", "off to": a particle and a preposition.
bool needsNoVerb(std::string_view particle, std::string_view next) {
    const bool moves =
        isWhereabouts(particle) || particle == "out" || particle == "back" || particle == "behind";
    return moves && isPreposition(next) && next != "to"; // "up to" is a preposition itself
}

} // namespace

bool isCondition(const std::vector<std::string>& words) {
    const auto tail = std::find_if(words.begin() + 1, words.end(),
                                   [](const auto& word) { return isPreposition(word) || isPlacing(word); });
    if (describes(*(tail - 1)) || isStateWord(words.back()) || isStateWord(words.front()) ||
        (words.size() > 1 && isQuality(words.back())))
        return true;
    if (words.size() == 1) return false;
    if (isPlacing(words.front()) || (tail != words.end() && isPlacing(*tail))) return true;
    const auto pair = std::ranges::adjacent_find(words, needsNoVerb);
    return pair != words.end() || (isWhereabouts(words.back()) && !isImperative(words[words.size() - 2]) &&
                                   !isParticle(words[words.size() - 2]));
}

bool tellsOfThing(const std::vector<std::string>& words) {
    if (words.size() < 2) return false;
    const std::string &first = words.front(), &last = words.back();
    if (isMakingVerb(first)) return false;
    if (isAlsoNoun(first) && (isStateWord(last) || isQuality(last) || isWhere(words))) return true;
    if (!isThing(first)) return false;
    // "link guest information" is an order: what is known of somebody can be linked and released, a status
    // cannot
    const bool isStatus = last == "status" || last == "state" || (words.size() == 2 && isVagueObject(last));
    return isStatus || !verbOfNoun(last).empty();
}

bool isNounPhrase(const std::vector<std::string>& words) {
    return words.size() > 2 && (words[1] == "of" || (words[1] == "for" && isOrderingVerb(words.front())));
}

bool isPossession(const std::vector<std::string>& words) {
    return words.size() > 2 && std::ranges::any_of(words.begin() + 1, words.end(), [](std::string_view word) {
               return word == "has" || word == "have" || word == "had" || word == "was" || word == "were";
           });
}

} // namespace factline::lint
