// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace factline::edit {

/// What a line drawn from one element to another would say.
enum class LinkMeaning {
    Announces, ///< an event announces a fact
    Feeds,     ///< an event feeds a view: a subscription; the first one also says what the view shows
    Triggers,  ///< an event triggers a policy
    Causes,    ///< a policy leads to an event
    Reads,     ///< a decision reads a view
    Asks,      ///< a decision asks the owner of a fact, synchronously
    Derives,   ///< a fact is computed from another fact, or from what a view of its context shows
    Shows,     ///< a view shows a fact
    Supplies,  ///< a context is the supplier of another one
};

/// Where a line may end, and the word on it as seen from where it starts ("announced by").
struct LinkTarget {
    ElementId id;
    LinkMeaning meaning = LinkMeaning::Announces;
    std::string_view word;
};

/// A kind of element that a line from a kind may end at, for making a new one there.
struct LinkKind {
    ElementKind kind = ElementKind::Model;
    LinkMeaning meaning = LinkMeaning::Announces;
    std::string_view word;
};

/// The one edit that links two elements, in whichever direction the line was drawn where only one makes
/// sense; a change of a context's relations has `from` as the supplier. Errors: InvalidArgument where the two
/// cannot be linked, Refused where they already are, or where a reference could not mean that element; the
/// message says why and what to do instead.
Result<Edit> link(const Model& model, ElementId from, ElementId to);

/// Every element that link() would succeed for, in the order of the model.
std::vector<LinkTarget> legalTargets(const Model& model, ElementId from);

/// The kinds among them, whether or not the model has any, in the order of the language.
std::vector<LinkKind> legalKinds(ElementKind from);

} // namespace factline::edit
