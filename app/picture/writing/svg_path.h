// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <QPainterPath>
#include <QTransform>

namespace factline::picture {

/// Appends a number with at most two digits behind the point: a hundredth of a pixel is less than anybody
/// sees.
void appendNumber(std::string& to, double number);

/// Appends a path in the language of SVG's attribute `d`, moved and scaled by `transform`: steps relative to
/// the point before, level and upright lines as such, subpaths that end where they began closed.
void appendPath(std::string& to, const QPainterPath& path, const QTransform& transform);

} // namespace factline::picture
