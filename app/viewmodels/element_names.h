// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <QAbstractListModel>

#include "domain/model.h"

namespace factline::viewmodels {

/// The names that complete a reference to an element of some kinds, as they are written in one context: its
/// own bare and first, then those of others.
class ElementNames : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Model& model, std::span<const ElementKind> kinds, std::string_view context);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Name {
        QString text;
        ElementKind kind;
        bool operator==(const Name&) const = default;
    };
    std::vector<Name> m_names;
};

} // namespace factline::viewmodels
