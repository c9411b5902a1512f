// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/line_notes.h"

#include <algorithm>

#include "viewmodels/text.h"

namespace factline::viewmodels {

void LineNotes::show(std::vector<contract::Problem> problems) {
    if (problems == m_problems) return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

QString LineNotes::sentence(const contract::Problem& problem) const {
    const bool oneFile = std::ranges::all_of(
        m_problems, [&](const auto& other) { return other.place.file == m_problems.front().place.file; });
    const QString text = toQString(problem.message);
    if (oneFile) return tr("line %1: %2").arg(problem.place.line).arg(text);
    return tr("%1, line %2: %3").arg(toQString(problem.place.file)).arg(problem.place.line).arg(text);
}

int LineNotes::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

QVariant LineNotes::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const contract::Problem& problem = m_problems[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString text = sentence(problem);
        if (!text.isEmpty()) text[0] = text[0].toUpper();
        return text;
    }
    default:
        return {};
    }
}

} // namespace factline::viewmodels
