// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <QString>

namespace factline::shell {

/// A model that comes with the program, to be looked at or begun with.
struct Sample {
    QString title;
    QString summary;
    std::string text; ///< its YAML
};

/// Those of the start page, from small to large.
std::vector<Sample> samples();

} // namespace factline::shell
