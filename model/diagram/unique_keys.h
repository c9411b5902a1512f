// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>

#include "base/element.h"

namespace factline::diagram {

/// Gives every element a sidecar name of its own, also where two elements are called the same: the order in
/// which they are asked for counts them.
class UniqueKeys {
public:
    std::string take(const ElementKey& key) {
        const std::string name = toString(key);
        const std::size_t nth = ++m_count[name];
        return nth == 1 ? name : name + " (" + std::to_string(nth) + ")";
    }

private:
    std::unordered_map<std::string, std::size_t> m_count;
};

} // namespace factline::diagram
