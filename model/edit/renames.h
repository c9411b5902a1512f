// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "domain/references.h"
#include "edit/endings.h"

namespace factline::edit {

/// What elements are called after an edit, as seen by everything that refers to them in the model before it.
class Renames {
public:
    /// `before` must outlive this.
    explicit Renames(const Lookup& before)
        : m_before(before) {}

    /// An element's new qualified name. Counts only for the first of its old name: that is what references
    /// mean.
    void element(const Located& located, Ref to);

    /// A context's new name, which goes into the references to everything inside it.
    void context(const Context& context, const ContextName& to);

    /// The context around an element after the edit, where it is another one.
    void home(ElementId elementOrContext, ContextName after) { m_homes[elementOrContext] = std::move(after); }

    /// The reference after the edit.
    Ref operator()(const RefUse& use, const Ref& ref) const;

    /// Whether that is another one.
    bool changes(const RefUse& use, const Ref& ref) const;

    /// What an element of that kind and name is called after the edit.
    Ref operator()(ElementKind kind, const Ref& ref) const;

    /// The context around an element before and after the edit.
    Home homeOf(const Context* around, const Element& element) const;

    const Lookup& before() const { return m_before; }

private:
    const Lookup& m_before;
    std::unordered_map<ElementKey, Ref> m_elements;
    Endings m_names; ///< of references to these
    std::unordered_map<ElementId, ContextName> m_homes;
    std::unordered_map<ContextName, ContextName> m_contexts; ///< for references that lead nowhere
};

/// Changes every reference of a model, its waivers' and scenarios' texts included, and tells how many it
/// changed. An error where a payload would have to name a type in a way that it cannot.
Result<std::size_t> rewrite(Model& model, const Renames& renames);

/// Whether a payload field can name a type so.
bool canBeSaid(const std::string& typeName);

/// The text of a root waiver ("orders/OrderCompleted", "event orders/OrderCompleted") after renames.
std::string rewriteElementText(std::string_view text, const Renames& renames);

/// A scenario's path ("contexts.orders.events.OrderCompleted.rate") after renames.
std::string rewritePath(std::string_view path, const Renames& renames);

} // namespace factline::edit
