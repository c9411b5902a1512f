// SPDX-License-Identifier: Apache-2.0
#include "canvas/measuring.h"

namespace factline::canvas {

Measuring::Measuring(const jobs::Judge& judge, QObject* parent)
    : QObject(parent)
    , m_judge(judge)
    , m_job(this) {
    connect(&judge, &jobs::Judge::judged, this, &Measuring::start);
}

void Measuring::follow(const std::optional<Ref>& fact) {
    if (fact == m_fact) return;
    m_fact = fact;
    m_delays.clear();
    m_measured.reset();
    m_job.cancel();
    start();
}

void Measuring::start() {
    if (!m_fact || !m_judge.latest() || m_measured == m_judge.latest()->there) return;
    m_measured = m_judge.latest()->there;
    m_job.start([lookup = m_measured,
                 fact = *m_fact](const std::stop_token&) { return freshness::delaysOf(*lookup, fact); },
                [this](std::vector<freshness::Delay> delays) {
                    m_delays = std::move(delays);
                    emit measured();
                });
}

} // namespace factline::canvas
