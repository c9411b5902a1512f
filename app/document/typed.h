// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/state.h"

namespace factline::document {

/// What becomes of a state when somebody types a text for one of its files.
struct Typed {
    Snapshot of;                     ///< into which it was typed
    std::optional<State> state = {}; ///< nothing: the text is there already
};

/// Reads a typed text; on any thread, because reading a long one takes its time. `said`: the files as textOf
/// gives them. What cannot be understood becomes a draft. Errors: NotFound for a file that the model has not.
Result<Typed> readTyped(const Snapshot& snapshot, const std::vector<contract::SourceFile>& said,
                        const std::string& path, const Shared<std::string>& text);

} // namespace factline::document
