// SPDX-License-Identifier: Apache-2.0
#include "lint/words/predicate.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lint/words/verbs.h"
#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

/// "data set", "rule set": a collection, no predicate.
bool isCollection(std::string_view word, std::string_view set) {
    static constexpr std::array<std::string_view, 9> list{"data", "rule",  "change", "record", "result",
                                                          "sub",  "skill", "char",   "tool"};
    return set == "set" && std::ranges::find(list, word) != list.end();
}

/// A past by its form and, where the form says nothing, by not being the first of several words: "set price"
/// is an order, "price set" is not.
bool isPast(const std::vector<std::string>& words, std::size_t i) {
    if (i > 0 && i + 1 < words.size() && isPastBefore(words[i], words[i + 1])) return true;
    const auto form = pastForm(words[i]);
    if (form != PastForm::Same) return form == PastForm::Yes;
    return words.size() == 1 || (i > 0 && !isCollection(words[i - 1], words[i]));
}

/// "status changed to stock confirmed": behind "to" stands the state that was reached, in however many words.
bool reachesState(const std::vector<std::string>& words, std::size_t at) {
    static constexpr std::array<std::string_view, 5> verbs{"changed", "transitioned", "switched", "turned",
                                                           "set"};
    return at + 1 < words.size() && words[at + 1] == "to" &&
           std::ranges::find(verbs, words[at]) != verbs.end();
}

/// "marked uncollectible", "made free": what it was made stands behind.
bool isMaking(std::string_view word) {
    return word == "marked" || word == "made" || word == "declared" || word == "rendered" || word == "deemed";
}

std::optional<std::size_t> beforeTail(const std::vector<std::string>& words) {
    for (std::size_t i = words.size(); i-- > 1;) {
        if (!isPreposition(words[i]) && !isParticle(words[i])) continue;
        std::size_t before = i - 1;
        while (before > 0 && isAdverb(words[before])) // "shipped late to"
            --before;
        if (isPast(words, before)) return before;
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> findPredicate(const std::vector<std::string>& words) {
    if (words.empty()) return std::nullopt;
    std::size_t last = words.size() - 1;
    while (last > 0 && (isParticle(words[last]) || isAdverb(words[last])))
        --last;
    const auto tail = beforeTail(words);
    if (isPast(words, last)) {
        const bool isReached = last > 0 && (words[last - 1] == "as" || words[last - 1] == "to");
        if (tail && (isReached || reachesState(words, *tail))) return tail;
        return isReached && isImperative(words.front()) ? std::nullopt : std::optional(last);
    }
    const bool isOrder = pastForm(words.front()) != PastForm::Yes;
    if (tail) return isOrder && *tail > 1 && isPlainVerb(words.front()) ? std::nullopt : tail;
    if (isOrder && isImperative(words.front())) return std::nullopt;
    const auto end = std::find_if(words.begin() + 1, words.end(), isPreposition) - words.begin();
    constexpr std::size_t objectWords = 2;
    for (std::size_t i = static_cast<std::size_t>(end); i-- > 0;) {
        const bool near = static_cast<std::size_t>(end) - 1 - i <= objectWords;
        if (near && (i > 0 || isMaking(words[i])) && pastForm(words[i]) == PastForm::Yes) return i;
    }
    return std::nullopt;
}

bool isHeldBack(const std::vector<std::string>& words, std::size_t predicate) {
    while (predicate > 0 && (isAdverb(words[predicate - 1]) || isPastAuxiliary(words[predicate - 1])))
        --predicate;
    return predicate > 0 && (isDenial(words[predicate - 1]) || words[predicate - 1] == "being");
}

} // namespace factline::lint
