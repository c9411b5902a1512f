// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "base/element.h"
#include "picture/theme.h"

class QLabel;
class QPushButton;

namespace factline::panels {

/// Says that others refer to something that nobody declares, and offers to declare it.
class UndeclaredNote : public QWidget {
    Q_OBJECT
public:
    explicit UndeclaredNote(QWidget* parent = nullptr);

    void show(const ElementKey& key, const picture::Theme& theme);

signals:
    void declareAsked();

private:
    QLabel* m_swatch;
    QLabel* m_name;
    QLabel* m_kind;
    QLabel* m_text;
    QPushButton* m_declare;
};

} // namespace factline::panels
