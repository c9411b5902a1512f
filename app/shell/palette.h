// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QString>

#include "picture/theme.h"

namespace factline::shell {

/// Which theme the user wants; System follows what the desktop's own colours are when the program starts.
enum class ThemeChoice { System, Light, Dark };

/// The theme's name for a choice; `desktop` is the palette that the desktop gave.
std::string themeName(ThemeChoice choice, const QPalette& desktop);

/// The theme's colours for Fusion's widgets.
QPalette paletteFor(const picture::Theme& theme);

/// What a palette cannot say: hairlines, quiet bars, paddings.
QString styleSheetFor(const picture::Theme& theme);

} // namespace factline::shell
