// SPDX-License-Identifier: Apache-2.0
#include "panels/line_list.h"

#include <QTreeView>

#include "panels/line_delegate.h"

namespace factline::panels {

QTreeView* lineList(QAbstractItemModel& model, LineDelegate* delegate, const QString& accessibleName,
                    QWidget* parent) {
    auto* list = new QTreeView(parent);
    list->setModel(&model);
    list->setItemDelegate(delegate);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);
    list->setIndentation(0);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(accessibleName);
    // Later, because the list itself has to know of the lines first.
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, list, &QTreeView::expandAll,
                     Qt::QueuedConnection);
    return list;
}

} // namespace factline::panels
