// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws a file that would be written: its name, and what would become of it at the right.
class FileDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    FileDelegate(const picture::Theme& theme, QObject* parent);

    void setTheme(const picture::Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    picture::Theme m_theme;
};

} // namespace factline::panels
