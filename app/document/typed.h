// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/state.h"

namespace factline::document {

/// What becomes of a state when somebody types a text for one of its files.
struct Typed {
    Snapshot of;                     ///< into which it was typed
    std::optional<State> state = {}; ///< nothing: the text is there already
};

/// What somebody has read already: the text of a state, and what it was read as, with the state's ids.
struct Known {
    Snapshot of;
    std::shared_ptr<const contract::ReadModel> read;

    /// It is what a state says; that its shapes stand elsewhere does not matter.
    bool says(const State& state) const {
        return read && of && of->base == state.base && of->model == state.model;
    }
};

/// Reads a typed text; on any thread, because reading a long one takes its time. `said`: the files as textOf
/// gives them. `near`: what these were read as, where somebody knows. What cannot be understood becomes a
/// draft. Errors: NotFound for a file that the model has not.
Result<Typed> readTyped(const Snapshot& snapshot, const std::vector<contract::SourceFile>& said,
                        const std::string& path, const Shared<std::string>& text,
                        std::shared_ptr<const contract::ReadModel> near = {});
/// The same for a state whose text is known, or is to be worked out first. Errors as textOf, too.
Result<Typed> readTyped(const Snapshot& snapshot, const Known& known, const std::string& path,
                        const Shared<std::string>& text);

} // namespace factline::document
