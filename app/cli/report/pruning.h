// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/input.h"
#include "cli/report/baseline.h"

namespace factline::cli {

/// A baseline without what is not found any more.
struct Pruned {
    Baseline left;
    std::vector<Baseline::Entry> gone; ///< how many of each are mended, or settled by a waiver
    std::vector<Baseline::Entry> lost; ///< those whose element is not in the model any more
    std::size_t unjudged = 0;          ///< findings that stay because their rule is not known here
};

/// Takes out of a baseline what is mended, settled by a waiver, or about an element that is gone. An entry
/// stays as long as its finding is there with all rules on and in any stage, whatever preset, `lint:` and
/// stage leave out of this run; so does one of a rule that is not known here. Refused where some of the model
/// could not be read, and where the baseline seems to be that of another model.
Result<Pruned> prune(const Baseline& baseline, const Input& input);

/// "1 problem in reading, and what could not be read ...": why no baseline is written then.
std::string unreadReason(const Input& input);

} // namespace factline::cli
