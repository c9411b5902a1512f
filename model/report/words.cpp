// SPDX-License-Identifier: Apache-2.0
#include "report/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "domain/enums.h"
#include "freshness/reason.h"

namespace factline::report {

Text plain(std::string text) {
    return {{std::move(text), Tone::Plain}};
}

Span name(std::string text) {
    return {std::move(text), Tone::Name};
}

Span quiet(std::string text) {
    return {std::move(text), Tone::Quiet};
}

namespace {

std::string noun(std::size_t count, std::string_view one, std::string_view many) {
    if (count == 1) return std::string(one);
    return many.empty() ? std::string(one) + "s" : std::string(many);
}

} // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, noun(count, one, many));
}

std::string spokenCount(std::size_t count, std::string_view one, std::string_view many) {
    static constexpr std::array<std::string_view, 13> numbers{"no",   "one",    "two",   "three", "four",
                                                              "five", "six",    "seven", "eight", "nine",
                                                              "ten",  "eleven", "twelve"};
    if (count >= numbers.size()) return counted(count, one, many);
    return fmt::format("{} {}", numbers[count], noun(count, one, many));
}

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string_view verdictWord(freshness::Verdict verdict) {
    return freshness::spoken(verdict);
}

Span verdictSpan(freshness::Verdict verdict) {
    using enum freshness::Verdict;
    const Tone tone = verdict == Proven || verdict == Expected ? Tone::Good
                      : verdict == Impossible                  ? Tone::Bad
                                                               : Tone::Fair;
    return {capital(std::string(verdictWord(verdict))), tone};
}

Span severitySpan(Severity severity) {
    return {capital(std::string(word(severity))), severity == Severity::Error     ? Tone::Bad
                                                  : severity == Severity::Warning ? Tone::Fair
                                                                                  : Tone::Quiet};
}

Text shortList(const std::vector<std::string>& names, std::size_t most, std::string_view gap) {
    Text text;
    const std::size_t shown = names.size() <= most + 1 ? names.size() : most;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) text.push_back({std::string(gap), Tone::Plain});
        text.push_back(name(names[i]));
    }
    if (shown < names.size())
        text.push_back(quiet(fmt::format("{}and {} more", gap == ", " ? " " : gap, names.size() - shown)));
    return text;
}

std::string contextOf(const ElementKey& key) {
    switch (key.kind) {
    case ElementKind::Model:
    case ElementKind::Claim:
    case ElementKind::Audience:
    case ElementKind::Stage:
    case ElementKind::Scenario:
        return {};
    case ElementKind::Context:
        return key.name;
    default:
        return key.name.substr(0, key.name.find('/'));
    }
}

} // namespace factline::report
