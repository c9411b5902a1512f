// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "cli/console.h"
#include "contract/read.h"
#include "lint/run.h"

namespace factline::cli {

/// A model as the commands work on it.
struct Input {
    std::string path;         ///< as given by the user
    contract::ReadModel read; ///< all stages
    Model model;              ///< at the stage asked for

    /// Exit code of a command that otherwise went well: Misread where the file had problems.
    int code(int otherwise = Clean) const { return read.problems.empty() ? otherwise : int{Misread}; }
};

/// Reads the model at `path` (a file or a folder) and cuts it to `stage` (empty: the model's own). Every
/// reading problem goes to `err` as `file:line:column: message`. An error where there is no model to work on.
Result<Input> readInput(const std::string& path, const std::string& stage, Console& console);

/// What the rules find at the stage asked for, with waivers as they hold today; `preset` as lint::Options has
/// it.
lint::Outcome inspect(const Input& input, const std::string& preset = {});

/// What the rules object to: the same without what is waived.
std::vector<Finding> judge(const Input& input, const std::string& preset = {});

/// `range` as users see it: the path that leads to the file from where they stand, line and column.
std::string placeText(const Input& input, const SourceRange& range);

/// The path of one of the model's files, from where the user stands.
std::string filePath(const std::string& modelPath, const std::string& file);

/// Says that something failed: `factline: message`; gives Misread.
int complain(Console& console, const Error& error);

} // namespace factline::cli
