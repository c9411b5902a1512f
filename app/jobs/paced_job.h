// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "jobs/latest_job.h"

namespace factline::jobs {

/// Runs work in the background, one at a time to its end; of what is asked for meanwhile only the last is run
/// after it. Unlike LatestJob it always gets on, however quickly one asks, and work never runs beside itself.
template<typename T>
class PacedJob {
public:
    using Work = typename LatestJob<T>::Work;
    using Deliver = typename LatestJob<T>::Deliver;

    explicit PacedJob(QObject* context)
        : m_job(context) {}

    bool running() const { return m_job.running(); }

    void start(Work work, Deliver deliver) {
        if (m_job.running()) {
            m_next.emplace(std::move(work), std::move(deliver));
            return;
        }
        m_job.start(std::move(work), [this, deliver = std::move(deliver)](T result) {
            if (auto next = std::exchange(m_next, std::nullopt))
                start(std::move(next->first), std::move(next->second));
            deliver(std::move(result));
        });
    }

private:
    std::optional<std::pair<Work, Deliver>> m_next;
    LatestJob<T> m_job;
};

} // namespace factline::jobs
