// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/lookup.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// One line of "used in": a heading, or an element at the other end of references.
struct UseRow {
    ElementId id; ///< none: a heading
    ElementKind kind = ElementKind::Model;
    QString text;
    QString note; ///< the fields that refer
    std::vector<UseRow> inside;

    std::uint64_t key() const { return id ? id.value : (std::uint64_t(1) << 40) + qHash(text); }
    bool says(const UseRow& other) const { return text == other.text && note == other.note; }
};

/// Who refers to one element, and what it refers to itself.
class UsedInModel : public TreeModel<UseRow> {
    Q_OBJECT
public:
    enum Role { Id = Qt::UserRole, Kind, Note };

    using TreeModel::TreeModel;

    void show(const Lookup& lookup, ElementId id);
    /// The same for what nobody declares.
    void showUndeclared(const Lookup& lookup, const ElementKey& key);
    static ElementId idAt(const QModelIndex& index) { return {index.data(Id).toUInt()}; }

protected:
    QVariant value(const UseRow& row, int role) const override;
};

} // namespace factline::viewmodels
