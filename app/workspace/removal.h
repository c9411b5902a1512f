// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "workspace/workspace.h"

namespace factline::workspace {

/// Deletes elements without asking; a toast says what is gone and how many references led there, and offers
/// to undo.
void remove(const Workspace& around, std::vector<ElementId> ids);

} // namespace factline::workspace
