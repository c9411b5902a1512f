// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "contract/read.h"

namespace factline::document {

/// A model as it was read, judged at the stage that holds today.
struct OpenModel {
    std::filesystem::path file; ///< the root file
    contract::ReadModel read;
    std::vector<Finding> findings;
};

/// Reads and judges a model's file or folder. An error only where nothing could be opened; what could not be
/// understood is in `read.problems`.
Result<OpenModel> openModel(const std::filesystem::path& fileOrFolder);

/// How many of each a model has.
struct Counts {
    std::size_t contexts = 0, facts = 0, events = 0, views = 0, policies = 0, decisions = 0;
    std::size_t errors = 0, warnings = 0, hints = 0;
};
Counts countsOf(const OpenModel& model);

} // namespace factline::document
