// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "workspace/workspace.h"

namespace factline::workspace {

/// Links two elements as one step (see edit::link). Where that makes no sense the user is told why and what
/// to do instead.
Result<void> link(const Workspace& around, ElementId from, ElementId to);

/// Moves elements to a context as one step, references included; those that stand there already stay. `at`:
/// where they are to stand, if there is room. Where it cannot be done the user is told why.
Result<void> moveTo(const Workspace& around, std::vector<ElementId> ids, ElementId context,
                    std::optional<diagram::Point> at = std::nullopt);

/// Notes a hotspot, one line, at an element or (none) at the model, as one step. An empty one is no
/// question.
void addHotspot(const Workspace& around, ElementId element, const QString& text);

} // namespace factline::workspace
