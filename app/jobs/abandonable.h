// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

#include "document/lone_thread.h"

namespace factline::jobs {

/// What the work gives; nothing where it was asked to stop first: then it is left to end by itself, on a
/// thread of its own. For what cannot be interrupted, such as connecting to a host that does not answer. The
/// work has to own all that it touches, for it may outlive who asked for it.
template<typename T>
std::optional<T> abandonable(std::function<T(const std::stop_token&)> work, const std::stop_token& stop) {
    struct Shared {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::optional<T> result;
    };
    auto shared = std::make_shared<Shared>();
    document::runAlone([shared, work = std::move(work), stop] {
        T result = work(stop);
        const std::lock_guard lock(shared->mutex);
        shared->result = std::move(result);
        shared->changed.notify_all();
    });
    std::unique_lock lock(shared->mutex);
    shared->changed.wait(lock, stop, [&] { return shared->result.has_value(); });
    return std::move(shared->result);
}

} // namespace factline::jobs
