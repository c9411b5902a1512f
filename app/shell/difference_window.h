// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "picture/theme.h"
#include "shell/difference.h"

namespace factline::shell {

/// Shows what differs between two versions in a window of its own; it only shows.
class DifferenceWindow : public QWidget {
    Q_OBJECT
public:
    DifferenceWindow(const Comparison& shown, const picture::Theme& theme, QWidget* parent = nullptr);
};

} // namespace factline::shell
