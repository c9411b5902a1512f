// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/phrase.h"
#include "base/result.h"
#include "domain/lookup.h"

namespace factline::edit {

/// Any named element as a value.
using AnyValue = std::variant<Claim, Context, Fact, Channel, Event, TypeDefinition, View, Subscription,
                              Policy, Decision, Audience>;

/// Puts a new element (with everything inside it) into the model. Ids in `value` are ignored: it gets new
/// ones.
struct AddElement {
    AnyValue value;
    ElementId where; ///< the context; for a subscription its view or policy; none at the root
    std::optional<std::size_t> position; ///< index in its list; absent (or too large): at the end
    bool operator==(const AddElement&) const = default;
};

/// Takes elements away with everything inside them. References to them stay and lead nowhere: that is a
/// finding.
struct RemoveElements {
    std::vector<ElementId> ids;
    bool operator==(const RemoveElements&) const = default;
};

/// Gives an element another name and changes every reference that means it.
struct Rename {
    ElementId id;
    std::string name;
    bool operator==(const Rename&) const = default;
};

/// Gives a stage of the migration another name, in `stages`, `now` and every since and until.
struct RenameStage {
    StageName from;
    StageName to;
    bool operator==(const RenameStage&) const = default;
};

/// Changes any field of the element with the value's id, but its name (see Rename). Elements inside it keep
/// their identity where the value gives their ids.
struct ReplaceElement {
    AnyValue value;
    bool operator==(const ReplaceElement&) const = default;
};

/// Moves facts, channels, events, types, views, policies and decisions; references follow.
struct MoveToContext {
    std::vector<ElementId> ids;
    ElementId context;
    bool operator==(const MoveToContext&) const = default;
};

/// Many additions as one step.
struct Paste {
    std::vector<AddElement> elements;
    bool operator==(const Paste&) const = default;
};

/// What the model says about itself.
struct Root {
    std::string name;
    std::string summary;
    std::optional<Migration> migration;
    std::optional<LintSettings> lint;
    std::vector<std::string> hotspots;
    std::vector<Waiver> waivers;
    std::vector<Scenario> scenarios;
    bool operator==(const Root&) const = default;
};

/// The root of a model, to be changed and given back with ChangeRoot.
Root rootOf(const Model& model);

struct ChangeRoot {
    Root root;
    bool operator==(const ChangeRoot&) const = default;
};

using SingleEdit = std::variant<AddElement, RemoveElements, Rename, RenameStage, ReplaceElement,
                                MoveToContext, Paste, ChangeRoot>;

/// Several edits as one step, for quick fixes and forms; all or none.
struct Several {
    Phrase label;
    std::vector<SingleEdit> edits;
    bool operator==(const Several&) const = default;
};

/// One step that undo takes back.
using Edit = std::variant<AddElement, RemoveElements, Rename, RenameStage, ReplaceElement, MoveToContext,
                          Paste, ChangeRoot, Several>;

/// What came of an edit.
struct Applied {
    Model model;
    Phrase label;                 ///< for undo: "Rename OrderCompleted to OrderPlaced"
    std::size_t references = 0;   ///< changed by a rename or move; left leading nowhere by a removal
    std::vector<ElementId> added; ///< ids of added elements, each before what is inside it
};

/// The model after an edit; the given one stays as it is. `opened` is the model as its files were opened: a
/// rename writes `formerly` where the old name stands there, and takes it away on renaming back. Expected
/// failures: an id that is not there, or something put where it cannot stand. A name that is taken is none:
/// it is a finding.
Result<Applied> apply(const Model& model, const Edit& edit, const Model& opened);

/// The same as one edit among many: `known` keeps of each model what the next edit needs to know.
Result<Applied> apply(const Model& model, const Edit& edit, const Model& opened, LatestLookup& known);

/// The same for a model as just opened.
Result<Applied> apply(const Model& model, const Edit& edit);

} // namespace factline::edit
