// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/model.h"

namespace factline::compare {

/// One key that says something else.
struct FieldChange {
    std::string path;   ///< inside the element, as in `freshness.within`
    std::string before; ///< its value in canonical form on one line; empty: not given
    std::string after;

    bool operator==(const FieldChange&) const = default;
};

/// What has become of one element. References that follow a rename are no change of who refers.
struct ElementChange {
    std::optional<ElementKey> before; ///< nothing: it is new
    std::optional<ElementKey> after;  ///< nothing: it is gone
    ElementId was;                    ///< in the model before; none where it is new, and for the model itself
    ElementId is;                     ///< in the model after
    bool renamed = false;             ///< its own name, not that of its context
    bool moved = false;               ///< to another context
    std::vector<FieldChange> fields;  ///< in the order of the language; empty where it is new or gone

    bool operator==(const ElementChange&) const = default;
};

/// Whether the ids of two models say which elements are the same.
enum class Ids : std::uint8_t {
    Unrelated, ///< each was read for itself
    Shared,    ///< one came of the other by edits
};

/// What is different between two models, element by element: what has changed about the model itself, then in
/// the order of the model after, at the end what is gone. Empty where both say the same: the order of what is
/// written, comments, short forms and the division into files count for nothing, but the order of a `key` and
/// of `stages` does.
///
/// An element is the same as before where its kind and qualified name are, where `formerly` says so, where it
/// is the only one of its list whose name was typed anew at its place, or where the only one of its kind and
/// name that is gone stands in another context now. Where ids are shared they say it before all of these.
std::vector<ElementChange> difference(const Model& before, const Model& after, Ids ids = Ids::Unrelated);

} // namespace factline::compare
