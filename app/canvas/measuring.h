// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>

#include "freshness/delays.h"
#include "jobs/judge.h"
#include "jobs/latest_job.h"

namespace factline::canvas {

/// Works out in the background how long a change to the fact that is selected takes to whatever it reaches,
/// and anew when the model has changed. Until then the former times hold.
class Measuring : public QObject {
    Q_OBJECT
public:
    explicit Measuring(const jobs::Judge& judge, QObject* parent = nullptr);

    /// From this fact on; nothing: from none.
    void follow(const std::optional<Ref>& fact);
    const std::vector<freshness::Delay>& delays() const { return m_delays; } ///< empty: none, or not yet
    bool isBusy() const { return m_job.running(); }

signals:
    void measured();

private:
    void start();

    const jobs::Judge& m_judge;
    std::optional<Ref> m_fact;
    std::shared_ptr<const Lookup> m_measured; ///< the model that was measured, or is being
    std::vector<freshness::Delay> m_delays;
    jobs::LatestJob<std::vector<freshness::Delay>> m_job;
};

} // namespace factline::canvas
