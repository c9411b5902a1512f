// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/result.h"
#include "diagram/positions.h"

namespace factline::diagram {

/// Where the positions of a model's shapes are kept: `NAME.layout.json` beside its root file.
std::filesystem::path sidecarOf(const std::filesystem::path& file);

/// Reads a sidecar; one that is not there holds no positions. Errors (Unreadable) name the file and what is
/// wrong with it.
Result<Positions> readPositions(const std::filesystem::path& sidecar);

} // namespace factline::diagram
