// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::panels {

/// Draws what a promise comes to in one scenario: a sign and the time on the colours of its verdict, and the
/// share of the error budget where an outage uses more of it than there is.
class ScenarioDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ScenarioDelegate(const picture::Theme& theme, QObject* parent);
    void setTheme(const picture::Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QString textOf(const QModelIndex& index) const;

    picture::Theme m_theme;
};

} // namespace factline::panels
