// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/picks_model.h"

#include "generate/target.h"
#include "viewmodels/text.h"

namespace factline::viewmodels {

std::uint64_t PickRow::key() const {
    return std::hash<std::string>{}(target.empty() ? context : target);
}

void PicksModel::show(const std::vector<Pick>& picks) {
    std::vector<PickRow> rows;
    for (const Pick& pick : picks) {
        if (rows.empty() || rows.back().context != pick.context) rows.push_back({.context = pick.context});
        rows.back().inside.push_back({.context = pick.context,
                                      .target = pick.target,
                                      .state = pick.wanted ? Qt::Checked : Qt::Unchecked,
                                      .byDefault = pick.byDefault});
    }
    for (PickRow& row : rows) {
        const auto ticked = std::ranges::count(row.inside, Qt::Checked, &PickRow::state);
        row.state = ticked == 0                                                ? Qt::Unchecked
                    : ticked == static_cast<std::ptrdiff_t>(row.inside.size()) ? Qt::Checked
                                                                               : Qt::PartiallyChecked;
    }
    take(std::move(rows));
}

Qt::ItemFlags PicksModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = TreeModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

bool PicksModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole) return false;
    const PickRow row = rowAt(index);
    emit picked(toQString(row.context), toQString(row.target), value.toInt() != Qt::Unchecked);
    return true;
}

QVariant PicksModel::value(const PickRow& row, int role) const {
    const generate::Target* target = generate::findTarget(row.target);
    switch (role) {
    case Qt::DisplayRole:
        return toQString(row.target.empty() ? row.context : row.target);
    case Qt::CheckStateRole:
        return row.state;
    case Qt::ToolTipRole:
        if (!target) return {};
        return row.byDefault ? tr("%1. The context calls for it.").arg(toQString(target->summary))
                             : tr("%1. Nothing in the context calls for it.").arg(toQString(target->summary));
    default:
        return {};
    }
}

} // namespace factline::viewmodels
