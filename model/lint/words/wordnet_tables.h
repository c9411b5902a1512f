// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace factline::lint {

/// Irregular past forms and the verbs they are of: "arisen=arise arose=arise ...".
extern const std::string_view wordnetIrregulars;

/// Words that are mostly verbs, in their base form, sorted: "abandon abase ...".
extern const std::string_view wordnetVerbs;

} // namespace factline::lint
