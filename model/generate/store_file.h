// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factline::generate {

/// Whether a path is relative, non-empty, '/' separated and free of ".", "..", empty parts and control
/// characters.
bool staysInside(std::string_view path);

/// An output folder as one thread looks into it and writes to it: a way that was found safe once is not
/// looked at again, so one lives for one run.
class StoreFolder {
public:
    explicit StoreFolder(std::filesystem::path folder);

    /// The bytes of the file at `path`; nothing where there is none. An error where it is no plain file, or
    /// where a symbolic link on the way leads out of the folder, or the file itself is a link.
    Result<std::optional<std::string>> read(const std::string& path);

    /// Puts `content` at `path`: aside first, then renamed into place. Makes the folders it needs.
    Result<void> write(const std::string& path, std::string_view content);

    /// Removes the file at `path`, and the folders that become empty by it.
    Result<void> remove(const std::string& path);

private:
    enum class Way { Open, NotThere };

    Result<Way> wayTo(const std::string& path);
    Result<Way> lookAt(const std::string& parent, const std::string& path) const;

    std::filesystem::path m_folder;
    std::map<std::string, Way, std::less<>> m_ways; ///< by the folder that holds the file
};

/// One file read from `folder`; see StoreFolder.
Result<std::optional<std::string>> readInside(const std::filesystem::path& folder, const std::string& path);

} // namespace factline::generate
