// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include <QTest>

namespace factline::testing {

/// While it lives, whoever opens the file waits (for 45 s), as on a drive that does not answer.
struct Silence {
    int file;

    explicit Silence(const std::filesystem::path& path)
        : file(::open(path.c_str(), O_RDWR)) {
        ::signal(SIGIO, SIG_IGN); // which tells that somebody waits
        QVERIFY(::fcntl(file, F_SETLEASE, F_WRLCK) == 0);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() { ::close(file); }
};

} // namespace factline::testing
