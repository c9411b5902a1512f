// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/file_delegate.h"

#include <QPainter>

#include "panels/metrics.h"
#include "viewmodels/generated_files_model.h"

namespace factline::panels {

namespace {

using generate::Fate;
using viewmodels::GeneratedFilesModel;

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
    QRect rest = option.rect.adjusted(4, 0, -lineGap, 0);
    const bool folder = index.data(GeneratedFilesModel::IsFolder).toBool();
    const auto fate = static_cast<Fate>(index.data(GeneratedFilesModel::FateRole).toInt());
    const QString name = index.data().toString();
    QString state = index.data(GeneratedFilesModel::StateText).toString();
    // That nothing comes of a file is no news where its name needs the room.
    const auto widthOf = [&](const QString& text) { return option.fontMetrics.horizontalAdvance(text); };
    if (fate == Fate::Unchanged && widthOf(name) + lineGap + widthOf(state) > rest.width()) state.clear();
    painter.setPen(folder ? theme().quietText : colourOf(fate, theme()));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, state);
    if (!state.isEmpty()) rest.setRight(rest.right() - widthOf(state) - lineGap);
    painter.setPen(theme().text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(name, Qt::ElideMiddle, rest.width()));
}

} // namespace factline::panels
