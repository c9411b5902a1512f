// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QString>

#include "picture/theme.h"

namespace factline::shell {

/// Which theme the user wants; System follows the desktop.
enum class ThemeChoice { System, Light, Dark };

/// The theme's name for a choice on a desktop that is dark or not.
std::string themeName(ThemeChoice choice, bool isDesktopDark);

/// The theme's colours for Fusion's widgets.
QPalette paletteFor(const picture::Theme& theme);

/// What a palette cannot say: hairlines, quiet bars, paddings.
QString styleSheetFor(const picture::Theme& theme);

} // namespace factline::shell
