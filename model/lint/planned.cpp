// SPDX-License-Identifier: Apache-2.0
#include "lint/planned.h"

#include <algorithm>
#include <array>

namespace factline::lint {

namespace {

constexpr std::string_view comparing = "the judging of what has changed between two versions of a model";
constexpr std::string_view migrating = "the planning of how facts move from one owner to another";

constexpr std::array<Planned, 5> planned{{{"breaking-schema-change", comparing},
                                          {"migration-no-authority", migrating},
                                          {"migration-two-authorities", migrating},
                                          {"migration-write-before-read", migrating},
                                          {"semantic-breaking-change", comparing}}};

} // namespace

std::span<const Planned> plannedRules() {
    return planned;
}

std::string_view plannedWith(std::string_view id) {
    const auto* found = std::ranges::find(planned, id, &Planned::id);
    return found == planned.end() ? std::string_view() : found->with;
}

} // namespace factline::lint
