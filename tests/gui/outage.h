// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QSlider>

#include "user.h"

namespace factline::testing {

/// In the what-if panel: a context is down, for two pages of its slider.
inline void letFail(User& user, const QString& name) {
    auto* context = user.window->findChild<QComboBox*>("outageContext");
    context->setCurrentIndex(context->findText(name));
    user.window->findChild<QSlider*>("outageSlider")->setFocus();
    user.press(Qt::Key_PageUp);
    user.press(Qt::Key_PageUp);
}

} // namespace factline::testing
