// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "generate/target.h"
#include "generate/watch.h"

namespace factline::generate {

/// What to generate. Empty lists mean: what the model calls for.
struct Options {
    std::vector<std::string> targets; ///< ids; empty: what each context's store and part in the flow call for
    std::string context;              ///< name; empty: every context that is not external
};

/// Everything the model gives for these options: pure, deterministic, linear in the size of the model; the
/// contexts are spread over the machine's processors. An error is an unknown target or context (it lists
/// those there are), a template that fails, or `Cancelled`. Progress counts contexts.
Result<Output> generate(const Lookup& lookup, const Options& options, const Templates& templates,
                        const Watch& watch = {});

/// The folders that these options are about, as "<context>/", "<context>/<target>/" or "*/<target>/"; empty:
/// all. In a folder that they are about, files of an earlier run that are no longer generated are stale.
std::vector<std::string> scope(const Options& options);

/// A name as one component of a path: letters, digits, '-', '_' and inner '.' stay, every other byte becomes
/// `_xx` in hexadecimal, so that two names never meet in one folder and none leads out of it.
std::string pathComponent(std::string_view name);

} // namespace factline::generate
