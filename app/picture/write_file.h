// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace factline::picture {

/// Writes a file whole or not at all: on failure none is left behind and one that was there stays as it was.
/// What is no file, as a pipe, is not written.
Result<void> writeFile(const std::filesystem::path& file, std::string_view bytes);

} // namespace factline::picture
