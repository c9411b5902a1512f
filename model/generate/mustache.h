// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

namespace factline::generate {

/// A Mustache template, taken apart once. What it is filled with is read where it lies and put in as it is:
/// nothing is escaped. There are no lambdas; a partial is a string of the data.
class Mustache {
public:
    /// The error says what is wrong, and at which byte: `Unclosed section "x" at 120`.
    static tl::expected<Mustache, std::string> parse(const std::string& text);

    /// The error is that of a partial. `room` holds what is being made: kept for the next one, it need not
    /// grow again.
    tl::expected<std::string, std::string> fill(const nlohmann::ordered_json& data, std::string& room) const;

private:
    struct Part {
        enum class Kind { Text, Value, Section, Inverted, Partial };
        Kind kind = Kind::Text;
        std::string text;           ///< of Text
        std::size_t firstLine = 0;  ///< of Text: where its first line ends, its line end included; 0: nowhere
        std::size_t lastLine = 0;   ///< of Text: where its last line begins
        std::size_t firstBreak = 0; ///< of Text: where the line end of its first line begins
        std::vector<std::string> name; ///< of the others: `a.b` in two steps; `.` in none
        std::vector<Part> inside;
    };
    class Parser;
    class Filler;

    std::vector<Part> m_parts;
};

} // namespace factline::generate
