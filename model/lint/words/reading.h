// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factline::lint {

/// What an event's name tells.
enum class NameKind : std::uint8_t {
    DomainEvent, ///< what has happened, in the words of the business
    Crud,        ///< that a row came, went, or was set: created, deleted, added, EmailSet
    Generic,     ///< that something is different now, and not what: updated, StatusChanged
    Command,     ///< an order: CancelOrder
    State,       ///< a condition: InProgress, ChangedToPaid
    Unclear,
};
/// "domain-event", "crud", "generic", "command", "state", "unclear".
std::string_view kindWord(NameKind kind);

/// A name as the lexical rules see it.
struct NameReading {
    NameKind kind = NameKind::Unclear;
    bool pastTense = false;           ///< it has a past predicate
    std::string verb;                 ///< the predicate in its base form ("place"); empty: none found
    std::string predicate;            ///< the same as it is written, in small letters ("placed")
    std::vector<std::string> subject; ///< words before it in its own segment: "order", "status"
    std::string thing; ///< last word of the segment before ("member" of team.member.added); empty: none
    std::vector<std::string> rest; ///< words behind it: "on", "hold"
};

/// Reads a name of any style by where its words stand, with small word lists for what place cannot tell.
/// Knows English only.
NameReading readName(std::string_view name);

} // namespace factline::lint
