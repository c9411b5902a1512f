// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace factline::document {

/// All bytes of a file; none where it cannot be read.
std::string bytesOf(const std::filesystem::path& file);

/// Whether there is a file with these bytes and no others.
bool holds(const std::filesystem::path& file, const std::string& bytes);

} // namespace factline::document
