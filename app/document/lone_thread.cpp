// SPDX-License-Identifier: Apache-2.0
#include "document/lone_thread.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace factline::document {

namespace {

std::atomic<int> atWork = 0;

} // namespace

void runAlone(std::function<void()> work) {
    ++atWork;
    std::thread([work = std::move(work)]() mutable {
        work();
        work = nullptr; // what it owns goes first
        --atWork;
    }).detach();
}

int leave(int code) {
    if (atWork == 0) return code;
    std::fflush(nullptr);
    std::_Exit(code);
}

} // namespace factline::document
