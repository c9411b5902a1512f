// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/shared.h"
#include "contract/read.h"
#include "contract/write.h"
#include "diagram/positions.h"
#include "domain/lookup.h"

namespace factline::document {

/// Typed text that cannot be understood yet. The model stays as it was until it can.
struct Draft {
    std::vector<contract::SourceFile> files; ///< those whose text differs from what the model says
    std::vector<contract::Problem> problems; ///< of the whole model with these texts in it

    /// A file of the model as it was typed, or null.
    const contract::SourceFile* find(const std::string& path) const;
};

/// What undo walks along: the model, where its shapes stand, and the files that its text is written against.
struct State {
    Model model;
    Shared<diagram::Positions> positions; ///< most steps leave all shapes where they are
    /// The files as opened, or as last typed: comments and order come from them.
    std::shared_ptr<const contract::ReadModel> base;
    std::optional<Draft> draft = std::nullopt;
};

/// One immutable state, shared by whoever looks at it. Null: nothing is open.
using Snapshot = std::shared_ptr<const State>;

/// The files that say what a state's model says, every untouched byte as in `base`. Errors as renderModel.
Result<contract::Written> textOf(const State& state);

/// Where the shapes of a state stand once its model is another one (see diagram::carryPositions): the very
/// same where none of them is to be kept otherwise.
Shared<diagram::Positions> carriedPositions(const State& before, const Model& after);

/// The same files with a draft's texts in place of theirs.
std::vector<contract::SourceFile> withDraft(std::vector<contract::SourceFile> files,
                                            const std::optional<Draft>& draft);

/// True where the text can stand for the model: its YAML does not break off, and it has no problem that
/// `base` has not.
bool readsNoWorse(const contract::ReadModel& read, const contract::ReadModel& base);

/// A model's files, their places on disk, and what stands in them.
struct Opened {
    std::filesystem::path file;             ///< the root file, absolute; empty: it has none yet
    std::vector<contract::SourceFile> disk; ///< as they are on disk; empty where there are none yet
    Snapshot state;
    std::vector<Phrase> notices; ///< what the user has to know, such as a sidecar that cannot be read
    std::string sidecar = {};    ///< the bytes of the file of positions; empty: there is none
    /// Of the state, where it was made on the way: making it for a large model takes a while.
    std::shared_ptr<const Lookup> lookup = {};
};

/// Whether they are the same paths with the same bytes.
bool sameFiles(const std::vector<contract::SourceFile>& a, const std::vector<contract::SourceFile>& b);

/// What stands in the sidecar beside a root file; empty where there is none.
std::string sidecarBytes(const std::filesystem::path& file);

/// Reads a model's file or folder and the positions beside it. An error only where nothing could be opened;
/// what could not be understood is in `state->base->problems`.
Result<Opened> openFile(const std::filesystem::path& fileOrFolder);

/// A model that has no file yet, from the text of a template or from the clipboard.
Opened openText(std::string text);

} // namespace factline::document
