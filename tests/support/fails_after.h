// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <cstddef>

#include <sys/resource.h>

namespace factline::testing {

/// While it lives, no file of this program takes more than so many bytes: writing then fails as on a disk
/// that is full.
struct FailsAfter {
    rlimit before{};
    explicit FailsAfter(std::size_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before);
        rlimit now = before;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    FailsAfter(const FailsAfter&) = delete;
    FailsAfter& operator=(const FailsAfter&) = delete;
    ~FailsAfter() { ::setrlimit(RLIMIT_FSIZE, &before); }
};

} // namespace factline::testing
