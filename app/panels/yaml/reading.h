// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document/state.h"
#include "viewmodels/text_places.h"

namespace factline::panels {

/// A state's files as they are shown, and where its elements stand in them.
struct Reading {
    Result<std::vector<contract::SourceFile>> files;
    viewmodels::TextPlaces places;
    document::Snapshot of = {}; ///< that state
};

/// Takes a while for a large model: to be called away from the window. Nothing for no state.
Reading read(const document::Snapshot& snapshot);

} // namespace factline::panels
