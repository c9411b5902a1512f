// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/lookup.h"
#include "generate/write.h"
#include "viewmodels/run_progress.h"

namespace factline::viewmodels {

/// One target for one context, and whether it is to be made.
struct Pick {
    std::string context;
    std::string target;
    bool byDefault = false; ///< what the context's store and part in the flow call for
    bool wanted = false;
    bool operator==(const Pick&) const = default;
};

/// What the user wants otherwise than by default, by context and target.
using Choices = std::map<std::pair<std::string, std::string>, bool>;

/// What would be written into a folder.
struct Preview {
    std::vector<Pick> picks; ///< every target for every context that is not external, in the model's order
    std::vector<generate::GeneratedFile> files; ///< of the wanted ones, sorted by path
    std::vector<generate::WrittenFile> fates;   ///< what writing would do; sorted by path
    std::vector<generate::Omission> omitted;
    std::vector<std::string> scope; ///< folders where what is stale may go
    std::string model;              ///< its name, which the folder keeps
    std::filesystem::path folder;   ///< empty: none was chosen, and every file counts as new
};

/// Pure but for reading what is in the folder. Targets that were turned off by hand keep their files; folders
/// of contexts that the model no longer has are stale.
Result<Preview> previewOf(const Model& model, const Choices& choices, const std::filesystem::path& folder,
                          const Run& run = {});

/// Writes what was previewed and gives what became of each file. Stopped, it leaves each file whole, the old
/// or the new one.
Result<std::vector<generate::WrittenFile>> writePreview(const Preview& preview, const Run& run = {});

/// The text that is on disk under a previewed path, and the one that would be there (empty: none).
struct Versions {
    std::string disk;
    std::string generated;
};
Versions versionsOf(const Preview& preview, const std::string& path);

} // namespace factline::viewmodels
