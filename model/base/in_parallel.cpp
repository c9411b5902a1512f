// SPDX-License-Identifier: Apache-2.0
#include "base/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace factline {

std::size_t workersFor(std::size_t pieces) {
    const std::size_t processors = std::clamp(std::thread::hardware_concurrency(), 1U, 16U);
    return std::clamp<std::size_t>(pieces, 1, processors);
}

void inParallel(std::size_t pieces, const std::function<void(std::size_t piece, std::size_t worker)>& work) {
    std::atomic<std::size_t> next = 0;
    const auto loop = [&](std::size_t worker) {
        for (std::size_t piece = next++; piece < pieces; piece = next++)
            work(piece, worker);
    };
    std::vector<std::jthread> others;
    others.reserve(workersFor(pieces));
    for (std::size_t worker = 1; worker < workersFor(pieces); ++worker)
        others.emplace_back(loop, worker);
    loop(0);
}

} // namespace factline
