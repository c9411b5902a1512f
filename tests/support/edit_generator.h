// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <rapidcheck.h>

#include "edit/edit.h"

namespace factline::edit {

/// How RapidCheck prints an edit in a counterexample: its kind.
void showValue(const Edit& edit, std::ostream& out);

} // namespace factline::edit

namespace factline::testing {

/// An edit that can be applied to this model: any kind, any element, values taken from another generated
/// model.
rc::Gen<edit::Edit> edits(const Model& model);

} // namespace factline::testing
