// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "cli/input.h"

namespace factline::cli {

/// What could not be read, as `problems` of any command's JSON: message, file, line, column. Empty where all
/// could be.
inline nlohmann::ordered_json problemsOf(const Input& input) {
    auto problems = nlohmann::ordered_json::array();
    for (const auto& problem : input.read.problems)
        problems.push_back({{"message", problem.message.english()},
                            {"file", filePath(input.path, problem.place.file)},
                            {"line", problem.place.line},
                            {"column", problem.place.column}});
    return problems;
}

} // namespace factline::cli
