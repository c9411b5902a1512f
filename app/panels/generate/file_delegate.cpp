// SPDX-License-Identifier: Apache-2.0
#include "panels/generate/file_delegate.h"

#include <QApplication>
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

FileDelegate::FileDelegate(const picture::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

void FileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    painter->save();
    painter->setFont(option.font);
    QRect rest = option.rect.adjusted(4, 0, -gap, 0);
    const bool folder = index.data(GeneratedFilesModel::IsFolder).toBool();
    const auto fate = static_cast<Fate>(index.data(GeneratedFilesModel::FateRole).toInt());
    const QString state = index.data(GeneratedFilesModel::StateText).toString();
    painter->setPen(folder ? m_theme.quietText : colourOf(fate, m_theme));
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, state);
    rest.setRight(rest.right() - option.fontMetrics.horizontalAdvance(state) - gap);
    painter->setPen(m_theme.text);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, rest.width()));
    painter->restore();
}

} // namespace factline::panels
