// SPDX-License-Identifier: Apache-2.0
#include "lint/words/verbs.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "lint/words/vocabulary.h"
#include "lint/words/word_list.h"
#include "lint/words/wordnet_tables.h"

namespace factline::lint {

namespace {

template<typename Take>
void forEachWord(std::string_view table, Take take) {
    for (std::size_t begin = 0; begin < table.size();) {
        const std::size_t end = std::min(table.find(' ', begin), table.size());
        if (end > begin) take(table.substr(begin, end - begin));
        begin = end + 1;
    }
}

using Pasts = std::unordered_map<std::string_view, std::string_view>;
using WordSet = std::unordered_set<std::string_view>;

/// A table of pasts and their verbs: "rose=rise".
Pasts pastsOf(std::string_view table) {
    Pasts pasts;
    forEachWord(table, [&](std::string_view entry) {
        const auto sign = entry.find('=');
        pasts.emplace(entry.substr(0, sign), entry.substr(sign + 1));
    });
    return pasts;
}

WordSet wordsOfTable(std::string_view table) {
    WordSet words;
    forEachWord(table, [&](std::string_view word) { words.insert(word); });
    return words;
}

const Pasts& irregulars() {
    static const Pasts pasts = pastsOf(wordnetIrregulars);
    return pasts;
}

const Pasts& pastsBehind() {
    static const Pasts pasts = pastsOf(wordnetPastsBehind);
    return pasts;
}

const Pasts& pastsBefore() {
    static const Pasts pasts = pastsOf(wordnetPastsBefore);
    return pasts;
}

const WordSet& verbs() {
    static const WordSet words = wordsOfTable(wordnetVerbs);
    return words;
}

bool isVerb(std::string_view word) {
    return verbs().contains(word) || isOrderingVerb(word) || isRowVerb(word) || isMemberVerb(word) ||
           isVagueVerb(word);
}

/// Verbs whose past looks like their base form. Those that names use as nouns (cost, bid, cast of a film)
/// only where the verb is the usual reading.
constexpr auto unchanging =
    words<"set put cut split hit let shut cast read spread quit shed beat burst thrust">;

constexpr auto prefixes = words<"un re over under out mis pre dis de fore co auto">;

/// Nouns and adjectives that end like a past of four letters and more (for -eed see below).
constexpr auto noPast =
    words<"shed sled shred hundred sacred naked embed biped moped hatred unwed wicked rugged infrared">;

/// Words that end in -eed by themselves; all others are the past of a verb in -ee: agreed, freed.
constexpr auto eed = words<"need feed seed speed weed deed breed ceed heed steed bleed tweed">;

bool isVowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// Whether the -ed of a word makes it a past: "need", "feed" and "speed" end so by themselves, "agreed" does
/// not.
bool hasPastEnding(std::string_view word) {
    if (word.size() < 4 || !word.ends_with("ed")) return false;
    if (isIn(noPast, word)) return false;
    if (word.ends_with("eed"))
        return word != "greed" && !std::ranges::any_of(eed, [&](auto end) { return word.ends_with(end); });
    // a syllable before it: "shed", "bled" have none
    const auto stem = word.substr(0, word.size() - 2);
    return std::ranges::any_of(stem, [](char c) { return isVowel(c) || c == 'y'; });
}

/// A particle written as one with its verb ("rolledback"); empty: none.
std::string_view withoutGluedParticle(std::string_view word) {
    for (const std::string_view particle : {"back", "out", "off", "down", "up"})
        if (word.size() > particle.size() + 4 && word.ends_with(particle)) {
            const auto verb = word.substr(0, word.size() - particle.size());
            if (hasPastEnding(verb)) return verb;
        }
    return {};
}

/// Calls `test` with the word, then with what is left of it behind each prefix, until one is true.
template<typename Test>
bool withoutPrefix(std::string_view word, Test test) {
    if (test(word)) return true;
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
        return word.size() > prefix.size() + 2 && word.starts_with(prefix) &&
               test(word.substr(prefix.size()));
    });
}

} // namespace

PastForm pastForm(std::string_view word) {
    if (isNever(word)) return PastForm::No;
    if (hasPastEnding(word) || !withoutGluedParticle(word).empty()) return PastForm::Yes;
    if (withoutPrefix(word, [](std::string_view rest) { return irregulars().contains(rest); }))
        return PastForm::Yes;
    const bool same = withoutPrefix(word, [](std::string_view rest) { return isIn(unchanging, rest); });
    return same || pastsBehind().contains(word) ? PastForm::Same : PastForm::No;
}

bool isPastBefore(std::string_view word, std::string_view particle) {
    const bool moves = particle == "up" || particle == "down" || particle == "off" || particle == "out";
    return moves && pastsBefore().contains(word);
}

std::string baseForm(std::string_view past) {
    if (const auto verb = withoutGluedParticle(past); !verb.empty()) return baseForm(verb);
    for (const Pasts* pasts : {&irregulars(), &pastsBehind(), &pastsBefore()})
        if (const auto found = pasts->find(past); found != pasts->end()) return std::string(found->second);
    if (!hasPastEnding(past)) {
        for (const auto prefix : prefixes)
            if (past.size() > prefix.size() + 2 && past.starts_with(prefix))
                if (const auto found = irregulars().find(past.substr(prefix.size()));
                    found != irregulars().end())
                    return std::string(prefix) + std::string(found->second);
        return std::string(past);
    }
    const auto withE = past.substr(0, past.size() - 1), stem = past.substr(0, past.size() - 2);
    const std::size_t n = stem.size();
    if (stem.ends_with('i')) return std::string(stem.substr(0, n - 1)) + 'y';
    const bool doubled = n > 2 && stem[n - 1] == stem[n - 2] && !isVowel(stem[n - 1]);
    for (const auto candidate : {withE, stem, doubled ? stem.substr(0, n - 1) : stem})
        if (isVerb(candidate)) return std::string(candidate);
    if (doubled && std::string_view("lsz").find(stem[n - 1]) == std::string_view::npos)
        return std::string(stem.substr(0, n - 1));
    // one consonant behind one vowel is spoken with an e: "update", "merge" end so; "edit", "open" are verbs
    // known
    const bool short_ = n > 1 && !isVowel(stem[n - 1]) && isVowel(stem[n - 2]) && stem[n - 1] != 'w' &&
                        stem[n - 1] != 'x' && stem[n - 1] != 'y' && !(n > 2 && isVowel(stem[n - 3]));
    // so is an s behind another consonant: "lapse", "endorse"
    const bool lapse = stem[n - 1] == 's' && n > 2 && !isVowel(stem[n - 2]) && stem[n - 2] != 's';
    return std::string(short_ || lapse ? withE : stem);
}

bool isPlainVerb(std::string_view word) {
    return verbs().contains(word) || isRowVerb(word) || isMemberVerb(word);
}

bool isAlsoNoun(std::string_view verb) {
    static const WordSet words = wordsOfTable(wordnetVerbsAndNouns);
    return words.contains(verb) || isThing(verb) || verb == "update" || verb == "sync" || verb == "edit" ||
           (isOrderingVerb(verb) && (!isClosingVerb(verb) || verb == "ship"));
}

bool isVerbAtEnd(std::string_view word) {
    const auto isOne = [](std::string_view verb) {
        return (isPlainVerb(verb) && !isThing(verb)) || isClosingVerb(verb);
    };
    if (isOne(word)) return true;
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
        return word.size() > prefix.size() + 3 && word.starts_with(prefix) &&
               isOne(word.substr(prefix.size()));
    });
}

bool isImperative(std::string_view word) {
    if (isVerb(word)) return true;
    // -ify and -ize make verbs of nouns and adjectives: newer ones stand in no dictionary
    if (word.size() > 5 && (word.ends_with("ify") || word.ends_with("ize") || word.ends_with("ise")))
        return true;
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { // unfollow, reprovision
        return word.size() > prefix.size() + 3 && word.starts_with(prefix) &&
               isVerb(word.substr(prefix.size()));
    });
}

} // namespace factline::lint
