// SPDX-License-Identifier: Apache-2.0
#include "canvas/supposition.h"

#include <algorithm>
#include <set>

#include <QPainter>

#include "picture/lines.h"
#include "picture/promises.h"

namespace factline::canvas {

namespace {

using freshness::Step;
using Ends = std::pair<std::string, std::string>; ///< names of two nodes

bool tellsOfPromise(const diagram::Badge& badge) {
    using Kind = diagram::Badge::Kind;
    return badge.kind == Kind::Kept || badge.kind == Kind::AtRisk || badge.kind == Kind::Broken ||
           badge.kind == Kind::Unknown;
}

/// The lines of one way that hold a hop which differs: from the last node before it to the next one after.
void addChanged(std::set<Ends>& changed, const freshness::Path& way,
                const std::map<std::string, const Step*>& usual, const std::set<std::string>& nodes) {
    for (std::size_t i = 0; i < way.size(); ++i) {
        const auto before = usual.find(way[i].place);
        if (way[i].place.empty() || before == usual.end()) continue;
        const Step& was = *before->second;
        if (was.distribution == way[i].distribution && was.missing == way[i].missing) continue;
        std::size_t from = i, to = i;
        while (from > 0 && !nodes.contains(way[from].from))
            --from;
        while (to + 1 < way.size() && !nodes.contains(way[to].to))
            ++to;
        changed.emplace(way[from].from, way[to].to);
    }
}

std::set<Ends> changedLines(const jobs::Supposed& supposed, const diagram::Diagram& diagram) {
    std::set<Ends> changed;
    if (supposed.analysis == supposed.usual) return changed;
    std::set<std::string> nodes;
    for (const auto& node : diagram.nodes)
        nodes.insert(node.key.name);
    std::map<std::string, const Step*> usual;
    for (const auto& row : supposed.usual->rows)
        for (const Step* step : row->hops)
            usual.emplace(step->place, step);
    for (const auto& row : supposed.analysis->rows)
        for (const auto& way : row->route.paths)
            addChanged(changed, way, usual, nodes);
    return changed;
}

/// As it would fare, after what it says as the model is.
diagram::Badge shift(const diagram::Badge& usual, diagram::Badge now) {
    if (usual == now) return usual;
    if (!usual.text.empty() && !now.text.empty() && usual.text != now.text)
        now.text = usual.text + " → " + now.text;
    now.explanation = "What if: " + now.explanation + ". As the model is: " + usual.explanation;
    return now;
}

} // namespace

Supposition supposedOn(const diagram::Diagram& diagram, const jobs::Supposed& supposed) {
    Supposition made{diagram, {}};
    const auto usual = picture::promisesIn(*supposed.usual), now = picture::promisesIn(*supposed.analysis);
    for (auto& node : made.diagram.nodes) {
        const auto before = usual.find(node.key), after = now.find(node.key);
        if (before == usual.end() || after == now.end()) continue;
        for (diagram::Badge& badge : node.badges)
            if (tellsOfPromise(badge)) badge = shift(before->second, after->second);
    }
    const auto changed = changedLines(supposed, diagram);
    for (std::size_t i = 0; i < diagram.edges.size() && !changed.empty(); ++i) {
        const auto& edge = diagram.edges[i];
        if (changed.contains({diagram.nodes[edge.from].key.name, diagram.nodes[edge.to].key.name}))
            made.lines.push_back(i);
    }
    return made;
}

void paintSupposed(QPainter& painter, const diagram::Diagram& diagram, const std::vector<std::size_t>& lines,
                   const picture::Theme& theme, const Viewport& viewport) {
    painter.save();
    painter.translate(viewport.offset);
    painter.scale(viewport.scale, viewport.scale);
    const double width = std::max(theme.metrics.selectedLine, 2 / viewport.scale);
    for (const std::size_t line : lines) {
        const auto& edge = diagram.edges[line];
        picture::LineStyle style = picture::lineStyle(edge.kind, false, theme);
        style.pen.setWidthF(width);
        const auto paths = picture::linePaths(edge.path, style, theme.metrics);
        painter.strokePath(paths.line, QPen(theme.canvas, width + 1, Qt::SolidLine, Qt::FlatCap));
        QPen dots(theme.accent, width, Qt::CustomDashLine, Qt::RoundCap);
        dots.setDashPattern({0.01, 2.2});
        painter.strokePath(paths.line, dots);
        painter.setPen(style.filledHead ? QPen(Qt::NoPen) : QPen(theme.accent, theme.metrics.line));
        painter.setBrush(style.filledHead ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
        painter.drawPath(paths.head);
    }
    painter.restore();
}

void paintSupposedFrame(QPainter& painter, const QRectF& view, const picture::Theme& theme) {
    painter.save();
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(view.adjusted(1, 1, -1, -1));
    painter.restore();
}

} // namespace factline::canvas
