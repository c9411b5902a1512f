// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
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
        std::optional<Severity> severity = {}; ///< the gravest that was accepted; none: any is
        bool operator==(const Entry&) const = default;
    };
    std::map<std::string, Entry> entries; ///< by fingerprint

    bool operator==(const Baseline&) const = default;
};

Baseline baselineOf(const std::vector<Finding>& findings);

/// What of a model's findings stands in a baseline.
struct Known {
    std::vector<Finding> findings; ///< in the order they had
    std::size_t graver = 0;        ///< findings that weigh more than was accepted: they are not among these
    std::size_t unmatched = 0;     ///< findings of the baseline that are not there
};

/// Takes out of `findings` what stands in the baseline and weighs no more than it did, and gives it back.
Known takeKnown(const Baseline& baseline, std::vector<Finding>& findings);

Result<Baseline> parseBaseline(const std::string& text);
std::string renderBaseline(const Baseline& baseline);

Result<Baseline> readBaseline(const std::string& path);
Result<void> writeBaseline(const std::string& path, const Baseline& baseline);

} // namespace factline::cli
