// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <QString>

#include "contract/read.h"

namespace factline::shell {

/// A line of a comparison of two texts.
struct DifferenceLine {
    enum class Side : std::uint8_t { Both, Before, After, Skipped, File };
    Side side = Side::Both;
    std::string text; ///< without its line end; a file's path; empty where lines of both are skipped
    bool operator==(const DifferenceLine&) const = default;
};

/// What differs between two versions of a model's files: each file that does, with its changed lines and
/// three lines around them. Empty: nothing.
std::vector<DifferenceLine> differenceOf(const std::vector<contract::SourceFile>& before,
                                         const std::vector<contract::SourceFile>& after);

/// Two versions to be looked at, and what each is called ("On disk", "In this window").
struct Comparison {
    QString title;
    QString before;
    QString after;
    std::vector<DifferenceLine> lines;
};
using ShowComparison = std::function<void(const Comparison&)>;

} // namespace factline::shell
