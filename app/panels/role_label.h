// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace factline::panels {

/// A label whose look the panel's style sheet gives by its role; its text wraps and can be copied.
inline QLabel* roleLabel(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace factline::panels
