// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "base/element.h"

namespace factline::viewmodels {

/// What is selected, in every panel and on the canvas alike. Holds ids, so that it survives renames and
/// moves; an id that is gone from the model is simply not found there.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<ElementId>& ids() const { return m_ids; } ///< in the order of selecting
    ElementId current() const { return m_ids.empty() ? ElementId{} : m_ids.back(); } ///< none: nothing
    const std::string& field() const { return m_field; } ///< key path inside the current one; mostly empty

    /// Something that others refer to and nobody declares is selected by its name, and nothing else with it.
    const std::optional<ElementKey>& undeclared() const { return m_undeclared; }

    void set(std::vector<ElementId> ids);
    /// One element, and where asked a field of it that is to be looked at ("announces").
    void select(ElementId id, std::string field = {});
    void selectUndeclared(ElementKey key);
    void toggle(ElementId id);
    void clear() { set({}); }

signals:
    void changed();
    /// The current one is to be brought into view, wherever it is shown: it was chosen elsewhere.
    void reveal();

private:
    std::vector<ElementId> m_ids;
    std::string m_field;
    std::optional<ElementKey> m_undeclared;
};

} // namespace factline::viewmodels
