// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <unordered_map>

#include "contract/read.h"
#include "contract/reading/reading.h"

namespace factline::contract {

/// Puts a model together from its files, one after another.
class ModelReader {
public:
    /// Reads the next file; the first is the root.
    void add(SourceFile file);
    /// The model's include patterns as far as read, for whoever finds the files.
    const std::vector<std::string>& patterns() const { return m_result.model.include; }
    /// Adds a problem about a file that could not be had, at pattern `index` of the root's include.
    void reportInclude(std::size_t index, Phrase message);
    /// The model, with all problems in the order of files and places.
    ReadModel finish();

private:
    bool checkFormat(Reading& in, NodeIndex root);
    void readRoot(Reading& in, NodeIndex root);
    void readIncluded(Reading& in, NodeIndex root);
    template<typename T>
    void leaveOutGivenElsewhere(Reading& in, std::vector<Shared<T>>& elements, std::size_t& checked);
    void checkPatterns();

    ReadModel m_result;
    std::uint32_t m_nextId = 1;
    std::size_t m_claimsChecked = 0;
    std::size_t m_contextsChecked = 0;
    bool m_refused = false;            ///< the root is of a newer format
    std::set<std::size_t> m_explained; ///< patterns that have a problem of their own
    std::unordered_map<std::string, std::pair<std::uint32_t, SourceRange>> m_firstGiven;
};

} // namespace factline::contract
