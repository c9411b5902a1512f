// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "jobs/latest_job.h"
#include "picture/painter.h"

namespace factline::canvas {

/// Works pictures out on another thread: of a large model that takes so long that the window would stand
/// still.
class Preparation {
public:
    using Diagram = std::shared_ptr<const diagram::Diagram>;
    using Painter = std::shared_ptr<picture::DiagramPainter>;

    explicit Preparation(QObject* context)
        : m_job(context) {}

    /// Whether it takes so long.
    static bool pays(const diagram::Diagram& diagram);

    bool isRunning() const { return m_job.running(); }
    /// Whether somebody awaits one.
    bool isAwaited() const { return m_awaited.has_value(); }
    /// Whether take() has a picture of it.
    bool has(const Diagram& diagram) const { return m_ready && m_ready->sharedDiagram() == diagram; }
    /// Calls `then` once it has one.
    void await(Diagram diagram, const picture::Theme& theme, std::function<void()> then);
    /// The one of that diagram; null where there is none. It is given once.
    Painter take(const Diagram& diagram);
    /// What it has or awaits is wanted in another theme.
    void turnTo(const picture::Theme& theme);
    /// Gives one to `use`, for whoever shows something else meanwhile.
    void start(Diagram diagram, const picture::Theme& theme, std::function<void(Painter)> use);
    /// Nothing is wanted any more.
    void cancel();

private:
    struct Awaited {
        Diagram diagram;
        std::function<void()> then;
    };

    std::optional<Awaited> m_awaited;
    Painter m_ready;
    jobs::LatestJob<Painter> m_job;
};

} // namespace factline::canvas
