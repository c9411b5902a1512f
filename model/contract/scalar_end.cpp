// SPDX-License-Identifier: Apache-2.0
#include "contract/scalar_end.h"

#include <algorithm>

namespace factline::contract {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::uint32_t endOfQuoted(std::string_view text, std::size_t at) {
    const char quote = text[at++];
    while (at < text.size()) {
        if (quote == '"' && text[at] == '\\') {
            at += 2;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote)
                return static_cast<std::uint32_t>(at + 1);
            at += 2;
        } else {
            ++at;
        }
    }
    return static_cast<std::uint32_t>(text.size());
}

// A plain scalar holds no escapes: its characters stand in the file in the same order, only blanks differ.
std::uint32_t endOfPlain(std::string_view text, std::size_t at, std::string_view value) {
    std::size_t end = at;
    for (const char c : value) {
        if (isBlank(c)) continue;
        while (at < text.size() && isBlank(text[at]))
            ++at;
        if (at >= text.size()) break;
        end = ++at;
    }
    return static_cast<std::uint32_t>(end);
}

// Every line of a block scalar is indented at least as far as its first line less the blanks that line says.
std::uint32_t endOfBlock(std::string_view text, std::size_t at, std::string_view value) {
    const auto lineEnd = [&](std::size_t from) { return std::min(text.find('\n', from), text.size()); };
    const auto contentEnd = [&](std::size_t from) {
        std::size_t end = lineEnd(from);
        if (end > from && text[end - 1] == '\r') --end;
        return end;
    };
    std::size_t end = contentEnd(at); // the header's line
    while (end > at && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        --end;
    const std::size_t firstChar = value.find_first_not_of('\n');
    if (firstChar == std::string_view::npos) return static_cast<std::uint32_t>(end);
    const std::size_t said = std::min(value.find_first_not_of(' ', firstChar), value.size()) - firstChar;
    std::size_t indent = 0;
    bool first = true;
    for (std::size_t line = lineEnd(at) + 1; line < text.size(); line = lineEnd(line) + 1) {
        const std::size_t stop = contentEnd(line);
        const std::size_t content = std::min(text.find_first_not_of(' ', line), stop);
        const bool empty = content >= stop;
        if (empty && (!first || content - line < said)) continue;
        if (first) {
            indent = content - line >= said ? content - line - said : 0;
            first = false;
        } else if (content - line < indent) {
            break;
        }
        end = stop;
    }
    return static_cast<std::uint32_t>(end);
}

} // namespace

std::uint32_t endOfScalar(std::string_view text, std::uint32_t begin, NodeStyle style,
                          std::string_view value) {
    if (begin >= text.size()) return static_cast<std::uint32_t>(text.size());
    switch (style) {
    case NodeStyle::SingleQuoted:
    case NodeStyle::DoubleQuoted:
        return std::min(endOfQuoted(text, begin), static_cast<std::uint32_t>(text.size()));
    case NodeStyle::Literal:
    case NodeStyle::Folded:
        return endOfBlock(text, begin, value);
    default:
        return endOfPlain(text, begin, value);
    }
}

std::uint32_t skipBlanks(std::string_view text, std::uint32_t at) {
    std::size_t here = at;
    while (here < text.size()) {
        if (isBlank(text[here])) {
            ++here;
        } else if (text[here] == '#' && (here == 0 || isBlank(text[here - 1]))) {
            here = std::min(text.find('\n', here), text.size());
        } else {
            break;
        }
    }
    return static_cast<std::uint32_t>(here);
}

std::uint32_t endOfFlow(std::string_view text, std::uint32_t at) {
    while (true) {
        at = skipBlanks(text, at);
        if (at >= text.size()) return static_cast<std::uint32_t>(text.size());
        const char c = text[at++];
        if (c == ']' || c == '}') return at;
        if (c != ',' && c != ':') return at; // a broken file: stay near
    }
}

} // namespace factline::contract
