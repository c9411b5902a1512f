// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "domain/lookup.h"
#include "edit/edit.h"

// The single edits, one function and one file each; apply() chooses among them.
namespace factline::edit {

Result<Applied> add(const Model& model, const AddElement& edit);
Result<Applied> paste(const Model& model, const Paste& edit);
Result<Applied> remove(LatestLookup& known, const Model& model, const RemoveElements& edit);
Result<Applied> rename(LatestLookup& known, const Model& model, const Rename& edit, const Model& opened);
Result<Applied> renameStage(const Model& model, const RenameStage& edit);
Result<Applied> replace(const Model& model, const ReplaceElement& edit);
Result<Applied> moveToContext(LatestLookup& known, const Model& model, const MoveToContext& edit);
Result<Applied> changeRoot(const Model& model, const ChangeRoot& edit);

/// "event OrderCompleted", for labels and messages; a subscription is named by its event.
Phrase called(const Element& element, ElementKind kind, const Ref& event = {});

/// The objection to a name of a context that references could not say; nothing for any other name.
std::optional<Error> objectionToName(ElementKind kind, const std::string& name);

/// The failure where an id belongs to nothing.
tl::unexpected<Error> unknownId();

} // namespace factline::edit
