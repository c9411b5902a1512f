// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

#include "picture/theme.h"

namespace factline::panels {

/// An element to be clicked: the square of its kind and its name, cut in the middle where it has no room.
class NameButton : public QToolButton {
    Q_OBJECT
public:
    explicit NameButton(QWidget* parent = nullptr);

    void setName(const QString& name);
    /// A subscription is drawn as the event that it listens to.
    void setKind(ElementKind kind, const picture::Theme& theme);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void cut();

    QString m_name;
};

} // namespace factline::panels
