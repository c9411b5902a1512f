// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factline::generate {

/// Whether a path is relative, non-empty, '/' separated and free of ".", "..", empty parts and control
/// characters.
bool staysInside(std::string_view path);

/// The bytes of `folder`/`path`; nothing where there is no such file. An error where it is no plain file, or
/// where a symbolic link on the way leads out of `folder`, or the file itself is a link.
Result<std::optional<std::string>> readInside(const std::filesystem::path& folder, const std::string& path);

/// Puts `content` at `folder`/`path`: aside first, then renamed into place. Makes the folders it needs.
Result<void> writeInside(const std::filesystem::path& folder, const std::string& path,
                         const std::string& content);

/// Removes `folder`/`path`, and the folders that become empty by it.
Result<void> removeInside(const std::filesystem::path& folder, const std::string& path);

} // namespace factline::generate
