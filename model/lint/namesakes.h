// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/survey.h"

namespace factline::lint {

/// One of several facts, or events, that have one name in several contexts.
struct Namesake {
    const Located* element = nullptr;
    std::string definition; ///< its `means`, as far as it matters for comparing; empty: not defined
    Succession succession;  ///< facts that take over from one another count as one
};

/// The facts (events) of a model by name, where more than one context has the name. Groups in the order of
/// their first members by name; in a group sorted by qualified name. Linear, but for the order.
std::vector<std::vector<Namesake>> namesakeFacts(const Survey& survey);
std::vector<std::vector<Namesake>> namesakeEvents(const Survey& survey);

/// What of a definition is compared: words without case, outer blanks, line breaks and a full stop at the
/// end.
std::string comparable(std::string_view means);

/// Counts, for one of a group, the others: those that neither it carries on nor that carry it on. Each
/// question costs the logarithm of the group's size.
class Others {
public:
    explicit Others(const std::vector<Namesake>& group);

    std::size_t of(const Namesake& fact) const;
    /// Of these the ones of a definition; empty: those that have none.
    std::size_t of(const Namesake& fact, std::string_view definition) const;

private:
    struct Tally {
        std::size_t count = 0;
        std::vector<std::size_t> firsts; ///< where successions begin and end, each sorted
        std::vector<std::size_t> ends;
    };
    static std::size_t tied(const Tally& tally, const Namesake& fact, bool isCounted);

    Tally m_all;
    std::map<std::string, Tally, std::less<>> m_byDefinition;
};

/// Those that another one of the group contradicts: defined, differently, and neither carries the other on.
std::vector<const Namesake*> differentlyDefined(const std::vector<Namesake>& group);

} // namespace factline::lint
