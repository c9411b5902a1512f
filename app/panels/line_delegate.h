// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws the lines of a list on the background that the style gives them; what stands on a line is for
/// whoever extends it.
class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit LineDelegate(picture::Theme theme, QObject* parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(std::move(theme)) {}

    void setTheme(const picture::Theme& theme) { m_theme = theme; }
    const picture::Theme& theme() const { return m_theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    /// The painter has the line's font; what is set on it is forgotten afterwards.
    virtual void paintLine(QPainter& painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const = 0;

private:
    picture::Theme m_theme;
};

} // namespace factline::panels
