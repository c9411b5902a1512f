// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "workspace/workspace.h"

namespace factline::workspace {

/// The context that something new stands in where nobody says which: the one around what is selected, else
/// the first one. Nothing where the model has none.
ElementId sensibleContext(const Workspace& around);

/// Adds an element of any name, good or bad, as one step, and selects it. `context`: none takes the sensible
/// one. It is linked to what is selected where that is what one means: an event announces the fact or follows
/// from the policy, a view is fed by the event, a policy is triggered by it, a decision reads the view.
/// `at`: its centre (a context: its top left corner), if there is room. A failure is told the user too.
Result<ElementId> add(const Workspace& around, ElementKind kind, const std::string& name,
                      ElementId context = {}, std::optional<diagram::Point> at = std::nullopt);

/// The same with a link from an element to it (see edit::link), all one step.
Result<ElementId> addLinked(const Workspace& around, ElementId from, ElementKind kind,
                            const std::string& name, ElementId context = {},
                            std::optional<diagram::Point> at = std::nullopt);

/// Declares what others refer to and nobody declares, as one step, and selects it; the context in its name
/// comes with it where that is missing too. A failure is told the user too.
Result<ElementId> declare(const Workspace& around, const ElementKey& key);

/// Adds one element a line as one step and selects them; empty lines and list marks are left out, and words
/// are put together as the kind's names are ("Order placed" is the event OrderPlaced).
void pasteLines(const Workspace& around, const QString& lines, ElementKind kind, ElementId context = {});

/// Adds copies beside the elements as one step, under the next free names, and selects them.
void duplicate(const Workspace& around, const std::vector<ElementId>& ids);

} // namespace factline::workspace
