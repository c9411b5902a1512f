// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factline {

/// Words for people, kept as an English pattern and what is put into it, so that whoever shows them can say
/// them in another language: Phrase::of("{} owns {}", context, fact). A part is a name or a number, which are
/// the same in every language, or a phrase again. Patterns are literals; nothing is put together before
/// somebody asks for the text.
class Phrase {
public:
    /// A pattern with so many places, "{}" each; other braces stand for themselves. Counted when it is
    /// compiled.
    template<std::size_t places>
    struct Pattern {
        std::string_view text;
        consteval Pattern(const char* literal)
            : text(literal) {
            std::size_t found = 0;
            for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2))
                ++found;
            if (found != places) throw "another number of places than of parts";
        }
    };

    /// A pattern without places for a table or a parameter, which only `words` makes: a literal that no
    /// translation knows does not get there.
    class Words {
    public:
        constexpr Words() = default;
        std::string_view text; ///< English; a literal, so that it ends with a zero
        constexpr bool empty() const { return text.empty(); }
        bool operator==(const Words&) const = default;

    private:
        friend class Phrase;
        explicit constexpr Words(std::string_view literal)
            : text(literal) {}
    };

    /// How a pattern is said in another language. There the places may stand in another order: "{1} {0}".
    using Translate = std::function<std::string(std::string_view pattern)>;

    Phrase() = default;
    /// What is the same in every language.
    Phrase(std::string name)
        : m_name(std::move(name)) {}
    Phrase(std::string_view name)
        : m_name(name) {}
    Phrase(const char* name)
        : m_name(name) {}
    Phrase(Words words)
        : m_pattern(words.text) {}

    template<typename... Parts>
    static Phrase of(Pattern<sizeof...(Parts)> pattern, Parts&&... parts) {
        Phrase phrase;
        phrase.m_pattern = pattern.text;
        phrase.m_parts.reserve(sizeof...(Parts));
        (phrase.m_parts.push_back(part(std::forward<Parts>(parts))), ...);
        return phrase;
    }

    /// A pattern of two places for a table, to be handed to `of`.
    static consteval Pattern<2> clause(Pattern<2> pattern) { return pattern; }
    static consteval Words words(Pattern<0> pattern) { return Words(pattern.text); }

    /// One after another, as they are.
    static Phrase row(std::vector<Phrase> parts);
    friend Phrase operator+(Phrase one, Phrase other) { return row({std::move(one), std::move(other)}); }

    bool empty() const;
    std::string english() const { return in({}); }
    std::string in(const Translate& translate) const;
    operator std::string() const { return english(); }

    /// Changes each name and number in it; patterns stay as they are.
    template<std::invocable<std::string> Change>
    void changeNames(const Change& change) {
        if (!m_name.empty()) m_name = change(std::move(m_name));
        for (Phrase& part : m_parts)
            part.changeNames(change);
    }

    /// The same in English is the same.
    friend bool operator==(const Phrase& a, const Phrase& b) {
        return a.isMadeAs(b) || a.english() == b.english();
    }
    friend std::strong_ordering operator<=>(const Phrase& a, const Phrase& b) {
        return a.english() <=> b.english();
    }

private:
    template<typename Part>
    static Phrase part(Part&& part) {
        if constexpr (std::integral<std::remove_cvref_t<Part>>)
            return std::to_string(part);
        else
            return std::forward<Part>(part);
    }
    bool isMadeAs(const Phrase& other) const;
    void append(std::string& text, const Translate& translate) const;

    std::string_view m_pattern; ///< empty: the name, then the parts in a row
    std::string m_name;
    std::vector<Phrase> m_parts;
};

} // namespace factline
