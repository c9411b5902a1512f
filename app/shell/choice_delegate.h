// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

#include "picture/theme.h"

namespace factline::shell {

/// Paints a line of a Chooser: colour of the kind, text, a quiet note, a shortcut at the right.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { Number = Qt::UserRole, Note, Keys, Kind };
    static constexpr int lineHeight = 30;

    /// `theme` is read each time it paints: it belongs to the Chooser.
    ChoiceDelegate(const picture::Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, lineHeight}; }

private:
    const picture::Theme& m_theme;
};

/// A key as a key cap: a small box with its letters, its right edge at `right`. Gives its width.
int drawKeyCap(QPainter& painter, const QRect& line, int right, const QString& keys,
               const picture::Theme& theme);

} // namespace factline::shell
