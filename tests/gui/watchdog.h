// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <utility>

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QMetaEnum>
#include <QObject>

#include "document/state.h"

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

/// How many times as long as on a quiet machine the processor needs here and now: others take its caches and
/// its memory from it, which counts as its work. By a piece of the product's own work that stays the same,
/// reading a model of 400 events; built as the product is, so that a build for debugging has its time too. At
/// least 1.
inline double pace() {
    constexpr double quiet = 5.0; ///< ms of one core of a Xeon at 2.6 GHz, release, nothing else at work
    static const std::string text = [] {
        std::string model = "factline: 1\nmodel: Pace\ncontexts:\n", fact;
        for (int i = 0; i < 400; ++i) {
            const std::string number = std::to_string(i);
            if (i % 20 == 0) {
                fact = "fact-" + number;
                model += "  area-" + number + ":\n    facts:\n      " + fact +
                         ": {means: What is so.}\n    events:\n";
            }
            model +=
                "      Fact" + number + "Changed: {means: It has come to be., announces: [" + fact + "]}\n";
        }
        return model;
    }();
    const double begin = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
    (void)document::openText(text);
    return std::max(1.0, (workedSoFar(CLOCK_THREAD_CPUTIME_ID) - begin) / quiet);
}

/// Knows for how long the window did not come to listen: the most that its thread worked in one turn, from
/// the first event that it got until its event loop came round. What the test works out for itself is not in
/// it, but for what follows an event that it sent by other means than those of User.
class Watchdog : public QObject {
public:
    /// What a turn was about, and how long it took: ms of processor time, as on a quiet machine.
    struct Turn {
        double took = 0;
        QString began;
    };

    Watchdog() {
        const auto* loop = QAbstractEventDispatcher::instance();
        connect(loop, &QAbstractEventDispatcher::awake, this, &Watchdog::endTurn);
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &Watchdog::endTurn);
        QCoreApplication::instance()->installEventFilter(this);
    }

    /// The longest since it was asked last.
    Turn longest() {
        endTurn();
        return std::exchange(m_longest, {});
    }
    /// From now on the time is nobody's, or the window's again.
    void pause(bool on) {
        endTurn();
        m_paused = on;
    }
    /// The window has answered: what follows is the test's.
    static void answered() { emit QAbstractEventDispatcher::instance()->awake(); }

    bool eventFilter(QObject* to, QEvent* event) override {
        if (m_begin || !begins(*event)) return false;
        m_began = QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())) +
                  QStringLiteral(" of ") + QLatin1String(to->metaObject()->className()) + QLatin1Char(' ') +
                  to->objectName();
        m_begin = workedSoFar(CLOCK_THREAD_CPUTIME_ID);
        return false;
    }

private:
    /// Painting comes with another event, but for pictures that a test takes; what is taken down goes between
    /// two turns; and a chooser of files is Qt's.
    bool begins(const QEvent& event) const {
        return !m_paused && event.type() != QEvent::Paint && event.type() != QEvent::DeferredDelete &&
               !qobject_cast<const QFileDialog*>(QApplication::activeModalWidget());
    }
    void endTurn() {
        if (!m_begin) return;
        const double took = workedSoFar(CLOCK_THREAD_CPUTIME_ID) - *std::exchange(m_begin, std::nullopt);
        if (took <= m_longest.took) return;
        // How busy the machine was can be told only afterwards, when it may have come to rest.
        for (int again = 0; again < 5; ++again)
            m_pace = std::max(again == 0 ? m_pace / 2 : m_pace, pace());
        if (const double fair = took / m_pace; fair > m_longest.took) m_longest = {fair, m_began};
    }

    std::optional<double> m_begin; ///< of the turn, in the thread's time; nothing: between two
    bool m_paused = false;
    double m_pace = 1; ///< lately
    QString m_began;
    Turn m_longest;
};

} // namespace factline::testing
