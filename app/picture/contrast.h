// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

namespace factline::picture {

/// Contrast of two opaque colours, 1 (none) to 21 (black on white): WCAG 2.1, "contrast ratio" and "relative
/// luminance" (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).
double contrast(const QColor& a, const QColor& b);

} // namespace factline::picture
