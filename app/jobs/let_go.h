// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

#include <QThreadPool>

namespace factline::jobs {

/// The same, but whoever lets go of it last does not wait until it is taken down: that is done in the
/// background. For what is large and shown in the window, where it would keep the window from answering.
template<typename T>
std::shared_ptr<T> letGoInBackground(std::shared_ptr<T> held) {
    T* const shown = held.get();
    return std::shared_ptr<T>(shown, [held = std::move(held)](T*) mutable {
        if (QThreadPool* pool = QThreadPool::globalInstance()) pool->start([last = std::move(held)] {});
    });
}

} // namespace factline::jobs
