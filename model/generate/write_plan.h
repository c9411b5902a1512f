// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generate/file.h"
#include "generate/manifest.h"
#include "generate/watch.h"
#include "generate/write.h"

namespace factline::generate {

/// What one file needs: its fate, and the text to put in its place, if any.
struct Step {
    WrittenFile file;
    std::optional<std::string_view> content = {}; ///< to write; of the generated file
    bool remove = false;
};

/// What is to be done, found out before anything is done.
struct Plan {
    std::vector<Step> steps; ///< sorted by path
    Manifest manifest;       ///< as it is to be afterwards
};

/// Compares `files`, which have to outlive the plan, with what is in `folder`, on all processors. `before`:
/// the hashes of what was written there. Progress counts files that were looked at.
Result<Plan> planWriting(const std::filesystem::path& folder, const std::vector<GeneratedFile>& files,
                         const std::map<std::string, std::string>& before,
                         const std::vector<std::string>& scope, const Watch& watch);

} // namespace factline::generate
