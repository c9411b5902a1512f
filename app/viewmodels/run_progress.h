// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <stop_token>

#include "generate/watch.h"

namespace factline::viewmodels {

/// How far a run in the background is: written there, read in the window.
struct RunProgress {
    enum class Part { Generating, Comparing, Writing };

    std::atomic<Part> part = Part::Generating;
    std::atomic<std::size_t> done = 0; ///< contexts while generating, then files
    std::atomic<std::size_t> all = 0;
};

/// A run that may be stopped, and whoever wants to know how far it is (null: nobody).
struct Run {
    std::stop_token stop = {};
    std::shared_ptr<RunProgress> progress = {};

    /// For one part of the work.
    generate::Watch watch(RunProgress::Part part) const {
        if (!progress) return {stop, {}};
        progress->part = part;
        progress->done = 0;
        progress->all = 0;
        return {stop, [progress = progress](std::size_t done, std::size_t all) {
                    progress->all = all;
                    progress->done = done;
                }};
    }
};

} // namespace factline::viewmodels
