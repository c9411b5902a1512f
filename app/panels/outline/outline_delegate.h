// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws a line of the outline: the kind's colour, the name, and at the right the team and how many problems
/// there are.
class OutlineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    OutlineDelegate(picture::Theme theme, QObject* parent);

    void setTheme(const picture::Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Gives an editor its text once: what is being typed stays, whatever the model says meanwhile.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    picture::Theme m_theme;
};

} // namespace factline::panels
