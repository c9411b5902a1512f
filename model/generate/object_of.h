// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <utility>

#include <nlohmann/json.hpp>

namespace factline::generate {

/// One entry of an object that is being made.
struct Entry {
    const char* key;
    mutable nlohmann::ordered_json value; ///< goes into the object
};

/// The object of these entries, each key once. The library's own way of reading a list in braces makes and
/// drops several pieces an entry; in large models that was most of the work.
inline nlohmann::ordered_json objectOf(std::initializer_list<Entry> entries) {
    nlohmann::ordered_json::object_t object;
    object.reserve(entries.size() + 1); // one more is often added
    for (const Entry& entry : entries)
        object.emplace_back(entry.key, std::move(entry.value));
    return object;
}

} // namespace factline::generate
