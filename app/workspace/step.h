// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edit/edit.h"
#include "workspace/workspace.h"

namespace factline::workspace {

/// Does one step and says so in passing, with an offer to undo it; says why where it cannot be done. Gives
/// whether it was done.
bool takeStep(const Workspace& around, const Result<edit::Edit>& edit);

} // namespace factline::workspace
