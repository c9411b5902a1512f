// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>
#include <utility>

#include <QAbstractEventDispatcher>
#include <QObject>

namespace factline::testing {

/// Processor time so far, in ms: what else the machine does is not in it.
inline double workedSoFar(clockid_t of) {
    timespec time{};
    clock_gettime(of, &time);
    return 1e3 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The processor time of all threads since it was made: what comes of a key until the answer is there.
class Effort {
public:
    double spent() const { return workedSoFar(CLOCK_PROCESS_CPUTIME_ID) - m_begin; } ///< ms

private:
    double m_begin = workedSoFar(CLOCK_PROCESS_CPUTIME_ID);
};

/// Knows for how long the window did not come to listen: the most that its thread worked between one turn of
/// its event loop and the next. What the test itself works out in between is in it.
class Watchdog {
public:
    Watchdog() {
        const auto* loop = QAbstractEventDispatcher::instance();
        const auto turn = [this] { look(); };
        QObject::connect(loop, &QAbstractEventDispatcher::awake, &m_link, turn);
        QObject::connect(loop, &QAbstractEventDispatcher::aboutToBlock, &m_link, turn);
    }

    /// The longest since it was asked last, in ms of processor time.
    double longest() {
        look();
        return std::exchange(m_longest, 0);
    }

private:
    void look() {
        const double now = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
        m_longest = std::max(m_longest, now - std::exchange(m_begin, now));
    }

    QObject m_link; ///< nothing is told of it once it is gone
    double m_begin = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
    double m_longest = 0;
};

} // namespace factline::testing
