// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/phrase.h"
#include "base/result.h"
#include "base/shared.h"
#include "contract/source_map.h"
#include "domain/model.h"

namespace factline::contract {

/// What cannot be read, at its place, with what to do next.
struct Problem {
    SourceRange place;
    Phrase message;
    bool kept = false; ///< what it is about was read as it stands; an edit may bring it about

    bool operator==(const Problem&) const = default;
};

/// "orders.factline.yaml:3:5: message"; as every command prints it, and for a window.
std::string toString(const Problem& problem);
Phrase said(const Problem& problem);

/// One file of a model: its path relative to the model's folder with '/' between the parts, and its bytes,
/// which copies share: what was read, what is shown and what is on disk are mostly the same.
struct SourceFile {
    std::string path;
    Shared<std::string> text;
};

/// A model as read: what could be understood, where it stands, and what could not be.
struct ReadModel {
    Model model;
    SourceMap sources;
    std::vector<Problem> problems; ///< in the order of files and places
    std::vector<SourceFile> files; ///< the root file first, then included ones in byte order of their paths
};

/// Reads the files of one model; the first is the root file. Never throws; every problem is reported and what
/// can be read is in the model. A context or claim that two files give is in it once, as the first says.
/// Elements get ids in reading order from 1.
ReadModel parseModel(std::vector<SourceFile> files);

/// Reads a file, or a folder's model.factline.yaml, and what it includes. An error only where the file cannot
/// be opened, is no regular file (a pipe, a device; it never waits for one) or is larger than a model may be;
/// everything else is a problem in the ReadModel.
Result<ReadModel> readModel(const std::filesystem::path& fileOrFolder);

/// `after` with the ids that its elements have in `before`: matched by kind and qualified name, then by
/// `formerly`; the only new one of a list is the only one that is gone if it stands in its place; what is new
/// gets ids from `before.nextId` on. Claims, contexts, audiences and what is in contexts are shared where
/// they stayed as they were.
Model carryIds(const Model& before, Model after);
/// The same for a model read again, its SourceMap included.
ReadModel carryIds(const Model& before, ReadModel after);

} // namespace factline::contract
