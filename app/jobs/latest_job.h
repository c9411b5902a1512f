// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

namespace factline::jobs {

/// Runs work in the background, one at a time that counts: starting another one asks the former to stop and
/// drops what it still delivers. Lives in the thread of its context object.
template<typename T>
class LatestJob {
public:
    using Work = std::function<T(const std::stop_token&)>; ///< runs on another thread
    using Deliver = std::function<void(T)>;                ///< runs in the context's thread

    /// `atOnce`: how many run, those that are given up and on their way to their end among them.
    explicit LatestJob(QObject* context, int atOnce = 2)
        : m_context(context) {
        m_pool.setMaxThreadCount(atOnce);
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;
    ~LatestJob() {
        cancel();
        m_pool.waitForDone();
    }

    bool running() const { return m_running; }

    void start(Work work, Deliver deliver) {
        cancel();
        m_stop = std::stop_source();
        m_running = true;
        m_pool.start([this, context = m_context, token = m_stop.get_token(), work = std::move(work),
                      deliver = std::move(deliver)] {
            if (token.stop_requested()) return;
            auto result = std::make_shared<T>(work(token));
            // The destructor waits for this function, and the context outlives the job: what is queued here
            // is dropped with the context, or sees the stop request.
            QMetaObject::invokeMethod(
                context,
                [this, token, deliver, result] {
                    if (token.stop_requested()) return;
                    m_running = false;
                    deliver(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

    void cancel() {
        m_stop.request_stop();
        m_running = false;
    }

private:
    QObject* m_context;
    QThreadPool m_pool;
    std::stop_source m_stop;
    bool m_running = false;
};

} // namespace factline::jobs
