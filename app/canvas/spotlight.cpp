// SPDX-License-Identifier: Apache-2.0
#include "canvas/spotlight.h"

#include <algorithm>

#include "canvas/hit.h"
#include "canvas/moving.h"
#include "picture/painter.h"

namespace factline::canvas {

namespace {

/// The one node that is selected.
std::optional<std::size_t> selectedNode(const diagram::Diagram& diagram,
                                        const viewmodels::Selection& selection) {
    if (selection.undeclared()) return nodeOf(diagram, *selection.undeclared());
    return selection.ids().size() == 1 ? nodeOf(diagram, selection.ids().front()) : std::nullopt;
}

} // namespace

std::optional<Ref> followedFact(const diagram::Diagram& diagram, const viewmodels::Selection& selection) {
    const auto node = selectedNode(diagram, selection);
    if (!node || diagram.nodes[*node].key.kind != ElementKind::Fact || !diagram.nodes[*node].declared)
        return std::nullopt;
    if (std::ranges::find(diagram.edges, *node, &diagram::EdgeShape::from) == diagram.edges.end())
        return std::nullopt;
    return parseRef(diagram.nodes[*node].key.name, {});
}

void Spotlight::follow(const diagram::Diagram& diagram, const viewmodels::Selection& selection,
                       const std::vector<freshness::Delay>& delays) {
    forget();
    const auto node = selectedNode(diagram, selection);
    if (node && followedFact(diagram, selection)) {
        m_path = picture::downstreamOf(diagram, *node);
        if (!delays.empty() && delays.front().element == diagram.nodes[*node].key)
            if (auto contours = picture::contoursOf(diagram, delays))
                m_contours = std::make_shared<const picture::Contours>(*std::move(contours));
    } else if (node) {
        m_path = picture::pathOf(diagram, *node);
    }
    if (m_hops > 0) look(diagram, selection);
}

void Spotlight::forget() {
    m_path = {};
    m_contours.reset();
}

bool Spotlight::widen(const diagram::Diagram& diagram, const viewmodels::Selection& selection) {
    if (movedBy(diagram, selection.ids(), selection.undeclared()).nodes.empty()) return false;
    ++m_hops;
    look(diagram, selection);
    return true;
}

/// Where nothing is selected any more, what was looked at last stays in sight.
void Spotlight::look(const diagram::Diagram& diagram, const viewmodels::Selection& selection) {
    const auto centre = movedBy(diagram, selection.ids(), selection.undeclared()).nodes;
    if (!centre.empty()) m_focus = picture::around(diagram, centre, m_hops);
}

bool Spotlight::end() {
    if (m_hops == 0) return false;
    m_hops = 0;
    m_focus = {};
    return true;
}

void Spotlight::mark(picture::PaintOptions& options) const {
    if (const auto shown = contours()) return shown->mark(options);
    options.lit = m_hops > 0 ? m_focus.shapes : m_path.shapes;
    if (m_hops == 0) options.litEdges = m_path.edges; // the path leads on beyond the neighbourhood
}

} // namespace factline::canvas
