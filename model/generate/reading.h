// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "domain/elements.h"

namespace factline::generate {

/// The oldest and the newest version of an event that a consumer can read which was written for the
/// subscription's version, as the event's compatibility promises.
std::pair<std::uint32_t, std::uint32_t> readableVersions(const Subscription& subscription,
                                                         const Event& event);

/// "Park", "Halt" or "Skip". Undeclared means parked: nothing is lost and nothing stands still.
std::string_view failureWord(OnFailure onFailure);

} // namespace factline::generate
