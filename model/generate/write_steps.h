// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "generate/watch.h"
#include "generate/write_plan.h"

namespace factline::generate {

/// How far a plan came.
struct Carried {
    std::vector<char> done;       ///< a step each: whether it is as planned on disk
    std::optional<Error> problem; ///< why it did not come to the end
};

/// Writes and removes what the steps say, on all processors; stops at the first failure and on request.
/// Progress counts the files that are written or removed.
Carried carryOut(const std::filesystem::path& folder, const std::vector<Step>& steps, const Watch& watch);

} // namespace factline::generate
