// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>

#include <QRectF>

#include "diagram/diagram.h"
#include "picture/theme.h"

class QPainter;

namespace factline::picture {

/// How much is told at a scale (desktop: "semantic zoom").
enum class Detail {
    Overview, ///< below 25 %: contexts with readable names, lines between contexts with counts
    Names,    ///< 25 to 60 %: kinds, names, badges
    Full,     ///< above: lag on lines, icons, teams
};

Detail detailAt(double scale);

/// How a diagram is painted this time.
struct PaintOptions {
    double scale = 1;             ///< device pixels per unit, for the level of detail only
    std::optional<Detail> detail; ///< absent: by scale
    QRectF visible;               ///< what lies outside is skipped; null: nothing is
    bool outlines = false;        ///< text as outlines
    std::set<ElementId> selected; ///< ringed in the accent
    std::set<ElementId> lit;      ///< where not empty, everything else is dimmed
};

/// Paints a diagram in its own coordinates: 1 unit is 1 unit of the painter. Paints no background.
void paintDiagram(QPainter& painter, const diagram::Diagram& diagram, const Theme& theme,
                  const PaintOptions& options = {});

} // namespace factline::picture
