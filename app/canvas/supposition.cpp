// SPDX-License-Identifier: Apache-2.0
#include "canvas/supposition.h"

#include <map>
#include <set>
#include <utility>

#include <QPainter>

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
    if (!usual.text.empty() && !now.text.empty() && usual.text != now.text)
        now.text = Phrase::row({usual.text, " → ", now.text});
    now.explanation = Phrase::of("What if: {}. As the model is: {}", now.explanation, usual.explanation);
    return now;
}

} // namespace

Supposition supposedOn(const diagram::Diagram& diagram, const jobs::Supposed& supposed) {
    Supposition made;
    if (supposed.analysis == supposed.usual) return made;
    const auto usual = picture::promisesIn(*supposed.usual), now = picture::promisesIn(*supposed.analysis);
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        const auto& node = diagram.nodes[i];
        const auto before = usual.find(node.key), after = now.find(node.key);
        if (before == usual.end() || after == now.end() || before->second == after->second) continue;
        auto badges = node.badges;
        for (diagram::Badge& badge : badges)
            if (tellsOfPromise(badge)) badge = shift(before->second, after->second);
        made.badges.emplace(i, std::move(badges));
    }
    const auto changed = changedLines(supposed, diagram);
    for (std::size_t i = 0; i < diagram.edges.size() && !changed.empty(); ++i) {
        const auto& edge = diagram.edges[i];
        if (changed.contains({diagram.nodes[edge.from].key.name, diagram.nodes[edge.to].key.name}))
            made.lines.insert(i);
    }
    return made;
}

void paintSupposedFrame(QPainter& painter, const QRect& view, const picture::Theme& theme) {
    // Each dash as a box between pixels: a dashed pen takes as long as a quarter of the picture.
    constexpr int width = 2, dash = 8, step = 12;
    QList<QRect> dashes;
    for (int x = view.left(); x <= view.right(); x += step)
        for (const int y : {view.top(), view.bottom() + 1 - width})
            dashes.emplace_back(x, y, dash, width);
    for (int y = view.top(); y <= view.bottom(); y += step)
        for (const int x : {view.left(), view.right() + 1 - width})
            dashes.emplace_back(x, y, width, dash);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRects(dashes);
    painter.restore();
}

} // namespace factline::canvas
