// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/file_delegate.h"

#include <QPainter>

#include "viewmodels/generated_files_model.h"

namespace factline::panels {

namespace {

using generate::Fate;
using viewmodels::GeneratedFilesModel;

constexpr int gap = 8;

QColor colourOf(Fate fate, const picture::Theme& theme) {
    switch (fate) {
    case Fate::Created:
    case Fate::Changed:
        return theme.kept.text;
    case Fate::Refused:
        return theme.broken.text;
    case Fate::Removed:
        return theme.atRisk.text;
    case Fate::Unchanged:
    case Fate::Kept:
        break;
    }
    return theme.quietText;
}

} // namespace

void FileDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    QRect rest = option.rect.adjusted(4, 0, -gap, 0);
    const bool folder = index.data(GeneratedFilesModel::IsFolder).toBool();
    const auto fate = static_cast<Fate>(index.data(GeneratedFilesModel::FateRole).toInt());
    const QString state = index.data(GeneratedFilesModel::StateText).toString();
    painter.setPen(folder ? theme().quietText : colourOf(fate, theme()));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, state);
    rest.setRight(rest.right() - option.fontMetrics.horizontalAdvance(state) - gap);
    painter.setPen(theme().text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
}

} // namespace factline::panels
