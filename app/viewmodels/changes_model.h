// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>

#include "compare/compare.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// One line of a comparison: what has become of an element, or one of its fields.
struct ChangeRow {
    bool isField = false;
    std::uint64_t number = 0; ///< unique among its siblings, the same for the same element later on
    QString text;             ///< the element's own name; a field's path
    QString note;             ///< its kind and context; a field's values before and after
    QString word;             ///< "new", "gone", ...; a field: none
    int change = -1;          ///< which of the changes shown; a field's: that of its element
    std::vector<ChangeRow> inside;

    std::uint64_t key() const { return number; }
    bool says(const ChangeRow& other) const {
        return text == other.text && note == other.note && word == other.word && change == other.change;
    }
};

/// What is different between two models, element by element, each with its fields below it.
class ChangesModel : public TreeModel<ChangeRow> {
    Q_OBJECT
public:
    enum Role { Note = Qt::UserRole, Word, IsField, Change };

    using TreeModel::TreeModel;

    /// Names as the map beside it writes them; `titles`: of contexts that have one of their own, by name.
    void show(std::span<const compare::ElementChange> changes,
              const std::map<std::string, QString>& titles = {});

protected:
    QVariant value(const ChangeRow& row, int role) const override;
};

} // namespace factline::viewmodels
