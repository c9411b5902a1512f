// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/read.h"

namespace factline::contract {

/// The same as carryIds(before.model, parseModel(files)). Where all that differs from `before` lies in a few
/// contexts of one file, and nothing was wrong there, only these are read again: that costs what changed and
/// a copy of the rest.
ReadModel reread(const ReadModel& before, std::vector<SourceFile> files);

/// What was read before, near to what was read of other texts, and is known to say this model: the same
/// again.
ReadModel rereadAs(const ReadModel& near, std::vector<SourceFile> files, const Model& model);

/// The same, where only contexts have to be read again; nothing, where all has to be.
std::optional<ReadModel> rereadContextsAs(const ReadModel& near, std::vector<SourceFile> files,
                                          const Model& model);

/// The first, where only contexts have to be read again; nothing, and `files` as they were, where all has to
/// be.
std::optional<ReadModel> rereadContexts(const ReadModel& before, std::vector<SourceFile>& files);

} // namespace factline::contract
