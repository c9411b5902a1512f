// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "domain/model.h"
#include "edit/edit.h"

namespace factline::jobs {

/// The step that makes true what a scenario sets; the outages it assumes are nothing that a model could be.
/// Errors: as contract::withScenario, and InvalidArgument where it sets nothing.
Result<edit::Edit> applying(const Model& model, const Scenario& scenario);

/// The step that keeps a scenario in the model under a name ("Black Friday" is kept as black-friday), in the
/// place of one that has it already. Errors: InvalidArgument for a name without a letter or figure, and for a
/// scenario that assumes nothing.
Result<edit::Edit> keeping(const Model& model, Scenario scenario, const std::string& name);

} // namespace factline::jobs
