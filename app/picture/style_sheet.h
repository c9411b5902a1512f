// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "picture/theme.h"

namespace factline::picture {

/// A style sheet with the theme's colours in place of their names: %panel, %window, %line, %text, %quiet,
/// %accent, %accentFill, %broken.
QString withColours(QString sheet, const Theme& theme);

} // namespace factline::picture
