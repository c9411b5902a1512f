// SPDX-License-Identifier: Apache-2.0
#include "diagram/wrap.h"

#include <algorithm>

namespace factline::diagram {

namespace {

bool isLower(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Byte offsets at which a second line may begin.
std::vector<std::size_t> breaks(std::string_view text) {
    std::vector<std::size_t> result;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool word =
            text[i - 1] == ' ' || text[i - 1] == '-' || text[i - 1] == '_' || text[i - 1] == '.';
        const bool hump = isUpper(text[i]) && isLower(text[i - 1]);
        const bool abbreviation =
            i + 1 < text.size() && isUpper(text[i]) && isUpper(text[i - 1]) && isLower(text[i + 1]);
        if (word || hump || abbreviation) result.push_back(i);
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string readableName(ElementKind kind, std::string_view name) {
    std::string text(name);
    if (kind != ElementKind::Event) std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string headingFromName(std::string_view name) {
    std::string text = readableName(ElementKind::Context, name);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string elideMiddle(std::string_view text, double width, const TextMeasure& measure, TextRole role) {
    if (measure.measure(text, role).width <= width) return std::string(text);
    std::vector<std::size_t> starts; // of code points
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!isContinuation(text[i])) starts.push_back(i);
    starts.push_back(text.size());
    const std::size_t count = starts.size() - 1;
    const auto keep = [&](std::size_t kept) {
        const std::size_t head = (kept + 1) / 2;
        return std::string(trimmed(text.substr(0, starts[head]))) + "…" +
               std::string(text.substr(starts[count - kept / 2]));
    };
    std::size_t fits = 0;
    std::size_t tooMany = count;
    while (tooMany - fits > 1) {
        const std::size_t middle = (fits + tooMany) / 2;
        (measure.measure(keep(middle), role).width <= width ? fits : tooMany) = middle;
    }
    return keep(fits);
}

std::vector<std::string> halved(std::string_view text) {
    const auto length = [](std::string_view part) {
        return std::ranges::count_if(part, [](char c) { return !isContinuation(c); });
    };
    std::vector<std::string> best{std::string(text)};
    auto longest = length(text);
    for (const std::size_t at : breaks(text)) {
        const auto head = trimmed(text.substr(0, at));
        const auto tail = text.substr(at);
        const auto longer = std::max(length(head), length(tail));
        if (longer >= longest) continue;
        best = {std::string(head), std::string(tail)};
        longest = longer;
    }
    return best;
}

std::vector<std::string> wrapLabel(std::string_view text, double width, const TextMeasure& measure,
                                   TextRole role) {
    const auto widthOf = [&](std::string_view part) { return measure.measure(part, role).width; };
    if (widthOf(text) <= width) return {std::string(text)};
    std::string_view first;
    std::string_view second;
    double widest = 0;
    for (const std::size_t at : breaks(text)) {
        const auto head = trimmed(text.substr(0, at));
        const auto tail = text.substr(at);
        const double headWidth = widthOf(head);
        if (headWidth > width) break;
        const double both = std::max(headWidth, widthOf(tail));
        if (!first.empty() && both >= widest) continue;
        first = head;
        second = tail;
        widest = both;
    }
    if (first.empty()) return {elideMiddle(text, width, measure, role)};
    return {std::string(first), elideMiddle(second, width, measure, role)};
}

} // namespace factline::diagram
