// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>

#include "base/result.h"

namespace factline::picture {

/// Which layout program to run, and for how long at the most.
struct LayoutProcess {
    std::filesystem::path program;               ///< empty: factline-layout beside the running program
    std::chrono::milliseconds timeLimit{60'000}; ///< after it the program is killed
};

/// Runs the layout program once: `request` on its standard input, its standard output as the result. The
/// program is killed at the time limit and when `stop` is requested. Errors: NotFound where there is no
/// program, LimitExceeded, Cancelled, External where it crashed or failed (with the first line it complained
/// with).
Result<std::string> runLayout(const std::string& request, const LayoutProcess& process = {},
                              const std::stop_token& stop = {});

} // namespace factline::picture
