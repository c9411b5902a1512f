// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace factline::cli {

/// The findings that stood there when a model was taken on: told apart, not objected to. Known by their
/// fingerprints, each as often as it stood there; rule and element only help people to read the file.
struct Baseline {
    struct Entry {
        std::string rule;
        std::string element;
        std::size_t count = 0;
        bool operator==(const Entry&) const = default;
    };
    std::map<std::string, Entry> entries; ///< by fingerprint

    bool operator==(const Baseline&) const = default;
};

Baseline baselineOf(const std::vector<Finding>& findings);

/// Takes out of `findings` what stands in the baseline and gives it back, in the same order.
std::vector<Finding> takeKnown(const Baseline& baseline, std::vector<Finding>& findings);

Result<Baseline> parseBaseline(const std::string& text);
std::string renderBaseline(const Baseline& baseline);

Result<Baseline> readBaseline(const std::string& path);
Result<void> writeBaseline(const std::string& path, const Baseline& baseline);

} // namespace factline::cli
