// SPDX-License-Identifier: Apache-2.0
#include "canvas/preparation.h"

#include <utility>

namespace factline::canvas {

bool Preparation::pays(const diagram::Diagram& diagram) {
    constexpr std::size_t many = 2'000;
    return diagram.contexts.size() + diagram.nodes.size() + diagram.edges.size() > many;
}

void Preparation::await(Diagram diagram, const picture::Theme& theme, std::function<void()> then) {
    m_awaited = Awaited{std::move(diagram), std::move(then)};
    start(m_awaited->diagram, theme, [this](Painter painter) {
        m_ready = std::move(painter);
        const Awaited come = *std::exchange(m_awaited, std::nullopt);
        come.then();
    });
}

Preparation::Painter Preparation::take(const Diagram& diagram) {
    Painter ready = std::exchange(m_ready, nullptr);
    return ready && ready->sharedDiagram() == diagram ? ready : nullptr;
}

void Preparation::turnTo(const picture::Theme& theme) {
    m_ready.reset(); // whoever wants it asks anew
    if (auto awaited = std::exchange(m_awaited, std::nullopt))
        await(std::move(awaited->diagram), theme, std::move(awaited->then));
}

void Preparation::start(Diagram diagram, const picture::Theme& theme, std::function<void(Painter)> use) {
    m_job.start(
        [diagram = std::move(diagram), theme](const std::stop_token&) {
            return std::make_shared<picture::DiagramPainter>(diagram, theme);
        },
        std::move(use));
}

void Preparation::cancel() {
    m_job.cancel();
    m_awaited.reset();
    m_ready.reset();
}

} // namespace factline::canvas
