// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace factline {

/// Whether the file there is one that nobody may write, or this user may not. Who writes by renaming asks
/// this first: the rename alone would go through, and so would anything that root does. False where there is
/// no file.
bool isWriteProtected(const std::filesystem::path& file);

} // namespace factline
