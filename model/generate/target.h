// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "domain/lookup.h"
#include "generate/file.h"
#include "generate/templates.h"
#include "generate/wire_index.h"

namespace factline::generate {

/// What a target renders from: one context of a model, and the templates to fill.
struct Request {
    const Lookup& lookup;
    const Context& context;
    const WireIndex& wires;
    const Templates& templates;
    std::string folder; ///< where its files belong, "<context>/<target>/"
};

/// One kind of output: a pure function from a context to files.
struct Target {
    std::string_view id;   ///< "postgresql"; also the folder of its templates
    Phrase::Words summary; ///< one line for `generate --list`
    /// Whether the context's store and what it publishes or consumes call for this target when none is asked
    /// for.
    bool (*byDefault)(const Lookup& lookup, const Context& context);
    /// The files, with paths that begin with `folder`; empty where the context gives nothing to render.
    Result<Output> (*render)(const Request& request);
};

/// All targets, sorted by id.
std::span<const Target> targets();

/// The target of that id, or null.
const Target* findTarget(std::string_view id);

} // namespace factline::generate
