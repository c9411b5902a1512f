// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "panels/inspector/editor.h"

namespace factline::panels {

/// Edits the cells of a small table: a box where there are words to choose from, else a line with completion.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    CellDelegate(contract::FormField table, const EditorSetting& setting, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    contract::FormField m_table;
    EditorSetting m_setting;
};

} // namespace factline::panels
