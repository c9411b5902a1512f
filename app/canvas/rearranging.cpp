// SPDX-License-Identifier: Apache-2.0
#include "canvas/rearranging.h"

#include "canvas/moving.h"
#include "diagram/spacing.h"
#include "diagram/unique_keys.h"
#include "picture/homes.h"

namespace factline::canvas {

namespace {

using diagram::Diagram;
using diagram::Rect;

/// Contexts around their nodes, as they are drawn where these positions hold.
Diagram placed(Diagram diagram, const diagram::Positions& positions) {
    diagram::UniqueKeys keys;
    const auto put = [&](auto& shape) {
        const auto found = positions.nodes.find(keys.take(shape.key));
        if (found == positions.nodes.end()) return;
        shape.rect.x = found->second.x;
        shape.rect.y = found->second.y;
    };
    for (auto& context : diagram.contexts)
        put(context);
    for (auto& node : diagram.nodes)
        put(node);
    const auto homes = picture::homesOf(diagram);
    std::vector<bool> filled(diagram.contexts.size());
    for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
        if (homes[i] == diagram.contexts.size()) continue;
        Rect& box = diagram.contexts[homes[i]].rect;
        const Rect& node = diagram.nodes[i].rect;
        if (!filled[homes[i]]) box.width = box.height = 0;
        filled[homes[i]] = true;
        box.width = std::max(box.width, diagram::onRhythm(node.right() + diagram::innerPadding - box.x));
        box.height = std::max(box.height, diagram::onRhythm(node.bottom() + diagram::innerPadding - box.y));
    }
    return diagram;
}

Rect between(const Rect& a, const Rect& b, double part) {
    const auto mix = [&](double from, double to) { return from + (to - from) * part; };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.width, b.width), mix(a.height, b.height)};
}

} // namespace

Rearranging::Rearranging(QObject* parent)
    : QObject(parent) {
    m_moving.setDuration(movingTime);
    m_moving.setStartValue(0.0);
    m_moving.setEndValue(1.0);
    m_moving.setEasingCurve(QEasingCurve::InOutCubic);
    m_appearing.setDuration(appearingTime);
    m_appearing.setStartValue(0.0);
    m_appearing.setEndValue(1.0);
    connect(&m_moving, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { step(value.toDouble()); });
    connect(&m_moving, &QVariantAnimation::finished, this, &Rearranging::moved);
    connect(&m_appearing, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_lines = value.toDouble();
        emit changed();
    });
}

void Rearranging::start(const Diagram& from, const diagram::Positions& to, const picture::Theme& theme) {
    stop();
    m_from = from;
    m_from.edges.clear();
    m_to = placed(m_from, to);
    m_theme = theme;
    step(0);
    m_moving.start();
}

void Rearranging::step(double part) {
    Diagram now = m_from;
    for (std::size_t i = 0; i < now.contexts.size(); ++i)
        now.contexts[i].rect = between(m_from.contexts[i].rect, m_to.contexts[i].rect, part);
    for (std::size_t i = 0; i < now.nodes.size(); ++i)
        now.nodes[i].rect = between(m_from.nodes[i].rect, m_to.nodes[i].rect, part);
    m_painter.emplace(std::move(now), m_theme);
    emit changed();
}

void Rearranging::arrive() {
    if (!isShown()) return;
    m_painter.reset();
    m_lines = 0;
    emit changed();
    m_appearing.start();
}

void Rearranging::stop() {
    m_moving.stop();
    m_appearing.stop();
    const bool shown = isShown();
    m_painter.reset();
    m_lines = 1;
    if (shown) emit changed();
}

void Rearranging::paint(QPainter& painter, const picture::PaintOptions& options) const {
    m_painter->paint(painter, options);
}

} // namespace factline::canvas
