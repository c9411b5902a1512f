// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_set>

namespace factline::edit {

/// What the name in a reference can be, so that it means one of some elements: most references are told from
/// those at once, without being looked up.
class Endings {
public:
    /// An element by its qualified name: all of it, or what is behind a '/'.
    void add(const std::string& qualified) {
        m_names.insert(qualified);
        for (auto slash = qualified.find('/'); slash != std::string::npos;
             slash = qualified.find('/', slash + 1))
            m_names.insert(qualified.substr(slash + 1));
    }
    bool contains(const std::string& name) const { return m_names.contains(name); }

private:
    std::unordered_set<std::string> m_names;
};

} // namespace factline::edit
