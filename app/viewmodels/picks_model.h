// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/generation.h"
#include "viewmodels/tree_model.h"

namespace factline::viewmodels {

/// A context, or one target inside it.
struct PickRow {
    std::string context;
    std::string target; ///< empty: the context
    Qt::CheckState state = Qt::Unchecked;
    bool byDefault = false;
    std::vector<PickRow> inside;

    std::uint64_t key() const;
    bool says(const PickRow& other) const { return state == other.state && byDefault == other.byDefault; }
};

/// The contexts of a model and the targets for each, to be ticked.
class PicksModel : public TreeModel<PickRow> {
    Q_OBJECT
public:
    using TreeModel::TreeModel;

    void show(const std::vector<Pick>& picks);
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Only asks: the tick comes with the next show().
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// `target` empty: all of them.
    void picked(const QString& context, const QString& target, bool wanted);

protected:
    QVariant value(const PickRow& row, int role) const override;
};

} // namespace factline::viewmodels
