// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace factline::contract {

/// How many files a model may include; a context a file, and no model has so many.
inline constexpr std::size_t maxFiles = 2000;

/// How many patterns are looked at; each stands for any number of files.
inline constexpr std::size_t maxPatterns = 200;

/// Why an include pattern is refused, as a sentence; nothing where it may stand. Patterns stay inside the
/// model's folder and have '/' between their parts; `*` and `?` stand for characters other than '/'.
std::optional<Phrase> objectionTo(std::string_view pattern);

/// Whether a pattern matches a path relative to the model's folder.
bool matches(std::string_view pattern, std::string_view path);

/// What a pattern finds, each list in byte order.
struct Matches {
    std::vector<std::string> files;   ///< paths relative to the model's folder
    std::vector<Phrase> refused;      ///< a sentence for each link that leads out of the folder
    std::vector<std::string> folders; ///< looked into; "" is the model's own
};

/// The files below `folder` that match. An error where there are more than `maxFiles`.
Result<Matches> filesMatching(const std::filesystem::path& folder, std::string_view pattern);

/// Every folder that is looked into for a model's patterns, relative to its own (which is ""), each once:
/// where a file may yet appear that belongs to it.
std::vector<std::string> foldersOf(const std::filesystem::path& folder,
                                   const std::vector<std::string>& patterns);

} // namespace factline::contract
