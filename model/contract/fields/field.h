// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <tuple>

#include "base/phrase.h"

namespace factline::contract {

/// How a field is written where its type alone does not say it.
struct ByType {};    ///< as its type is always written
struct AskWord {};   ///< a bool written `ask: owner`
struct ListOrMap {}; ///< subscriptions as a list of events or as a map with the keys of fedBy

/// What holds where a key is not given: a value of the language, or words about it.
class Standard {
public:
    constexpr Standard() = default;
    constexpr Standard(const char* value)
        : m_value(value) {}
    constexpr Standard(Phrase::Words words)
        : m_words(words) {}

    constexpr bool empty() const { return english().empty(); }
    constexpr std::string_view english() const { return m_value.empty() ? m_words.text : m_value; }
    Phrase phrase() const { return m_value.empty() ? Phrase(m_words) : Phrase(m_value); }
    bool operator==(const Standard&) const = default;

private:
    std::string_view m_value;
    Phrase::Words m_words;
};

/// One key of the language: where its value goes in the domain, and what it means. Reader, writer, JSON
/// Schema and reference page all follow from tables of these.
template<typename Owner, typename Member, typename Form>
struct Field {
    using MemberType = Member;
    using FormTag = Form;
    std::string_view key;
    Member Owner::*member;
    Phrase::Words about; ///< one or two sentences for the reference page and for editors
    Standard standard;   ///< what holds where the key is not given; empty: nothing
    bool required = false;

    /// The same field, but a problem where it is missing.
    constexpr Field need() const {
        Field copy = *this;
        copy.required = true;
        return copy;
    }
};

template<typename Form = ByType, typename Owner, typename Member>
constexpr Field<Owner, Member, Form> field(std::string_view key, Member Owner::*member, Phrase::Words about,
                                           Standard standard = {}) {
    return {key, member, about, standard};
}

/// The keys of one kind of mapping. A specialisation has `noun` ("An event"), `about` (what it is, for the
/// reference page) and `table`, a tuple of Field in canonical order.
template<typename T>
struct Fields;

template<typename T>
concept Structured = requires {
    Fields<T>::table;
};

template<Structured T>
inline constexpr std::size_t fieldCount = std::tuple_size_v<decltype(Fields<T>::table)>;

} // namespace factline::contract
