// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/phrase.h"
#include "generate/file.h"
#include "generate/watch.h"

namespace factline::generate {

/// What became of a file in the output folder.
enum class Fate {
    Created,
    Changed,
    Unchanged, ///< already there, byte for byte
    Kept,      ///< a handler that belongs to the user; or a stale file that was edited by hand
    Refused, ///< edited by hand (or not ours, or write-protected): left alone, the new text stands beside it
             ///< as `<path>.new`
    Removed, ///< stale, and as we wrote it
};

/// The word for it in messages and JSON ("created").
std::string_view word(Fate fate);

struct WrittenFile {
    std::string path; ///< relative to the output folder
    Fate fate = Fate::Created;
    Phrase note; ///< why, where the fate is not plain from its word; mostly empty
    bool operator==(const WrittenFile&) const = default;
};

struct WriteOptions {
    std::string model = {};              ///< the name of the model that the files come from
    bool dryRun = false;                 ///< find out everything, write nothing
    std::vector<std::string> scope = {}; ///< see scope(Options); empty: the whole folder
};

/// Brings `folder` in line with `files` and gives every file's fate, sorted by path. Keeps the hashes of what
/// it wrote in `.factline-manifest.json`; writes each file aside and renames it into place; writes nothing at
/// all where nothing changed. Refuses, before anything is written, a path or a symbolic link that leads out
/// of `folder`, a manifest that cannot be read, and one of another model: what it lists would seem stale.
/// Progress counts the files to write, in a dry run those to look at. Where it is stopped (`Cancelled`) or
/// fails half-way, each file is the old or the new one, the manifest says which, and the next run goes on.
Result<std::vector<WrittenFile>> writeFiles(const std::filesystem::path& folder,
                                            const std::vector<GeneratedFile>& files,
                                            const WriteOptions& options = {}, const Watch& watch = {});

} // namespace factline::generate
