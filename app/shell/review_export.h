// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "document/state.h"
#include "picture/layout_process.h"

namespace factline::shell {

/// Writes the review document of what a window shows, saved or not, with the shapes where they stand there.
/// `model`: its file, where it has one; `stage`: of the migration, empty for the one that holds.
Result<void> exportReview(const document::State& state, const std::filesystem::path& model,
                          const std::string& stage, const picture::LayoutProcess& layout,
                          const std::filesystem::path& file);

} // namespace factline::shell
