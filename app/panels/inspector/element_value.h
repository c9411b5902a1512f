// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/form/form.h"
#include "domain/lookup.h"
#include "edit/edit.h"

namespace factline::panels {

/// An element of a snapshot, or the model itself, as a form looks at it. Valid as long as the model.
struct FoundElement {
    ElementKind kind = ElementKind::Model;
    const Model* model = nullptr;
    std::optional<AnyElement> element; ///< none: the model itself
    std::string context;               ///< the context whose bare names it can use; empty outside of any
    const Element* consumer = nullptr; ///< a subscription's view or policy
    ElementKind consumerKind = ElementKind::View;

    const Element* base() const; ///< what all elements have; null for the model
};

/// The element with an id; none: the model itself. Nothing for an id that is not there.
std::optional<FoundElement> findElement(const Model& model, ElementId id);

std::optional<contract::Tree> valueOf(const FoundElement& found, std::string_view key);

/// The edit that gives a field another value; nothing where it has that value already. An error as the reader
/// words it.
Result<std::optional<edit::Edit>> changeOf(const FoundElement& found, std::string_view key,
                                           const std::optional<contract::Tree>& value);

/// An element that stands inside another one.
struct InnerElement {
    ElementId id;
    ElementKind kind = ElementKind::Fact;
    std::string name; ///< a subscription's event, as short as it can be
    bool operator==(const InnerElement&) const = default;
};
std::vector<InnerElement> innerElements(const FoundElement& found, std::string_view key);

/// The edit that puts a new element of a kind into this one; `name`: of the event where it is a subscription.
edit::Edit additionOf(const FoundElement& into, ElementKind kind, const std::string& name);

} // namespace factline::panels
