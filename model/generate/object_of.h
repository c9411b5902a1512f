// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>

#include <nlohmann/json.hpp>

namespace factline::generate {

/// One entry of an object that is being made.
struct Entry {
    const char* key;
    mutable nlohmann::ordered_json value; ///< goes into the object
};

/// The object of these entries, each key once, with room for `more` of them. The library's own way of reading
/// a list in braces makes and drops several pieces an entry, and an object that grows copies all that it
/// holds; in large models that was most of the work.
inline nlohmann::ordered_json objectOf(std::initializer_list<Entry> entries, std::size_t more = 1) {
    nlohmann::ordered_json::object_t object;
    object.reserve(entries.size() + more);
    for (const Entry& entry : entries)
        object.emplace_back(entry.key, std::move(entry.value));
    return object;
}

/// An empty object with room for that many members.
inline nlohmann::ordered_json objectFor(std::size_t members) {
    return objectOf({}, members);
}

} // namespace factline::generate
