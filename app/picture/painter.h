// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include <QRectF>

#include "diagram/diagram.h"
#include "picture/theme.h"

class QPainter;

namespace factline::picture {

struct Contours;

/// How much is told at a scale.
enum class Detail {
    Overview, ///< below 25 %: contexts with readable names, lines between contexts with counts
    Names,    ///< 25 to 60 %: kinds, names and badges
    Full,     ///< above: icons, teams and the labels of lines
};

Detail detailAt(double scale);

/// How a diagram is painted this time.
struct PaintOptions {
    double scale = 1; ///< device pixels per unit: decides how much is told and keeps lines visible
    std::optional<Detail> detail;  ///< absent: by scale
    QRectF visible;                ///< what lies outside is skipped; null: nothing is
    bool outlines = false;         ///< text as outlines
    bool large = false;            ///< names and labels as large as they have room, for who sits far away
    std::set<ElementKey> selected; ///< ringed in the accent
    std::set<ElementKey> lit;      ///< where not empty, everything else is dimmed
    /// Lines (indexes into Diagram::edges) that are thick and in the accent. Where `lit` and this are not
    /// empty, all other lines are dimmed.
    std::set<std::size_t> litEdges;
    std::set<std::size_t> tried; ///< lines that are dotted in the accent: hops that are tried otherwise
    double lines = 1;            ///< opacity of all lines and their labels
    const Contours* contours = nullptr; ///< bands of equal delay and the times at nodes; null: none
};

struct PreparedDiagram;

/// Whether an overview looks the same with both, but for what is selected.
bool isSameOverview(const PaintOptions& one, const PaintOptions& other);

/// By index into Diagram::nodes.
using BadgesByNode = std::map<std::size_t, std::vector<diagram::Badge>>;

/// Paints one diagram in one theme as often as asked; what does not change between frames is computed once.
/// Needs a QGuiApplication. It may be made in any thread; one only paints with it, and takes it down.
class DiagramPainter {
public:
    DiagramPainter(diagram::Diagram diagram, Theme theme);
    /// `diagram` must not be null.
    DiagramPainter(std::shared_ptr<const diagram::Diagram> diagram, Theme theme);
    ~DiagramPainter();
    DiagramPainter(DiagramPainter&&) noexcept;
    DiagramPainter& operator=(DiagramPainter&&) noexcept;

    /// Paints this one from now on, in the same theme; what looks the same in both is not worked out anew.
    void show(std::shared_ptr<const diagram::Diagram> diagram);

    /// Other badges on these of its nodes; nothing else changes.
    void setBadges(const BadgesByNode& badges);

    const diagram::Diagram& diagram() const;
    std::shared_ptr<const diagram::Diagram> sharedDiagram() const;
    const Theme& theme() const;

    /// Paints in the diagram's own coordinates: 1 unit is 1 unit of the painter. No background.
    void paint(QPainter& painter, const PaintOptions& options = {}) const;

    /// Of the overview only the rings around what is selected: paint() without it and then this make the same
    /// picture.
    void paintRings(QPainter& painter, const PaintOptions& options) const;

    /// Everything painted, badges included: the diagram's bounds or larger.
    QRectF extent() const;
    /// Of one node, by its index.
    QRectF extentOf(std::size_t node) const;

private:
    std::unique_ptr<PreparedDiagram> m_prepared;
};

/// Paints a diagram once.
void paintDiagram(QPainter& painter, const diagram::Diagram& diagram, const Theme& theme,
                  const PaintOptions& options = {});

} // namespace factline::picture
