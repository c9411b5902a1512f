// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/element.h"
#include "base/phrase.h"
#include "base/result.h"

namespace factline::generate {

/// Who looks after a file once it is written.
enum class Ownership {
    Generated, ///< the program: written anew each time, an edit by hand is refused
    Handler,   ///< the user: scaffolded once, never overwritten
};

/// One file as a value. `path` is relative to the output folder, '/' separated, without "." and "..".
struct GeneratedFile {
    std::string path;
    std::string content;
    Ownership ownership = Ownership::Generated;
    std::vector<std::string> handles{}; ///< of a handler: the words it has to have, one for each event
    bool operator==(const GeneratedFile&) const = default;
};

/// Something of the model that is not in the generated files, and why.
struct Omission {
    ElementKey element;
    std::string target;    ///< id of the target that leaves it out; empty: no target makes it
    Phrase reason;         ///< one sentence that ends with what to change
    bool partly = false;   ///< the element is generated; only what the reason names is missing
    std::string context{}; ///< whose files it is missing in; empty: in all
    bool operator==(const Omission&) const = default;
};

/// What rendering gives: files sorted by path, each path once, and what was left out.
struct Output {
    std::vector<GeneratedFile> files;
    std::vector<Omission> omitted;
    bool operator==(const Output&) const = default;
};

} // namespace factline::generate
