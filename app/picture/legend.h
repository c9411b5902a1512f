// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include <QRectF>

#include "diagram/diagram.h"
#include "picture/contours.h"
#include "picture/prepared.h"

class QPainter;

namespace factline::picture {

struct ContextSample {
    bool external = false;
};
struct NodeSample {
    ElementKind kind = ElementKind::Fact;
    bool declared = true;
};
struct LineSample {
    propagation::HopKind kind = propagation::HopKind::Announces;
    bool clash = false;
};
struct BadgeSample {
    diagram::Badge::Kind kind = diagram::Badge::Kind::Error;
};

/// A band of equal delay, the soonest first.
struct BandSample {
    std::size_t band = 0;
    std::size_t bands = 1;
};

/// One mark and what it means.
struct LegendEntry {
    std::variant<ContextSample, NodeSample, LineSample, BadgeSample, BandSample> sample;
    std::string text;
};

/// What occurs in a diagram: contexts, kinds, lines, badges, each once and in this order.
std::vector<LegendEntry> legendEntries(const diagram::Diagram& diagram);

/// The bands of contours.
std::vector<LegendEntry> legendEntries(const Contours& contours);

/// The entries as words in one row, or in rows of shapes, of lines and of badges, never wider than `width`
/// unless one entry is.
class Legend {
public:
    Legend(std::vector<LegendEntry> entries, double width, const Theme& theme);

    double height() const { return m_height; }
    double width() const { return m_width; }
    /// Paints with the upper left corner at `origin`.
    void paint(QPainter& painter, const QPointF& origin, bool outlines) const;

private:
    struct Placed {
        LegendEntry entry;
        QRectF sample;
        TextRun text;
    };
    Theme m_theme;
    QFont m_font;
    std::vector<Placed> m_placed;
    double m_height = 0;
    double m_width = 0;
};

} // namespace factline::picture
