// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/finding.h"
#include "domain/lookup.h"
#include "edit/edit.h"

namespace factline::lint {

/// One step that settles a finding.
struct Fix {
    Phrase title;        ///< what it does, also the step's label: "Let stores own loyalty-balance"
    bool isSafe = false; ///< it only declares what is so; otherwise it changes what the model means, and is
                         ///< looked at before it is done, never one of many at once
    edit::Edit edit;
};

/// How a rule makes the fix of one of its findings, where it knows one. `lookup` is of the whole model, every
/// stage, that the fix is applied to; pure.
using MakeFix = std::optional<Fix> (*)(const Finding&, const Lookup& lookup);

/// The fix of a finding of any rule; nothing where its rule knows none.
std::optional<Fix> fixOf(const Finding& finding, const Lookup& lookup);

} // namespace factline::lint
