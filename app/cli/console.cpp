// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <fmt/format.h>
#include <mutex>
#include <unistd.h>

namespace factline::cli {

std::string styled(const Console& console, Style style, std::string_view text) {
    if (!console.colour) return std::string(text);
    const std::string_view code = style == Style::Error     ? "1;31"
                                  : style == Style::Warning ? "33"
                                  : style == Style::Hint    ? "36"
                                  : style == Style::Quiet   ? "2"
                                                            : "1";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string counted(std::size_t count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

Patience::Patience(std::string_view work) {
    if (isatty(STDERR_FILENO) == 0) return;
    m_waiting = std::jthread([line = fmt::format("factline: {} ...\n", work)](const std::stop_token& done) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any ended;
        if (!ended.wait_for(lock, done, std::chrono::seconds(1), [&] { return done.stop_requested(); }))
            std::fputs(line.c_str(), stderr);
    });
}

Patience::~Patience() = default; // the thread is told to stop and waited for

} // namespace factline::cli
