// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "contract/read.h"

namespace factline::viewmodels {

/// What could not be read in the files of a model, one line each, in the order of places.
class LineNotes : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<contract::Problem> problems);
    const std::vector<contract::Problem>& problems() const { return m_problems; }
    /// "line 12: …", with the file in front where the model has several.
    QString sentence(const contract::Problem& problem) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<contract::Problem> m_problems;
};

} // namespace factline::viewmodels
