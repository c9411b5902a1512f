// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace factline::generate {

/// The name of the file, in the output folder, that holds the hashes of what was written there.
constexpr std::string_view manifestName = ".factline-manifest.json";

/// What an output folder holds of ours, and of which model.
struct Manifest {
    std::string model;                        ///< its name; empty in manifests that were written without it
    std::map<std::string, std::string> files; ///< SHA-256 of each file as it was last written, by path
    bool operator==(const Manifest&) const = default;
};

/// Reads a manifest; an empty text is an empty one. An error where it is no manifest, or holds a path that
/// leads out of the folder: it would tell us to remove files that are not ours.
Result<Manifest> parseManifest(std::string_view text);

/// One file a line, sorted by path, so that two branches merge.
std::string renderManifest(const Manifest& manifest);

} // namespace factline::generate
