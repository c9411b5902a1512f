// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

#include "diagram/diagram.h"
#include "picture/theme.h"

namespace factline::picture {

/// A badge without text as a small picture of `side` x `side` units, for lists. `pixelRatio`: of the screen.
QImage badgeImage(diagram::Badge::Kind kind, const Theme& theme, double side, double pixelRatio);

} // namespace factline::picture
