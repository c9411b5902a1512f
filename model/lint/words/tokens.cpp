// SPDX-License-Identifier: Apache-2.0
#include "lint/words/tokens.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "lint/words/vocabulary.h"

namespace factline::lint {

namespace {

// Letters of other alphabets belong to words; which of them are capitals is not asked.
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLower(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
char small(char c) {
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "v1", "v1beta3", "V2", "3": digits, or a v and digits with a release stage behind.
bool isVersion(std::string_view word) {
    if (word.empty()) return false;
    if (std::ranges::all_of(word, isDigit)) return true;
    if (word.size() < 2 || (word.front() != 'v' && word.front() != 'V') || !isDigit(word[1])) return false;
    const auto stage = std::ranges::find_if_not(word.substr(1), isDigit) - word.begin();
    auto rest = word.substr(static_cast<std::size_t>(stage));
    for (const std::string_view name : {"alpha", "beta", "rc", "preview"})
        if (rest.starts_with(name)) rest.remove_prefix(name.size());
    return std::ranges::all_of(rest, isDigit);
}

bool isSeparator(char c) {
    return c == '.' || c == '/' || c == ':' || c == '|' || c == '#' || c == '\\';
}

std::vector<std::string_view> segmentsOf(std::string_view name) {
    std::vector<std::string_view> segments;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        if (i < name.size() && !isSeparator(name[i])) continue;
        const auto segment = name.substr(begin, i - begin);
        if (!segment.empty() && !isVersion(segment)) segments.push_back(segment);
        begin = i + 1;
    }
    return segments;
}

/// Versions and the kind of message at the end: they say how it is sent, not what has happened. What is left
/// has one word at least.
void dropKind(NameWords& name) {
    auto& words = name.words;
    std::optional<std::string> kind;
    while (words.size() > 1 && (isVersion(words.back()) || isMessageKind(words.back()))) {
        if (!isVersion(words.back())) {
            name.isPlural = name.isPlural || words.back().back() == 's';
            name.isOrder = name.isOrder || words.back() == "command" || words.back() == "cmd";
        }
        if (isMessageKind(words.back())) kind = words.back();
        words.pop_back();
    }
    // "DomainEvent" and "IntegrationEvent" are one kind
    while (kind && words.size() > 1 && isMessageScope(words.back()))
        words.pop_back();
}

} // namespace

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!isUpper(c) && !isLower(c) && !isDigit(c)) {
            end();
            continue;
        }
        // a capital begins a word after a small letter or digit, and where the next letter is small
        // ("HTTPServer")
        const bool afterSmall = i > 0 && (isLower(text[i - 1]) || isDigit(text[i - 1]));
        const bool beforeSmall = i + 1 < text.size() && isLower(text[i + 1]);
        if (isUpper(c) && (afterSmall || beforeSmall)) end();
        word += small(c);
    }
    end();
    return words;
}

NameWords splitName(std::string_view name) {
    NameWords result;
    auto segments = segmentsOf(name);
    const auto isTail = [](std::string_view segment) {
        const auto words = wordsOf(segment);
        return words.empty() || isQualifier(words.front());
    };
    while (segments.size() > 1 && isTail(segments.back()))
        segments.pop_back();
    if (segments.empty()) return result;
    result.words = wordsOf(segments.back());
    dropKind(result);
    for (const auto segment : std::span(segments).first(segments.size() - 1))
        std::ranges::move(wordsOf(segment), std::back_inserter(result.entity));
    result.wordsBefore = segments.size() > 1 ? wordsOf(segments[segments.size() - 2]).size() : 0;
    const auto last = segments.back();
    const bool capital = isUpper(last.front()) && std::ranges::any_of(last, isLower);
    if (capital || last.find(' ') != std::string_view::npos)
        result.style = NameStyle::Pascal;
    else
        result.style = segments.size() > 1 ? NameStyle::Dotted : NameStyle::Plain;
    return result;
}

} // namespace factline::lint
