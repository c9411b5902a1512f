// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include <QMetaObject>
#include <QObject>

#include "document/lone_thread.h"

namespace factline::document {

/// Work at a drive that may not answer, one at a time, on a lone thread: whoever sent it may go without it.
/// Lives in the thread of its context object, and not longer than that.
template<typename T>
class Errand {
public:
    using Work = std::function<T()>; ///< owns all that it touches: it may outlive who sent it
    using Deliver = std::function<void(T)>;

    explicit Errand(QObject* context)
        : m_context(context) {}
    Errand(const Errand&) = delete;
    Errand& operator=(const Errand&) = delete;
    ~Errand() { letGo(); }

    bool isOut() const { return m_line != nullptr; }

    /// `deliver` follows, in the context's thread. One that is out already is let go.
    void send(Work work, Deliver deliver) {
        letGo();
        m_line = std::make_shared<Line>();
        m_line->sender = this;
        m_deliver = std::move(deliver);
        runAlone([line = m_line, work = std::move(work)] {
            T result = work();
            const std::scoped_lock lock(line->inUse);
            line->result = std::move(result);
            line->came.notify_all();
            if (!line->sender) return;
            QMetaObject::invokeMethod(
                line->sender->m_context,
                [line] {
                    if (line->sender) line->sender->hear();
                },
                Qt::QueuedConnection);
        });
    }

    /// Delivers before it comes back where there is a result within so many milliseconds. Whether none is
    /// out any more.
    bool waitFor(int milliseconds) {
        if (!m_line) return true;
        {
            std::unique_lock lock(m_line->inUse);
            if (!m_line->came.wait_for(lock, std::chrono::milliseconds(milliseconds),
                                       [this] { return m_line->result.has_value(); }))
                return false;
        }
        hear();
        return true;
    }

    /// What is still on its way is neither waited for nor heard.
    void letGo() {
        const auto line = std::exchange(m_line, nullptr);
        if (!line) return;
        const std::scoped_lock lock(line->inUse);
        line->sender = nullptr;
    }

private:
    struct Line {
        std::mutex inUse;
        std::condition_variable came;
        Errand* sender = nullptr; ///< null: nobody waits any more
        std::optional<T> result;
    };

    void hear() {
        const auto line = m_line;
        letGo();
        std::exchange(m_deliver, nullptr)(std::move(*line->result));
    }

    QObject* m_context;
    std::shared_ptr<Line> m_line;
    Deliver m_deliver;
};

} // namespace factline::document
