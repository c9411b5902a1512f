// SPDX-License-Identifier: Apache-2.0
#include "lint/planned.h"

#include <algorithm>
#include <array>

namespace factline::lint {

namespace {

Phrase comparing() {
    return Phrase::of("the judging of what has changed between two versions of a model");
}

Phrase migrating() {
    return Phrase::of("the planning of how facts move from one owner to another");
}

} // namespace

std::span<const Planned> plannedRules() {
    static const std::array<Planned, 5> planned{{{"breaking-schema-change", comparing()},
                                                 {"migration-no-authority", migrating()},
                                                 {"migration-two-authorities", migrating()},
                                                 {"migration-write-before-read", migrating()},
                                                 {"semantic-breaking-change", comparing()}}};
    return planned;
}

Phrase plannedWith(std::string_view id) {
    const auto planned = plannedRules();
    const auto found = std::ranges::find(planned, id, &Planned::id);
    return found == planned.end() ? Phrase() : found->with;
}

} // namespace factline::lint
