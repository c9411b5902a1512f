// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edit/edit.h"

namespace factline::edit {

/// The edit that lives with what a rule says of an element: the waiver is put on the element where it is in
/// the model at the stage of today, else into the list of the model (a fact that nobody owns stands nowhere).
/// `waiver.element` is filled in. Errors: InvalidArgument without a rule or a reason.
Result<Edit> waive(const Model& model, const ElementKey& element, Waiver waiver);

} // namespace factline::edit
