// SPDX-License-Identifier: Apache-2.0
#include "domain/payload_type.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>

namespace factline {

namespace {

using Kind = PayloadType::Kind;

struct Word {
    std::string_view text;
    Kind kind;
};
constexpr std::array<Word, 9> simpleTypes{{{"string", Kind::String},
                                           {"integer", Kind::Integer},
                                           {"long", Kind::Long},
                                           {"boolean", Kind::Boolean},
                                           {"uuid", Kind::Uuid},
                                           {"date", Kind::Date},
                                           {"timestamp", Kind::Timestamp},
                                           {"duration", Kind::TimeSpan},
                                           {"bytes", Kind::Bytes}}};

constexpr int maxDepth = 16;

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isName(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.' || c == '/';
    });
}

/// What stands between `opening` (a word and its bracket) and `closing`; nothing where the text has another
/// form.
std::optional<std::string_view> inside(std::string_view text, std::string_view opening, char closing) {
    if (!text.starts_with(opening) || !text.ends_with(closing)) return std::nullopt;
    return trim(text.substr(opening.size(), text.size() - opening.size() - 1));
}

std::optional<PayloadType> parse(std::string_view text, int depth);

std::optional<PayloadType> parseDecimal(std::string_view digits) {
    const auto comma = digits.find(',');
    if (comma == std::string_view::npos) return std::nullopt;
    PayloadType type{.kind = Kind::Decimal};
    const auto read = [](std::string_view part, std::uint8_t& out) {
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), out);
        return error == std::errc{} && end == part.data() + part.size();
    };
    if (!read(trim(digits.substr(0, comma)), type.precision) ||
        !read(trim(digits.substr(comma + 1)), type.scale))
        return std::nullopt;
    if (type.precision == 0 || type.precision > 65 || type.scale > type.precision) return std::nullopt;
    return type;
}

std::optional<PayloadType> parseEnum(std::string_view words) {
    PayloadType type{.kind = Kind::Enum};
    while (!words.empty()) {
        const auto comma = words.find(',');
        const auto option = trim(words.substr(0, comma));
        if (option.empty()) return std::nullopt;
        type.options.emplace_back(option);
        words = comma == std::string_view::npos ? std::string_view{} : words.substr(comma + 1);
    }
    return type.options.empty() ? std::nullopt : std::optional(type);
}

std::optional<PayloadType> parseOf(Kind kind, std::string_view element, int depth) {
    auto of = parse(element, depth + 1);
    if (!of) return std::nullopt;
    PayloadType type{.kind = kind};
    type.of.push_back(std::move(*of));
    return type;
}

std::optional<PayloadType> parse(std::string_view text, int depth) {
    text = trim(text);
    if (depth > maxDepth) return std::nullopt;
    for (const auto& word : simpleTypes)
        if (word.text == text) return PayloadType{.kind = word.kind};
    if (const auto digits = inside(text, "decimal(", ')')) return parseDecimal(*digits);
    if (const auto words = inside(text, "enum[", ']')) return parseEnum(*words);
    if (const auto element = inside(text, "list<", '>')) return parseOf(Kind::List, *element, depth);
    if (const auto element = inside(text, "map<", '>')) return parseOf(Kind::Map, *element, depth);
    if (text == "decimal" || text == "enum" || text == "list" || text == "map" || !isName(text))
        return std::nullopt;
    PayloadType named{.kind = Kind::Named};
    named.name = text;
    return named;
}

} // namespace

Result<PayloadType> parsePayloadType(std::string_view text) {
    if (auto type = parse(text, 0)) return *std::move(type);
    return failure(
        ErrorCode::Unreadable,
        Phrase::of("'{}' is not a payload type. Use string, integer, long, decimal(12,2), boolean, uuid, "
                   "date, timestamp, duration, bytes, enum[A, B], list<T>, map<T> or a name under types.",
                   text));
}

std::string toString(const PayloadType& type) {
    switch (type.kind) {
    case Kind::Decimal:
        return fmt::format("decimal({},{})", type.precision, type.scale);
    case Kind::Enum:
        return fmt::format("enum[{}]", fmt::join(type.options, ", "));
    case Kind::List:
        return fmt::format("list<{}>", type.of.empty() ? "" : toString(type.of.front()));
    case Kind::Map:
        return fmt::format("map<{}>", type.of.empty() ? "" : toString(type.of.front()));
    case Kind::Named:
        return type.name;
    default:
        break;
    }
    const auto* word = std::ranges::find(simpleTypes, type.kind, &Word::kind);
    return std::string(word->text);
}

} // namespace factline
