// SPDX-License-Identifier: Apache-2.0
#include "base/phrase.h"

#include <algorithm>

namespace factline {

namespace {

/// A place in a pattern: "{}" or "{2}".
struct Place {
    std::size_t length = 0; ///< 0: there is none
    std::size_t part = 0;
};

Place placeAt(std::string_view rest, std::size_t next) {
    if (rest.starts_with("{}")) return {2, next};
    const bool isNumbered =
        rest.size() > 2 && rest[0] == '{' && rest[1] >= '0' && rest[1] <= '9' && rest[2] == '}';
    return isNumbered ? Place{3, static_cast<std::size_t>(rest[1] - '0')} : Place{};
}

} // namespace

Phrase Phrase::row(std::vector<Phrase> parts) {
    Phrase phrase;
    std::erase_if(parts, [](const Phrase& part) { return part.empty(); });
    if (parts.size() == 1) return std::move(parts.front());
    phrase.m_parts = std::move(parts);
    return phrase;
}

bool Phrase::empty() const {
    return m_pattern.empty() && m_name.empty() && std::ranges::all_of(m_parts, &Phrase::empty);
}

std::string Phrase::in(const Translate& translate) const {
    std::string text;
    append(text, translate);
    return text;
}

void Phrase::append(std::string& text, const Translate& translate) const {
    if (m_pattern.empty()) {
        text += m_name;
        for (const Phrase& part : m_parts)
            part.append(text, translate);
        return;
    }
    const std::string translated = translate ? translate(m_pattern) : std::string();
    std::string_view rest = translate ? translated : m_pattern;
    std::size_t next = 0;
    while (!rest.empty()) {
        const std::size_t brace = std::min(rest.find('{'), rest.size());
        text += rest.substr(0, brace);
        rest.remove_prefix(brace);
        if (rest.empty()) return;
        const Place place = placeAt(rest, next);
        if (place.length == 0)
            text += '{';
        else if (place.part < m_parts.size())
            m_parts[place.part].append(text, translate);
        if (place.length == 2) ++next;
        rest.remove_prefix(std::max(place.length, std::size_t(1)));
    }
}

bool Phrase::isMadeAs(const Phrase& other) const {
    return m_pattern == other.m_pattern && m_name == other.m_name &&
           std::ranges::equal(m_parts, other.m_parts,
                              [](const Phrase& a, const Phrase& b) { return a.isMadeAs(b); });
}

} // namespace factline
