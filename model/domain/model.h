// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/elements.h"

namespace factline {

/// A named what-if: values set and outages assumed.
struct Scenario {
    std::string name;
    std::vector<std::pair<std::string, std::string>> set; ///< path, value as written
    std::vector<std::pair<ContextName, Duration>> outage;
    bool operator==(const Scenario&) const = default;
};

/// Progressive strangler: the stages in order, and the one that holds today.
struct Migration {
    std::vector<StageName> stages;
    StageName now; ///< empty: the first
    bool operator==(const Migration&) const = default;
};

/// Everything a `*.factline.yaml` says, as an immutable value. Elements of one name are all kept; a reference
/// means the first. Copying is cheap: elements are shared between copies.
struct Model {
    std::string name;
    std::string summary;
    std::vector<std::string> include; ///< patterns as written; empty: one file
    std::vector<Shared<Claim>> claims;
    std::vector<Shared<Context>> contexts;
    std::vector<Shared<Audience>> audiences;
    std::optional<Migration> migration;
    std::vector<std::string> hotspots;
    std::vector<Waiver> waivers;
    std::optional<LintSettings> lint;
    std::vector<Scenario> scenarios;
    std::uint32_t nextId = 1; ///< the id that the next new element takes

    bool operator==(const Model&) const = default;
};

} // namespace factline
