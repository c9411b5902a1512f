// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diagram/diagram.h"

namespace factline::test {

/// What a reader of a picture would stumble over, counted. Pairs are counted once.
struct Looks {
    std::size_t nodesOverNodes = 0;
    std::size_t nodesOutside = 0; ///< of their context
    std::size_t contextsOverContexts = 0;
    std::size_t linesThroughNodes = 0;    ///< that they do not join
    std::size_t linesThroughContexts = 0; ///< in which neither of their ends stands
    std::size_t wordsLost = 0;            ///< labels that found no place
    std::size_t wordsOverNodes = 0;
    std::size_t wordsOverTitles = 0;
    std::size_t wordsOverWords = 0;
    std::size_t wordsOverLines = 0; ///< pairs of a label and a line of another
    std::size_t crossings = 0;      ///< of lines
    double together = 0; ///< length along which lines run less than 4 beside one another, their trunks apart
    double crowded = 0;  ///< of that, less than 3
    double merged = 0;   ///< of that, less than 1: two lines that look like one
    double length = 0;   ///< of all lines

    /// What no picture may have.
    std::size_t faults() const {
        return nodesOverNodes + nodesOutside + contextsOverContexts + linesThroughNodes +
               linesThroughContexts + wordsOverNodes + wordsOverTitles + wordsOverWords;
    }
    std::string text() const;
};

/// Looks at a picture; nodes belong to the context that their name begins with.
Looks lookAt(const diagram::Diagram& diagram);

} // namespace factline::test
